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
        guard let step = stage.step else { return nil }
        // Where the right command is the same but for the socket, the socket is the mistake.
        let isRightElsewhere = step.answer.steps.contains { answer in
            stage.filled(answer.input).split(separator: "\n").contains { Self.shape(String($0)) == shape }
        }
        let alike = step.mistakes.compactMap { mistake -> (mistake: Mistake, typed: String)? in
            guard let last = mistake.transcript.steps.last.map({ stage.filled($0.input) }) else { return nil }
            return Self.shape(last) == shape ? (mistake, last) : nil
        }
        let exact = alike.first { Self.names($0.typed) == Self.names(typed) }
        return (exact ?? (isRightElsewhere ? nil : alike.first))?.mistake
    }

    /// The names in front of a statement's command: what it makes, and what it acts on.
    private static func names(_ text: String) -> [String?] {
        guard let statements = try? Parser.parse(Source(file: "", text: Array(text.utf8))) else { return [] }
        return statements.flatMap { statement -> [String?] in
            guard case .call(let call) = statement.kind else { return [] }
            return [call.target?.text, call.receiver?.text]
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
