import Journal
import Language

/// How a statement waits: with the session unlocked for others, until Ctrl-C ends it, or `cancel` if it runs in a job.
public struct Waiter {
    let session: Session
    let job: Job?
    /// Where an interruption points.
    let span: Span

    /// Throws if the statement should end.
    public func checkInterruption() throws(Failure) {
        let isOver = job.map(\.isCancelled) ?? (Interrupts.isPending && Interrupts.take())
        if isOver { throw Failure(.interrupted(nil), at: span) }
    }

    /// Shows what was said so far, in the foreground or in a background block.
    func flush() {
        if job == nil || job?.scope != nil { session.output.flush() }
    }

    /// Between two pieces of work that may be long: a job yields to others now and then.
    func betweenPieces() throws(Failure) {
        job.map(session.giveWay)
        try checkInterruption()
    }

    /// Runs what may wait in the kernel; returns whether it was ended, and why.
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
    /// How it waits.
    public var waiter: Waiter { Waiter(session: session, job: job, span: span) }
}
