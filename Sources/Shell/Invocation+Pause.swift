import Journal
import Sockets

extension Invocation {
    /// Lets time pass, the session open to jobs; Ctrl-C and `cancel` end it.
    public func pause(seconds: Double) throws(Failure) {
        session.output.flush()
        let end = now() + UInt64(min(max(seconds, 0), 1e9) * 1e9)
        while true {
            if job == nil, Interrupts.take() { throw Failure(.interrupted(nil), at: span) }
            if job?.isCancelled == true { throw Failure(.interrupted(nil), at: span) }
            let time = now()
            guard time < end else { return }
            // Any job's end wakes it; then it looks again. Short slices, so that Ctrl-C is heard.
            session.jobEnded.wait(session.lock, milliseconds: Int(min((end - time + 999_999) / 1_000_000, 50)))
        }
    }
}
