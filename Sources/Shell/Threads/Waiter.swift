import Journal
import Language

/// How a statement waits: with the session unlocked for others, until Ctrl-C ends it, or `cancel` if it runs in a job.
public struct Waiter {
    let session: Session
    let job: Job?
    /// Where an interruption points.
    let span: Span
    /// The number of the statement.
    let statement: Int
    /// What its receives go on for.
    let aim: ReadAim?
    /// What the statement may not do; nil for a person's own.
    let confinement: Confinement?

    /// Throws if the statement should end.
    func checkInterruption() throws(Failure) {
        if job == nil ? Interrupts.take() : job?.isCancelled == true { throw Failure(.interrupted(nil), at: span) }
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

    /// Runs a closure that waits, noting what for.
    func noting<Result, Failure>(_ wait: Wait, _ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        try session.noting(WaitingStatement(wait: wait, job: job, statement: statement, aim: aim), body)
    }

    /// Runs what may wait in the kernel; returns whether it was ended, and why.
    func run<Result>(_ wait: Wait, deadline: UInt64? = nil, _ body: () -> Result) -> (Result, Interrupter.Cause?) {
        flush()
        return noting(wait) {
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
    public var waiter: Waiter {
        Waiter(session: session, job: job, span: span, statement: statement, aim: aim, confinement: confinement)
    }
}
