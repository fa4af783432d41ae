import Journal
import Language

/// How a statement takes its time: the session is open to others meanwhile, and Ctrl-C ends it, or `cancel` if it
/// runs in a job.
public struct Waiter {
    let session: Session
    let job: Job?
    /// Where an interruption points at.
    let span: Span

    /// Throws if the statement is to end.
    func checkInterruption() throws(Failure) {
        if job == nil ? Interrupts.take() : job?.isCancelled == true { throw Failure(.interrupted(nil), at: span) }
    }

    /// Lets be seen what was said so far: by the foreground, or by a block in the background.
    func flush() {
        if job == nil || job?.scope != nil { session.output.flush() }
    }

    /// Between two pieces of work that may be long: a job lets others in now and then.
    func betweenPieces() throws(Failure) {
        job.map(session.giveWay)
        try checkInterruption()
    }

    /// Runs what may wait in the kernel; tells whether it was ended, and why.
    func run<Result>(_ wait: Wait, deadline: UInt64? = nil, _ body: () -> Result) -> (Result, Interrupter.Cause?) {
        flush()
        return session.noting(wait, of: job) {
            let ticket = session.interrupter.begin(deadline: deadline, job: job?.number)
            session.lock.unlock()
            let result = body()
            let cause = session.interrupter.end(ticket)
            session.lock.lock()
            return (result, cause)
        }
    }
}

extension Invocation {
    /// How it takes its time.
    public var waiter: Waiter { Waiter(session: session, job: job, span: span) }
}
