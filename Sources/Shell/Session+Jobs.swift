import Journal

extension Session {
    /// Ends the call that a job waits in, and the job with it.
    public func cancel(_ job: Job) {
        job.isCancelled = true
        interrupter.cancel(job: job.number)
    }

    /// Ends every job, waits until they have ended, and closes every socket: nothing of the session is left but itself.
    /// The caller holds the session's lock.
    public func endAll() {
        for job in jobs.all where job.outcome == nil { cancel(job) }
        for job in jobs.all { end(job) }
        closeAll()
    }

    /// Ends a job and waits until it has, the session open meanwhile; the caller holds the session's lock.
    public func end(_ job: Job) {
        cancel(job)
        while job.outcome == nil { jobEnded.wait(lock, milliseconds: 50) }
    }
}
