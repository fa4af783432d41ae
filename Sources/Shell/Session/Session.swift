import Journal
import Language
import Sockets

/// Everything a shell keeps between statements: sockets, variables, jobs, the journal.
///
/// `@unchecked Sendable`: only the thread that holds ``lock`` touches a member. A statement holds it from beginning to
/// end, except while a call waits in the kernel, so that jobs run while the foreground waits and vice versa.
public final class Session: @unchecked Sendable {
    /// The boundary to the kernel.
    public let kernel: Kernel
    /// The commands.
    public let registry: Registry
    /// Where it reports.
    public var output: any Output
    /// Whether a person is at a terminal.
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
    /// How many statements have begun.
    public internal(set) var statementCount = 0
    /// The reply of the last statement, `$reply`.
    public internal(set) var lastReply = Value.none
    /// The failure of the last failed statement, `$error`.
    public internal(set) var lastFailure: Failure?
    /// Notes to replies not yet given, by statement.
    var notes: [(statement: Int, text: String)] = []
    /// The jobs that statements waited for before ending themselves, by statement.
    var waited: [(by: Int, job: BegunStatement)] = []
    /// What statements are waiting for now, by the number of the wait.
    var waits: [Int: WaitingStatement] = [:]
    /// How many waits there have been, for those numbers.
    var waitCount = 0
    /// What currently running statements made in scopes of their own.
    var adoptionScopes: [AdoptionScope] = []
    /// The arguments of the script; `$0` is its name.
    public var scriptArguments: [Value] = []

    let lock = Lock()
    /// Signalled when a job ends or is cancelled.
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

    /// Records a call in the journal, and reports it if older ones could not be stored.
    func record(_ call: consuming Call) {
        journal.append(call)
        if let errno = journal.takeTrouble() {
            output.notice(
                "the temporary folder takes no older calls (\(errno.sentence)): the journal begins with \(journal.first)"
            )
        }
    }

    /// The most recently recorded call; there must be one.
    var lastCall: Call { journal.newest(1)[0] }

    /// Replaces the session's journal with a saved one.
    public func restore(_ journal: Journal) { self.journal = journal }

    /// Runs a closure with exclusive access to the session; nil if that is not available within some milliseconds. For
    /// what must not wait, such as painting a line while many jobs end.
    public func lockedSoon<Result>(milliseconds: Int = 5, _ body: () -> Result) -> Result? {
        guard lock.lock(milliseconds: milliseconds) else { return nil }
        defer { lock.unlock() }
        return body()
    }

    /// Runs a closure with exclusive access to the session.
    public func locked<Result>(_ body: () -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body()
    }
}
