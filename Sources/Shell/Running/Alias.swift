import Journal
import Language

/// A statement under a name.
public struct Alias: Sendable {
    /// The text it stands for.
    public let text: String
    let call: CallSyntax
    /// What it may not do, whoever uses it, because its author was confined. Nil for a person's own.
    let confinement: Confinement?
    /// The command it begins with.
    public var command: String { call.command.text }

    /// An alias for a text, which must be a single call without a name to assign or `&`.
    public init(_ text: String, at span: Span, confinement: Confinement?) throws(Failure) {
        self.text = text
        self.confinement = confinement
        let statements: [Statement]
        do {
            statements = try Parser.parse(Source(file: "alias", text: Array(text.utf8)))
        } catch {
            throw Failure(.unsuitable(word: text, wanted: "a statement: \(error.problem)"), at: span)
        }
        guard statements.count == 1, case .call(let call) = statements[0].kind, call.target == nil else {
            throw Failure(
                .unsuitable(word: text, wanted: "a statement", advice: ["an alias is one command with its arguments"]),
                at: span
            )
        }
        self.call = call
    }
}
