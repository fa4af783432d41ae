import CEditLine

/// Which keys do what in one of the editor's modes: a map of keys that libedit keeps and searches.
final class KeyMap {
    /// What keys are bound to.
    enum Binding: Hashable {
        /// A function by its name.
        case function(String)
        /// Text that is typed instead.
        case text(String)
    }

    /// What the keys typed so far are.
    enum Meaning: Equatable {
        /// All of something bound.
        case bound(Binding)
        /// The beginning of something bound.
        case begun
        /// Neither.
        case nothing
    }

    private let map: OpaquePointer
    /// What libedit calls by the numbers of functions.
    private var bindings: [Binding] = []
    /// What libedit has already been asked: what is typed is a few keys again and again.
    private var meanings: [String: Meaning] = [:]
    private static let mostMeanings = 1000

    /// A map in which nothing is bound; nil, with `errno`, if libedit gets no pseudo-terminal.
    init?() {
        guard let map = cel_open() else { return nil }
        self.map = map
    }

    deinit { cel_close(map) }

    /// What the keys mean. Keys that begin longer ones wait for the rest.
    func meaning(of keys: String) -> Meaning {
        if let known = meanings[keys] { return known }
        let wide = keys.wide
        let meaning: Meaning =
            switch cel_meaning(map, wide, wide.count - 1) {
            case Int32(cel_begun): .begun
            case let number where bindings.indices.contains(Int(number)): .bound(bindings[Int(number)])
            default: .nothing
            }
        if meanings.count >= Self.mostMeanings { meanings = [:] }
        meanings[keys] = meaning
        return meaning
    }

    /// Binds keys in the notation of editrc(5), in place of what they were bound to; libedit forgets what begins with
    /// them or what they begin with. False if libedit cannot read or hold them.
    @discardableResult
    func bind(_ notation: String, to binding: Binding) -> Bool {
        meanings = [:]
        return name(of: binding).map { cel_bind(map, notation.wide, $0.wide) == 0 } ?? false
    }

    /// Forgets what keys in the same notation are bound to.
    func unbind(_ notation: String) {
        meanings = [:]
        cel_unbind(map, notation.wide)
    }

    /// The name by which libedit knows a binding; nil if it has too many.
    private func name(of binding: Binding) -> String? {
        if let number = bindings.firstIndex(of: binding) { return "f\(number)" }
        guard cel_add_function(map, "f\(bindings.count)".wide) >= 0 else { return nil }
        bindings.append(binding)
        return "f\(bindings.count - 1)"
    }
}

extension String {
    /// As libedit takes it: up to a NUL, with one at its end.
    var wide: [wchar_t] { unicodeScalars.prefix { $0.value != 0 }.map { wchar_t(bitPattern: $0.value) } + [0] }
}
