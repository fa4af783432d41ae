import Journal
import Sockets

/// The end of a session, for the shell's own sake: none of it is in the journal, and not the session's kernel does it, whose
/// faults are the learner's.
extension Session {
    /// Ends every job and closes every socket.
    public func closeAll() {
        for job in jobs.all where job.outcome == nil { cancel(job) }
        let kernel = Kernel()
        for socket in sockets.all {
            _ = kernel.close(socket.descriptor)
            sockets.remove(socket)
        }
        for descriptor in sockets.takeDetached() { _ = kernel.close(descriptor) }
    }

    /// Ends every job, waits until they have ended, closes every socket and takes away its name: nothing of the session is
    /// left but itself. Of the names that unix sockets were bound to, those in the temporary folder are taken away. The
    /// caller holds the session's lock.
    ///
    /// - Parameter takesRelativeNames: whether names without a folder in front are taken away too, of whatever folder the
    ///   process is in.
    public func endAll(takesRelativeNames: Bool = false) {
        for job in jobs.all where job.outcome == nil { cancel(job) }
        for job in jobs.all { end(job) }
        closeAll()
        for path in boundNames where path.hasPrefix("/tmp/") || takesRelativeNames && !path.contains("/") {
            // It may be gone, and be a file of somebody else's by now.
            if Folder.isSocket(path) { _ = Kernel().unlink(path) }
        }
    }

    /// The paths to which its unix sockets were bound. Whoever binds one has made it.
    private var boundNames: Set<String> {
        var paths: Set<String> = []
        journal.backwards { call in
            if call.kind == .bind, call.error == nil, case .address(.unix(.path(let path)))? = call.argument("addr") {
                paths.insert(String(decoding: path, as: UTF8.self))
            }
            return true
        }
        return paths
    }

    /// Lets close reset every connection, with a linger time of 0 (socket(7)), so that none of them holds a port in TIME_WAIT
    /// (RFC 9293 section 3.6.1).
    public func resetConnectionsOnClose() {
        guard let option = SocketOption.find("SO_LINGER", level: .socket), let value = try? option.encode(["on", "0"])
        else { return }
        let kernel = Kernel()
        for socket in sockets.all where socket.type == .stream {
            _ = kernel.setsockopt(socket.descriptor, level: option.level.rawValue, option: option.number, value: value)
        }
    }
}
