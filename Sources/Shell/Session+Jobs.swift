import Journal
import Sockets

extension Session {
    /// Ends the call that a job waits in, and the job with it.
    public func cancel(_ job: Job) {
        job.isCancelled = true
        interrupter.cancel(job: job.number)
    }

    /// Ends every job, waits until they have ended, closes every socket and takes away its name: nothing of the session is left but itself.
    /// The caller holds the session's lock.
    public func endAll() {
        for job in jobs.all where job.outcome == nil { cancel(job) }
        for job in jobs.all { end(job) }
        closeAll()
        removeNames()
    }

    /// Takes away the names in the temporary folder that its unix sockets were bound to, as far as sockets still have
    /// them.
    private func removeNames() {
        var paths: Set<String> = []
        journal.backwards { call in
            if call.name == "bind", call.error == nil, case .address(.unix(.path(let path)))? = call.argument("addr") {
                paths.insert(String(decoding: path, as: UTF8.self))
            }
            return true
        }
        for path in paths where path.hasPrefix("/tmp/") && Folder.isSocket(path) { _ = kernel.unlink(path) }
    }

    /// Lets others have the session for a moment, now and then: a job that never waits would keep it for itself, and
    /// nobody could end it. The caller holds the session's lock.
    func giveWay(_ job: Job) {
        let time = now()
        guard time - job.gaveWay >= 5_000_000 else { return }
        lock.unlock()
        usleep(100)
        lock.lock()
        job.gaveWay = now()
    }

    /// Ends a job and waits until it has, the session open meanwhile; the caller holds the session's lock.
    public func end(_ job: Job) {
        cancel(job)
        while job.outcome == nil { jobEnded.wait(lock, milliseconds: 50) }
    }
}
