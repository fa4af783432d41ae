import Journal
import Shell
import Sockets

extension Stage {
    /// Ends the peers and all that the session has open. Its connections are reset, so that none of them holds a port of
    /// the lesson's for a minute, in TIME_WAIT (RFC 9293, 3.6.1); and the names that its unix sockets made in this folder
    /// are taken away, as those in the temporary one are.
    public func strike() {
        let names = session.locked { session.relativeNames }
        for session in [session] + cast.map(\.session) {
            session.locked { for socket in session.sockets.all { socket.resetWhenClosed() } }
        }
        endPeers()
        session.locked {
            session.endAll()
            session.sockets.restartNames()
        }
        for name in names where Folder.isSocket(name) { _ = Kernel().unlink(name) }
    }
}

extension Session {
    /// The paths without a folder in front to which its unix sockets were bound. Whoever binds one has made it.
    fileprivate var relativeNames: Set<String> {
        var names: Set<String> = []
        journal.backwards { call in
            if call.kind == .bind, call.error == nil, case .address(.unix(.path(let path)))? = call.argument("addr") {
                names.insert(String(decoding: path, as: UTF8.self))
            }
            return true
        }
        return names.filter { !$0.contains("/") }
    }
}

extension Socket {
    /// Lets close reset a connection: a linger time of 0 (socket(7)). Past the session's kernel, whose faults are the
    /// learner's.
    fileprivate func resetWhenClosed() {
        guard type == .stream, let option = SocketOption.find("SO_LINGER", level: .socket),
            let value = try? option.encode(["on", "0"])
        else { return }
        _ = Kernel().setsockopt(descriptor, level: option.level.rawValue, option: option.number, value: value)
    }
}
