import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    private static let names: [CallKind] = [.getsockname, .getpeername]

    /// shutdown(2), getpeername(2), getsockname(2), close(2).
    static let ending: [Rule] = [
        Rule("shutdown.listener", .shutdown, .socketNotConnected) { e in
            guard e.call.before == .listen else { return nil }
            return Finding("\(e.me) is a listener and has no connection to end", "\(e.me).close")
        },
        Rule("shutdown.twice", .shutdown, .socketNotConnected) { e in
            guard e.socket.hadPeer else { return nil }
            let past = e.socket.writeShutdown ?? e.socket.readShutdown
            return Finding(
                past.map { "\(e.me) was shut down \(e.ago($0)), and the connection has ended since" }
                    ?? "\(e.me)'s connection has ended: both sides are done, or it was reset",
                "\(e.me).close"
            )
        },
        Rule("shutdown.refused-before", .shutdown, .socketNotConnected) { e in
            guard let failed = e.socket.failedConnect else { return nil }
            return afterFailedConnect(e, failed)
        },
        Rule("shutdown.never-connected", .shutdown, .socketNotConnected) { e in
            Finding(
                "\(e.me) was never connected: there is no direction to end",
                "\(e.me).close",
                "\(e.me).connect \(e.somePeer)"
            )
        },
        Rule("shutdown.direction", .shutdown, .invalidArgument) { e in
            Finding(
                "\(e.macro("how")) is no direction: 0 is rd, 1 is wr, 2 is rdwr",
                "\(e.me).shutdown wr"
            )
        },
        Rule("getpeername.listener", .getpeername, .socketNotConnected) { e in
            guard e.call.before == .listen || e.socket.listening != nil else { return nil }
            return Finding(
                "\(e.me) is a listener: each connection has a peer, the listener has none",
                e.socket.accepted.map { "\($0).getpeername" } ?? "\(e.other) = \(e.me).accept; \(e.other).getpeername"
            )
        },
        Rule("getpeername.refused-before", .getpeername, .socketNotConnected) { e in
            guard let failed = e.socket.failedConnect else { return nil }
            return afterFailedConnect(e, failed)
        },
        Rule("getpeername.connecting", .getpeername, .socketNotConnected) { e in
            guard let begun = e.socket.connecting, begun.errno == .nowInProgress else { return nil }
            return Finding(
                "the connect of \(e.ago(begun)) is still under way, or has failed",
                "poll \(e.me):out",
                "\(e.me).getsockopt error"
            )
        },
        Rule("getpeername.deferred", .getpeername, .socketNotConnected) { e in
            guard e.call.before == .synSent, e.socket.connecting?.error == nil else { return nil }
            return Finding(
                "\(e.me) is not connected yet: TCP_FASTOPEN_CONNECT holds the SYN back until the first data",
                "\(e.me).send hello; \(e.me).getpeername"
            )
        },
        Rule("getpeername.port-zero", .getpeername, .socketNotConnected) { e in
            guard e.socket.type == .datagram, let peer = e.socket.connecting?.address, peer.port == 0 else {
                return nil
            }
            return Finding(
                "\(e.me) was connected to port 0, which is no one's port: the kernel takes that as no peer",
                "\(e.me).connect \(e.somePeer); \(e.me).getpeername"
            )
        },
        Rule("getpeername.over", .getpeername, .socketNotConnected) { e in
            guard e.socket.hadPeer else { return nil }
            return Finding(
                "\(e.me)'s connection is over, and the kernel has forgotten the peer with it",
                "ask while it is open: getpeername",
                reconnect(e)
            )
        },
        Rule("getpeername.never-connected", .getpeername, .socketNotConnected) { e in
            Finding(
                "\(e.me) was never connected, so it has no peer",
                "its own address: \(e.me).getsockname",
                "\(e.me).connect \(e.somePeer)"
            )
        },
        Rule("names.buffers", names, .noBufferSpace) { e in
            Finding("the kernel had no memory to answer", "a little later: \(e.me).\(e.call.name)")
        },
        Rule("close.interrupted", .close, .interrupted) { e in
            Finding("a signal came while the kernel closed it; on Linux the descriptor is gone all the same")
        },
        Rule("close.io", [.close], [.errno(.ioError), .errno(.noSpace), .errno(.diskQuotaExceeded)]) { e in
            Finding("what was written last could not be delivered; the descriptor is gone all the same")
        },
    ]
}
