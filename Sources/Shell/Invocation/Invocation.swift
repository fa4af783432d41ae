import Journal
import Language
import Sockets
import SystemPackage

/// One run of a command: its arguments, its socket, and the way to the kernel.
public struct Invocation {
    /// The session.
    public let session: Session
    /// What a background block has of its own; nil elsewhere.
    let scope: BlockScope?
    /// The command that runs.
    public let command: Command
    /// The socket it acts on; nil for a command that acts on none.
    private let receiver: Socket?
    /// What was typed after it.
    public let arguments: Arguments
    /// The name before the `=`.
    public let target: Name?
    /// Where the command's name is.
    public let span: Span
    /// The number of its statement.
    public let statement: Int
    /// The job it runs in; nil in the foreground.
    let job: Job?
    /// What it may not do; nil for a person's own.
    public let confinement: Confinement?
    /// What a read of several calls goes on for; nil for any other statement.
    private(set) var aim: ReadAim?

    init(
        session: Session,
        scope: BlockScope?,
        command: Command,
        receiver: Socket?,
        arguments: Arguments,
        target: Name?,
        span: Span,
        statement: Int,
        job: Job?,
        confinement: Confinement?
    ) {
        self.session = session
        self.scope = scope
        self.command = command
        self.receiver = receiver
        self.arguments = arguments
        self.target = target
        self.span = span
        self.statement = statement
        self.job = job
        self.confinement = confinement
    }

    /// The same run, of which it is known that its receives go on until they have found something.
    public func reading(to aim: ReadAim) -> Invocation {
        var invocation = self
        invocation.aim = aim
        return invocation
    }

    /// The value of a parameter.
    public subscript<Kind>(_ parameter: Parameter<Kind>) -> Kind.Parsed { arguments[parameter] }

    /// The value of a flag; nil if it was not given.
    public subscript<Kind>(_ flag: Flag<Kind>) -> Kind.Parsed? { arguments[flag] }

    /// The socket that the command acts on.
    public func socket() throws(Failure) -> Socket {
        guard let receiver else { throw Failure(.noSocket(command: command.name), at: span) }
        return receiver
    }

    /// Adds a note to the reply: shown after it, but not part of the value.
    public func note(_ text: String) { session.notes.append((statement, text)) }

    /// A failure of the shell itself, at the command.
    public func failure(_ kind: FailureClass, _ message: String, _ advice: String...) -> Failure {
        Failure(.other(kind, message: message, advice: advice), at: span)
    }
}
