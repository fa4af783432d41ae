import Journal

/// A statement that waits now.
public struct WaitingStatement {
    /// What it waits for.
    let wait: Wait
    /// The job that it runs in; nil for the foreground.
    let job: Job?
    /// Its number.
    let statement: Int
    /// What its receives go on for.
    let aim: ReadAim?
}

extension Session {
    /// Whether nothing more will happen here without someone else: every job has ended, or waits for something that is
    /// not there. A statement in the foreground counts as long as it waits.
    public var isAtRest: Bool {
        waits.values.count { $0.job != nil } >= jobs.running && waits.values.allSatisfy(\.wait.isIdle)
    }

    /// Whether a statement is waiting now: in the kernel, or for time to pass.
    public var isWaiting: Bool { !waits.isEmpty }

    /// Runs a closure that waits, noting what for, and in which job.
    func noting<Result, Failure>(
        _ waiting: WaitingStatement,
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        waitCount += 1
        let number = waitCount
        waits[number] = waiting
        defer { waits[number] = nil }
        return try body()
    }
}
