import Language

/// A call in what was typed, as far as mistakes are told apart by it.
struct TypedCall: Equatable {
    /// The command and its arguments, in small letters, constants without their prefixes, variables without their names.
    let shape: [String]
    /// The arguments as they are written, the names of variables with them.
    private let arguments: [[ArgumentSyntax.Part]]
    /// The name that its reply is given.
    let target: String?
    /// The socket before the dot.
    let receiver: String?
    /// Whether it stands in a `try`.
    let isTried: Bool

    /// Every call in a text, in the order in which they are written.
    static func all(in text: String) -> [TypedCall] {
        let tree = Parser.tree(of: Source(file: "", text: Array(text.utf8)))
        if tree.faults.isEmpty { return tree.statements.flatMap { all(in: $0, isTried: false) } }
        // What is no statement is told apart by its words.
        let words = Lexer.tokens(of: text.utf8).filter { $0.kind == .word }
            .map { tree.source.text(of: $0.span).lowercased() }
        return words.isEmpty ? [] : [TypedCall(shape: words, arguments: [], target: nil, receiver: nil, isTried: false)]
    }

    private static func all(in statement: Statement, isTried: Bool) -> [TypedCall] {
        func inside(_ statements: [Statement], isTried: Bool) -> [TypedCall] {
            statements.flatMap { all(in: $0, isTried: isTried) }
        }
        switch statement.kind {
        case .call(let call):
            let shape = [call.command.text.lowercased()] + call.arguments.map { $0.parts.map(word).joined() }
            return [
                TypedCall(
                    shape: shape,
                    arguments: call.arguments.map(\.parts),
                    target: call.target?.text,
                    receiver: call.receiver?.text,
                    isTried: isTried
                )
            ]
        case .attempt(let body, let handlers):
            return inside(body, isTried: true) + handlers.flatMap { inside($0.body, isTried: isTried) }
        default: return inside(statement.children, isTried: isTried)
        }
    }

    private static func word(_ part: ArgumentSyntax.Part) -> String {
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
