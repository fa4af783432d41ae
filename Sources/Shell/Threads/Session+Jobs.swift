import Journal
import Sockets

extension Session {
    /// Ends the call that a job is blocked in, and the job with it. The caller holds the session's lock.
    public func cancel(_ job: Job) {
        job.isCancelled = true
        interrupter.cancel(job: job.number)
        changed.broadcast()
    }

    /// Reports the jobs that failed and were not waited for; returns whether there are any. Jobs just started may first
    /// reach the point where they wait. The caller holds the session's lock.
    func tellFailedJobs() -> Bool {
        let end = now() + Self.patience
        while jobs.running > 0, !isAtRest, now() < end, !Interrupts.isPending { changed.wait(lock, milliseconds: 1) }
        var found = false
        for job in jobs.all {
            guard case .failure(let failure)? = job.outcome, !failure.isInterruption, let statement = job.statement
            else {
                continue
            }
            found = true
            jobs.remove(job)
            if let record = job.failed {
                output.uncaught(failure, record, history: journal)
                continue
            }
            let record = statement.record(reply: .none, failure: failure)
            tell(record, of: statement)
            output.uncaught(failure, record, history: journal)
        }
        return found
    }

    /// How long the session's end waits for a job that neither ends nor waits for someone.
    private static let patience: UInt64 = 100_000_000

    /// Yields the session briefly, now and then: a job that never waits would keep it for itself, and nobody could end
    /// it. The caller holds the session's lock.
    func giveWay(_ job: Job) {
        let time = now()
        guard time - job.gaveWay >= 5_000_000 else { return }
        lock.unlock()
        usleep(100)
        lock.lock()
        job.gaveWay = now()
    }

    /// Ends a job and waits for it, the session unlocked meanwhile; the caller holds the session's lock.
    public func end(_ job: Job) {
        cancel(job)
        while job.outcome == nil { changed.wait(lock, milliseconds: 50) }
    }
}
