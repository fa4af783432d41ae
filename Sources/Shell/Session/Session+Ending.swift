import Journal
import Sockets

/// The end of a session, for the shell's own purposes: none of it is journaled, and it does not use the session's
/// kernel, whose faults are the learner's.
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

    /// Ends every job and waits for it, closes every socket and forgets its name: only the session itself is left. Of
    /// the names that unix sockets were bound to, those in the temporary folder are removed. The caller holds the
    /// session's lock.
    ///
    /// - Parameter takesRelativeNames: whether names without a folder are removed too, in whatever folder the process
    ///   is.
    public func endAll(takesRelativeNames: Bool = false) {
        for job in jobs.all where job.outcome == nil { cancel(job) }
        for job in jobs.all { end(job) }
        closeAll()
        for path in boundNames where path.hasPrefix("/tmp/") || takesRelativeNames && !path.contains("/") {
            // It may be gone, and be someone else's file by now.
            if Folder.isSocket(path) { _ = Kernel().unlink(path) }
        }
    }

    /// The paths to which its unix sockets were bound. Binding one creates it.
    var boundNames: Set<String> {
        var paths: Set<String> = []
        journal.backwards { call in
            if call.kind == .bind, call.error == nil, case .address(.unix(.path(let path)))? = call.argument("addr") {
                paths.insert(String(decoding: path, as: UTF8.self))
            }
            return true
        }
        return paths
    }

    /// Makes close reset every connection, with a linger time of 0 (socket(7)), so that none holds a port in TIME_WAIT
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
