import Journal
import Sockets

extension Invocation {
    /// Waits for a job to end, the session unlocked meanwhile, and then forgets it. Ctrl-C ends the wait, not the job;
    /// in a job, `cancel` ends the wait.
    public func wait(for other: Job) throws(Failure) {
        if other === job { throw failure(.noSuchJob, "a job cannot wait for itself") }
        session.output.flush()
        try waiter.noting(.job(other)) { () throws(Failure) in
            while other.outcome == nil {
                try waiter.checkInterruption()
                session.changed.wait(session.lock, milliseconds: 50)
            }
        }
        session.jobs.remove(other)
        // Its calls are reported with this statement.
        if let job = other.statement { session.waited.append((statement, job)) }
    }

    /// The job meant if no number is given: the newest started from the same place, else the newest.
    public var newestJob: Job? {
        let jobs = session.jobs.all
        return jobs.last { $0.starter == job?.number } ?? jobs.last
    }

    /// Whether it runs in a job rather than the foreground.
    public var isInBackground: Bool { job != nil }

    /// Lets time pass, the session unlocked for jobs; Ctrl-C and `cancel` end it.
    public func pause(seconds: Double) throws(Failure) {
        session.output.flush()
        let end = now() + UInt64(min(max(seconds, 0), 1e9) * 1e9)
        try waiter.noting(.time) { () throws(Failure) in
            while true {
                try waiter.checkInterruption()
                let time = now()
                guard time < end else { return }
                // Any job's end wakes it; then it checks again. Short slices, so that Ctrl-C is noticed.
                session.changed.wait(session.lock, milliseconds: Int(min((end - time + 999_999) / 1_000_000, 50)))
            }
        }
    }

    /// Waits until a condition holds, checking every few milliseconds, the session unlocked for jobs; Ctrl-C and
    /// `cancel` end it.
    public func pause(until isReached: @escaping () -> Bool) throws(Failure) {
        session.output.flush()
        try waiter.noting(.state(isReached: isReached)) { () throws(Failure) in
            while !isReached() {
                try waiter.checkInterruption()
                session.changed.wait(session.lock, milliseconds: 5)
            }
        }
    }
}
