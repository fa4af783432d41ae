import CEditLine

/// One line of `~/.editrc`, the user's key bindings in libedit's language: editrc(5).
struct BindingLine: Equatable {
    /// Why a line cannot be used.
    struct Problem: Error, Equatable {
        let text: String

        init(_ text: String) { self.text = text }
    }

    /// What a line asks for.
    enum Wish: Equatable {
        /// Nothing: it is empty, a comment, for another program, or about what is not libedit's here.
        case nothing
        /// `bind -v`, `bind -e`: vi's keys or Emacs's.
        case editor(vi: Bool)
        /// Keys and what they are bound to; nil unbinds them.
        case binding(Bound)
    }

    /// A binding.
    struct Bound: Equatable {
        /// All ways of sending the key.
        var keys: [String]
        var binding: KeyMap.Binding?
        /// Whether it is for vi's command mode.
        var isCommand = false
    }

    /// Reads a line, with libedit to read its notation of keys.
    static func read(_ line: String, _ notation: KeyNotation) throws(Problem) -> Wish {
        guard let words = words(of: line) else { throw Problem("a quote is not closed") }
        guard let first = words.first, !first.hasPrefix("#") else { return .nothing }
        if first.contains(":") && !first.hasPrefix("netshell:") { return .nothing }
        let command = first.split(separator: ":").last.map(String.init) ?? first
        switch command {
        case "bind": return try bind(Array(words.dropFirst()), notation)
        case "setty", "settc", "edit", "history", "echotc", "telltc": return .nothing
        default: throw Problem("unknown command “\(command)”")
        }
    }

    private static func bind(_ words: [String], _ notation: KeyNotation) throws(Problem) -> Wish {
        let flags = words.prefix { $0.hasPrefix("-") && $0.utf8.count == 2 }
        for flag in flags where !"aekrsv".contains(flag.dropFirst()) { throw Problem("bind: invalid switch “\(flag)”") }
        if flags.contains("-v") || flags.contains("-e") { return .editor(vi: flags.contains("-v")) }
        let rest = words.dropFirst(flags.count)
        guard let spelled = rest.first, rest.count > 1 || flags.contains("-r") else {
            throw Problem("bind: needs a key and a command")
        }
        var bound = Bound(
            keys: try keys(spelled, isName: flags.contains("-k"), notation),
            isCommand: flags.contains("-a")
        )
        if !flags.contains("-r") {
            bound.binding = try binding(rest.last ?? "", isText: flags.contains("-s"), notation)
        }
        return .binding(bound)
    }

    private static func keys(_ spelled: String, isName: Bool, _ notation: KeyNotation) throws(Problem) -> [String] {
        if isName {
            guard let keys = arrows[spelled] else { throw Problem("bind: unknown key “\(spelled)”") }
            return keys
        }
        guard !spelled.isEmpty, spelled.utf8.count <= longest else {
            throw Problem("bind: a key is empty or too long")
        }
        guard let keys = notation.keys(spelled), let first = keys.unicodeScalars.first, first.value < 256 else {
            throw Problem("bind: “\(spelled)” is no key")
        }
        return [keys]
    }

    private static func binding(_ word: String, isText: Bool, _ notation: KeyNotation) throws(Problem)
        -> KeyMap.Binding
    {
        if isText {
            guard let text = notation.keys(word) else { throw Problem("bind: “\(word)” cannot be typed") }
            return .text(text)
        }
        if FunctionNames.unavailable.contains(word) { throw Problem("bind: \(word) is not to be had here") }
        guard let name = FunctionNames.own(word) else { throw Problem("bind: invalid command “\(word)”") }
        return .function(name)
    }

    private static let longest = 200

    /// The names that `-k` knows.
    private static let arrows: [String: [String]] = [
        "up": ["\u{1b}[A", "\u{1b}OA"], "down": ["\u{1b}[B", "\u{1b}OB"], "right": ["\u{1b}[C", "\u{1b}OC"],
        "left": ["\u{1b}[D", "\u{1b}OD"], "home": ["\u{1b}[H", "\u{1b}OH", "\u{1b}[1~"],
        "end": ["\u{1b}[F", "\u{1b}OF", "\u{1b}[4~"], "delete": ["\u{1b}[3~"],
    ]

    /// The words of a line as libedit splits it; nil if a quote is not closed.
    static func words(of line: String) -> [String]? {
        guard let tokenizer = tok_winit(nil) else { return nil }
        defer { tok_wend(tokenizer) }
        var count: Int32 = 0
        var words: UnsafeMutablePointer<UnsafePointer<wchar_t>?>?
        guard tok_wstr(tokenizer, line.wide, &count, &words) == 0, let words else { return nil }
        return (0..<Int(count)).compactMap { words[$0].map(String.init(wide:)) }
    }
}

extension String {
    fileprivate init(wide: UnsafePointer<wchar_t>) {
        let characters = UnsafeBufferPointer(start: wide, count: wcslen(wide))
        let scalars = characters.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
        self.init(String.UnicodeScalarView(scalars))
    }
}
