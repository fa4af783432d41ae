import Journal
import Language

/// A statement under a name.
public struct Alias: Sendable {
    /// What was typed for it.
    public let text: String
    let call: CallSyntax
    /// What it may not do, whoever types it: the one who made it was confined. Nil for a person's own.
    let confinement: Confinement?
    /// The command that it begins with.
    public var command: String { call.command.text }

    /// An alias of a text, which must be one call without a name before it and without `&`.
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

extension Session {
    /// How many aliases may follow from one another.
    private static let aliasDepth = 16

    /// A call with aliases put in; the words typed after an alias follow the alias's own. A confinement that an alias
    /// was made under comes with it.
    func expanded(
        _ call: CallSyntax,
        _ confinement: Confinement?
    ) throws(Failure) -> (CallSyntax, Confinement?) {
        guard !aliases.isEmpty else { return (call, confinement) }
        var (call, confinement) = (call, confinement)
        for _ in 0..<Self.aliasDepth {
            guard let alias = aliases[call.command.text] else { return (call, confinement) }
            confinement = confinement ?? alias.confinement
            call = CallSyntax(
                target: call.target,
                receiver: call.receiver ?? alias.call.receiver,
                command: Name(alias.call.command.text, call.command.span),
                arguments: alias.call.arguments.map { $0.moved(to: call.command.span) } + call.arguments
            )
        }
        throw Failure(
            .other(.unknownCommand, message: "the alias stands for itself", advice: ["unalias it"]),
            at: call.command.span
        )
    }
}

extension ArgumentSyntax {
    /// The same argument at another place.
    fileprivate func moved(to span: Span) -> ArgumentSyntax { ArgumentSyntax(parts: parts, span: span) }
}
