import Language

/// Knows a listed mistake when it is typed: the same command with the same arguments, whatever the names, blanks and
/// spellings of constants.
struct MistakeMatcher {
    private let stage: Stage

    init(_ stage: Stage) { self.stage = stage }

    /// The step's mistake whose last line is what was typed; nil where it is none.
    func mistake(typed: String) -> Mistake? {
        let shape = Self.shape(typed)
        guard !shape.isEmpty else { return nil }
        return stage.step?.mistakes.first { mistake in
            guard let last = mistake.transcript.steps.last else { return false }
            return Self.shape(stage.filled(last.input)) == shape
        }
    }

    /// The command and its arguments without names in front, in small letters, constants without their prefixes.
    static func shape(_ text: String) -> [String] {
        guard let statements = try? Parser.parse(Source(file: "", text: Array(text.utf8))) else {
            return text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        }
        return statements.flatMap { statement -> [String] in
            guard case .call(let call) = statement.kind else { return [] }
            return [call.command.text.lowercased()]
                + call.arguments.map { argument in
                    argument.parts.map(part).joined()
                }
        }
    }

    private static func part(_ part: ArgumentSyntax.Part) -> String {
        switch part {
        case .word(let word):
            let upper = word.uppercased()
            for prefix in ["AF_", "SOCK_", "IPPROTO_", "SHUT_", "MSG_", "SO_"] where upper.hasPrefix(prefix) {
                return String(word.dropFirst(prefix.count)).lowercased()
            }
            return word.lowercased()
        case .quoted(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .variable(_, let fields): return "$" + fields.map { "." + $0 }.joined()
        }
    }
}
