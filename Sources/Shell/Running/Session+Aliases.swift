import Journal
import Language

extension Session {
    /// How deeply aliases may be nested.
    private static let aliasDepth = 16

    /// A call with aliases expanded; the words typed after an alias follow the alias's own. The confinement that an
    /// alias was made under comes with it.
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
            .other(.unknownCommand, message: "the alias refers to itself", advice: ["unalias it"]),
            at: call.command.span
        )
    }
}

extension ArgumentSyntax {
    /// The same argument at another place.
    fileprivate func moved(to span: Span) -> ArgumentSyntax { ArgumentSyntax(parts: parts, span: span) }
}
