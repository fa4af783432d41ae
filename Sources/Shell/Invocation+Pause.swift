import Journal
import Sockets

extension Invocation {
    /// Waits until a job has ended, the session open meanwhile; Ctrl-C ends the waiting, not the job. In a job, `cancel`
    /// ends it.
    public func wait(for other: Job) throws(Failure) {
        if other === job { throw failure("NoSuchJob", "a job cannot wait for itself") }
        session.output.flush()
        while other.outcome == nil {
            try checkInterruption()
            session.jobEnded.wait(session.lock, milliseconds: 50)
        }
    }

    /// Whether it runs in a job, beside what is typed.
    public var isInBackground: Bool { job != nil }

    private func checkInterruption() throws(Failure) {
        if job == nil ? Interrupts.take() : job?.isCancelled == true { throw Failure(.interrupted(nil), at: span) }
    }

    /// Lets time pass, the session open to jobs; Ctrl-C and `cancel` end it.
    public func pause(seconds: Double) throws(Failure) {
        session.output.flush()
        let end = now() + UInt64(min(max(seconds, 0), 1e9) * 1e9)
        session.pauses += 1
        defer { session.pauses -= 1 }
        while true {
            try checkInterruption()
            let time = now()
            guard time < end else { return }
            // Any job's end wakes it; then it looks again. Short slices, so that Ctrl-C is heard.
            session.jobEnded.wait(session.lock, milliseconds: Int(min((end - time + 999_999) / 1_000_000, 50)))
        }
    }
}
