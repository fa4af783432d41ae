import Journal
import Language
import Sockets
import SystemPackage

/// One run of a command: its arguments, its socket, and the way to the kernel.
public struct Invocation {
    /// What names stand for.
    let names: Names
    /// The session.
    public var session: Session { names.session }
    /// The command that runs.
    public let command: Command
    /// The socket that it acts on; nil for a command that acts on none.
    private let receiver: Socket?
    /// What was typed behind it.
    public let arguments: Arguments
    /// The name in front of the `=`.
    public let target: Name?
    /// Where the command's name stands.
    public let span: Span
    /// The number of its statement.
    public let statement: Int
    /// The job that it runs in; nil in the foreground.
    let job: Job?
    /// What it may not do; nil for a person's own.
    public let confinement: Confinement?

    init(
        names: Names,
        command: Command,
        receiver: Socket?,
        arguments: Arguments,
        target: Name?,
        span: Span,
        statement: Int,
        job: Job?,
        confinement: Confinement?
    ) {
        self.names = names
        self.command = command
        self.receiver = receiver
        self.arguments = arguments
        self.target = target
        self.span = span
        self.statement = statement
        self.job = job
        self.confinement = confinement
    }

    /// The value of a parameter.
    public subscript<Kind>(_ parameter: Parameter<Kind>) -> Kind.Parsed { arguments[parameter] }

    /// The value of a flag; nil where it was not typed.
    public subscript<Kind>(_ flag: Flag<Kind>) -> Kind.Parsed? { arguments[flag] }

    /// The socket that the command acts on.
    public func socket() throws(Failure) -> Socket {
        guard let receiver else { throw Failure(.noSocket(command: command.name), at: span) }
        return receiver
    }

    /// Takes in a new descriptor, under the name in front of the `=` or the next free one.
    public func adopt(
        _ descriptor: Int32,
        prefix: String,
        named: String? = nil,
        family: AddressFamily,
        type: SocketType,
        protocolNumber: ProtocolNumber
    ) -> Socket {
        let wanted = named ?? target?.text
        var name = wanted ?? freeName(prefix: prefix)
        // While the call waited, a job may have made a socket of that name.
        if session.sockets[name] != nil { name = freeName(prefix: name) }
        session.variables[name] = nil
        let socket = session.sockets.add(
            name: name,
            descriptor: descriptor,
            family: family,
            type: type,
            protocolNumber: protocolNumber,
            // What a job makes must not change whom the line that is just typed acts on.
            isBackground: job != nil
        )
        if let scope = names.scope {
            if let wanted { scope.name(socket, wanted) }
            if scope === job?.scope { names.use(socket) }
        }
        session.journal.note(MadeSocket(id: socket.id, name: name, descriptor: descriptor), by: statement)
        return socket
    }

    /// The socket that a command without a name acts on.
    public var currentSocket: Socket? { names.current }

    /// Makes a socket the one that a command without a name acts on: in a block in the background, for that block.
    public func use(_ socket: Socket) { names.use(socket) }

    /// The variables by name, as the statement sees them.
    public var variables: [String: Value] { names.variables }

    /// A name for a socket that neither another one nor a variable has.
    public func freeName(prefix: String) -> String {
        while true {
            let name = session.sockets.freeName(prefix: prefix)
            if session.variables[name] == nil { return name }
        }
    }

    /// Says something beside the reply: it is shown behind it and is no part of the value.
    public func note(_ text: String) { session.notes.append((statement, text)) }

    /// A failure of the shell's own, at the command.
    public func failure(_ className: String, _ message: String, _ advice: String...) -> Failure {
        Failure(.other(className: className, message: message, advice: advice), at: span)
    }
}
