/// Which keys do what in one of the editor's modes. Pure.
struct KeyMap: Equatable {
    /// What keys are bound to.
    enum Binding: Equatable {
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

    private var bindings: [String: Binding] = [:]
    /// How many bound keys begin with these.
    private var beginnings: [String: Int] = [:]

    /// What the keys mean. Keys that begin longer ones wait for the rest, even if they are bound themselves.
    func meaning(of keys: String) -> Meaning {
        if beginnings[keys] != nil { return .begun }
        return bindings[keys].map(Meaning.bound) ?? .nothing
    }

    /// What exactly these keys are bound to.
    func binding(of keys: String) -> Binding? { bindings[keys] }

    /// Binds keys, in place of what they were bound to.
    mutating func bind(_ keys: String, to binding: Binding) {
        if bindings.updateValue(binding, forKey: keys) == nil {
            for beginning in Self.beginnings(of: keys) { beginnings[beginning, default: 0] += 1 }
        }
    }

    /// Forgets what keys are bound to.
    mutating func unbind(_ keys: String) {
        guard bindings.removeValue(forKey: keys) != nil else { return }
        for beginning in Self.beginnings(of: keys) {
            let rest = beginnings[beginning, default: 1] - 1
            beginnings[beginning] = rest > 0 ? rest : nil
        }
    }

    private static func beginnings(of keys: String) -> [String] {
        let scalars = keys.unicodeScalars
        return scalars.indices.dropFirst().map { String(scalars[..<$0]) }
    }
}
