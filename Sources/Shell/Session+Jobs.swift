import Journal

extension Session {
    /// Waits until a job has ended, the session open meanwhile; Ctrl-C ends the waiting, not the job.
    public func wait(for job: Job) throws(Failure) {
        output.flush()
        while job.outcome == nil {
            if Interrupts.take() { throw Failure(.interrupted(nil)) }
            jobEnded.wait(lock, milliseconds: 50)
        }
    }

    /// Ends the call that a job waits in, and the job with it.
    public func cancel(_ job: Job) {
        job.isCancelled = true
        interrupter.cancel(job: job.number)
    }
}
