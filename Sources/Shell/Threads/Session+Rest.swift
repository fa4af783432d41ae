extension Session {
    /// Whether nothing more will happen here unless somebody else does something: every job has ended, or waits for
    /// what is not there. A statement in the foreground counts as long as it waits.
    public var isAtRest: Bool {
        waits.values.count { $0.job != nil } >= jobs.running && waits.values.allSatisfy(\.wait.isIdle)
    }

    /// Whether a statement waits at this moment: in the kernel, or for time to pass.
    public var isWaiting: Bool { !waits.isEmpty }

    /// Runs a closure that waits, with a note of what for, and which job does.
    func noting<Result, Failure>(
        _ wait: Wait,
        of job: Job?,
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        waitCount += 1
        let number = waitCount
        waits[number] = (wait, job)
        defer { waits[number] = nil }
        return try body()
    }
}
