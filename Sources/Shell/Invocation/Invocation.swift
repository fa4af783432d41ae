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

    /// Takes in a new descriptor, under ``chosenName`` or the next free name unless one is given. It becomes the current socket,
    /// but neither in a job nor within ``scoped(_:orElse:)``: what is made there must not change whom the next line that is
    /// typed acts on.
    public func adopt(
        _ descriptor: Int32,
        prefix: String,
        named: String? = nil,
        family: AddressFamily,
        type: SocketType,
        protocolNumber: ProtocolNumber
    ) -> Socket {
        let scope = session.adoptionScope(of: statement)
        let wanted = named ?? chosenName
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
            isBackground: job != nil,
            isTemporary: scope != nil
        )
        scope?.made.append(socket)
        if let own = names.scope {
            if let wanted { own.name(socket, wanted) }
            if scope == nil, own === job?.scope { names.use(socket) }
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

    /// The name that was chosen for what the statement makes, in front of the `=`; nil within ``scoped(_:orElse:)``, where
    /// the reply gets it and not the first socket that happens to be made.
    public var chosenName: String? { session.adoptionScope(of: statement) == nil ? target?.text : nil }

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
    public func failure(_ kind: FailureClass, _ message: String, _ advice: String...) -> Failure {
        Failure(.other(kind, message: message, advice: advice), at: span)
    }
}
