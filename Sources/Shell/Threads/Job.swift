import Journal
import Language

/// A statement that runs beside the others, on a thread of its own.
///
/// `@unchecked Sendable`: guarded by the session's lock, like the session.
public final class Job: @unchecked Sendable {
    /// Its number, from 1.
    public let number: Int
    /// What was typed, without the `&`.
    public let text: String
    /// How it ended; nil while it runs.
    public internal(set) var outcome: Outcome?
    /// Its statement; nil if it is a whole source.
    let statement: BegunStatement?
    /// What names refer to in its block; nil if it is not a block.
    let scope: BlockScope?
    /// The number of the job that started it; nil for the foreground.
    let starter: Int?
    /// The statement in its block that failed and ended it.
    var failed: StatementRecord?
    /// Whether `cancel` was requested, so that it also ends before its next call.
    var isCancelled = false
    /// When it last yielded the session, on the clock of `now()`.
    var gaveWay: UInt64 = 0

    /// How a job ends.
    public enum Outcome: Sendable {
        /// With a reply.
        case reply(Value)
        /// With a failure.
        case failure(Failure)
    }

    init(number: Int, text: String, statement: BegunStatement? = nil, scope: BlockScope? = nil, starter: Int? = nil) {
        self.statement = statement
        self.scope = scope
        self.starter = starter
        self.number = number
        self.text = text
    }
}

/// The jobs of a session.
public struct JobTable {
    private var jobs: [Int: Job] = [:]
    private var nextNumber = 1
    /// How many may run at once: each has a thread.
    static let runningLimit = 16_384
    /// How many ended jobs are kept for `wait` and `jobs`.
    private static let endedLimit = 1000
    /// How many there may be before ended ones are looked for again.
    private var roomLimit = 2 * endedLimit

    /// No jobs.
    public init() {}

    /// All that are running or have not been waited for, oldest first.
    public var all: [Job] { jobs.values.sorted { $0.number < $1.number } }

    /// How many are still running.
    public var running: Int { jobs.values.reduce(0) { $0 + ($1.outcome == nil ? 1 : 0) } }

    /// How many bytes the variables of background blocks hold that those have set themselves.
    var heldBytes: Int { jobs.values.reduce(0) { $0 + ($1.scope?.account.total ?? 0) } }

    /// Whether the limit of running jobs is reached.
    var isFull: Bool { jobs.count >= Self.runningLimit && running >= Self.runningLimit }

    /// The job with this number.
    public subscript(_ number: Int) -> Job? { jobs[number] }

    mutating func add(
        text: String,
        statement: BegunStatement? = nil,
        scope: BlockScope? = nil,
        starter: Int? = nil
    ) -> Job {
        // Not at every job beyond the limit, many of which may still run: finding the oldest takes time.
        if jobs.count > roomLimit {
            for job in all.filter({ $0.outcome != nil }).dropLast(Self.endedLimit) { jobs[job.number] = nil }
            roomLimit = 2 * max(jobs.count, Self.endedLimit)
        }
        let job = Job(number: nextNumber, text: text, statement: statement, scope: scope, starter: starter)
        nextNumber += 1
        jobs[job.number] = job
        return job
    }

    /// Forgets a job that was waited for.
    public mutating func remove(_ job: Job) { jobs[job.number] = nil }
}
