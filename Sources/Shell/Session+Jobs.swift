import Journal

extension Session {
    /// Ends the call that a job waits in, and the job with it.
    public func cancel(_ job: Job) {
        job.isCancelled = true
        interrupter.cancel(job: job.number)
    }
}
