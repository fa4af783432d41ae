import Journal
import Language
import Sockets

/// All that a shell keeps between statements: sockets, variables, jobs, the journal.
///
/// `@unchecked Sendable`: only the thread that holds ``lock`` touches a member. A statement holds it from beginning to
/// end, except while a call waits in the kernel, so that jobs run while the foreground waits and the other way round.
public final class Session: @unchecked Sendable {
    /// The boundary to the kernel.
    public let kernel: Kernel
    /// The commands.
    public let registry: Registry
    /// Where news goes.
    public var output: any Output
    /// Whether a person sits at a terminal.
    public let isInteractive: Bool

    /// The live sockets.
    public var sockets = SocketTable()
    /// The variables by name.
    public var variables: [String: Value] = [:]
    /// The aliases by name.
    public var aliases: [String: Alias] = [:]
    /// How it behaves towards the person at the prompt.
    public var settings = Settings()
    /// What happened.
    public internal(set) var journal = Journal()
    /// The jobs by number.
    public var jobs = JobTable()
    /// How many statements were begun.
    public internal(set) var statementCount = 0
    /// What the last statement replied, `$reply`.
    public internal(set) var lastReply = Value.none
    /// How the last statement that failed did, `$error`.
    public internal(set) var lastFailure: Failure?
    /// What is to be said beside replies that are not yet given, by statement.
    var notes: [(statement: Int, text: String)] = []
    /// The jobs that statements waited for which have not yet ended themselves, by statement.
    var waited: [(by: Int, job: BegunStatement)] = []
    /// What statements wait for at this moment, by a number of each.
    var waits: [Int: (wait: Wait, job: Job?)] = [:]
    /// How often one has waited, for those numbers.
    var waitCount = 0
    /// What statements that run at this moment made in scopes of their own.
    var adoptionScopes: [AdoptionScope] = []
    /// The arguments of the script, `$0` is its name.
    public var scriptArguments: [Value] = []

    let lock = Lock()
    /// What to wait on for a job to end or to be cancelled.
    let changed = Condition()
    let interrupter: Interrupter

    /// An empty session.
    public init(
        registry: Registry,
        output: any Output,
        isInteractive: Bool = false,
        kernel: Kernel = Kernel(),
        interrupter: Interrupter = Interrupter()
    ) {
        self.registry = registry
        self.output = output
        self.isInteractive = isInteractive
        self.kernel = kernel
        self.interrupter = interrupter
    }

    /// Puts a call into the journal, and says so where older ones had no place to go to.
    func record(_ call: consuming Call) {
        journal.append(call)
        if let errno = journal.takeTrouble() {
            output.notice(
                "the temporary folder takes no older calls (\(errno.sentence)): the journal begins with \(journal.first)"
            )
        }
    }

    /// The call that was recorded last; there must be one.
    var lastCall: Call { journal.newest(1)[0] }

    /// Puts a saved journal in the place of the session's own.
    public func restore(_ journal: Journal) { self.journal = journal }

    /// Runs a closure as the only one who touches the session, unless that is busy for longer than some milliseconds; nil
    /// then. For what must not wait, as the painting of a line while many jobs end.
    public func lockedSoon<Result>(milliseconds: Int = 5, _ body: () -> Result) -> Result? {
        guard lock.lock(milliseconds: milliseconds) else { return nil }
        defer { lock.unlock() }
        return body()
    }

    /// Runs a closure as the only one who touches the session.
    public func locked<Result>(_ body: () -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body()
    }
}
