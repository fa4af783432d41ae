import Journal

extension Session {
    /// Ends the call that a job waits in, and the job with it.
    public func cancel(_ job: Job) {
        job.isCancelled = true
        interrupter.cancel(job: job.number)
    }

    /// Ends a job and waits until it has, the session open meanwhile; the caller holds the session's lock.
    public func end(_ job: Job) {
        cancel(job)
        while job.outcome == nil { jobEnded.wait(lock, milliseconds: 50) }
    }
}
