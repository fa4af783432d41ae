import Journal
import Language

/// A call with everything it needs: nothing is looked up later, when a variable or the current socket may have changed.
struct PreparedCall: Sendable {
    let command: Command
    /// The socket it acts on.
    let receiver: Socket?
    let arguments: Arguments
    /// The name assigned the reply.
    let target: Name?
    /// Where the command's name is.
    let span: Span
    let confinement: Confinement?
}

extension PreparedCall {
    /// Native code, as a command without arguments.
    init(native command: Command, _ confinement: Confinement?) {
        self.init(
            command: command,
            receiver: nil,
            arguments: Arguments(),
            target: nil,
            span: Span(0, 0),
            confinement: confinement
        )
    }
}

extension Interpreter {
    /// Substitutes aliases and variables in a call, finds its command and its socket, and parses its words; what this
    /// reveals about the statement is noted in it.
    func prepared(_ call: CallSyntax, _ statement: inout BegunStatement) throws(Failure) -> PreparedCall {
        statement.socket = call.receiver?.text
        let (call, confinement) = try session.expanded(call, confinement)
        let command = try resolve(call)
        statement.command = command.name
        try confinement?.check(command: command.name, at: call.command.span)
        let socket = try receiver(of: call, command)
        statement.socket = socket?.name
        if let target = call.target { try checkFree(target) }
        let end = Span(call.command.span.end, call.command.span.end)
        let arguments = try Arguments.bind(
            call.arguments.isEmpty ? [] : try names.words(call.arguments),
            to: command,
            context: Context(session: session, scope: names.scope, socket: socket, confinement: confinement),
            after: end
        )
        return PreparedCall(
            command: command,
            receiver: socket,
            arguments: arguments,
            target: call.target,
            span: call.command.span,
            confinement: confinement
        )
    }

    /// Makes a call, as the statement with this number; returns its reply.
    func run(_ call: PreparedCall, statement: Int) throws(Failure) -> Value {
        let reply = try call.command.run(
            Invocation(
                session: session,
                scope: names.scope,
                command: call.command,
                receiver: call.receiver,
                arguments: call.arguments,
                target: call.target,
                span: call.span,
                statement: statement,
                job: job,
                confinement: call.confinement
            )
        )
        if let target = call.target {
            try call.confinement?.check(reply, assignedTo: target.text, of: session, at: target.span)
            assign(reply, to: target)
        }
        return reply
    }
}
