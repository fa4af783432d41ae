import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// send(2) and its family on a connection that is not there, or not any more.
    static let sendingOnConnections: [Rule] = [
        Rule("send.listener", sends, [.errno(.brokenPipe), .errno(.socketNotConnected)]) { e in
            guard e.call.before == .listen || e.socket.listening != nil, !e.socket.isPaired else { return nil }
            if let connection = e.socket.accepted {
                return Finding(
                    "\(e.me) is a listener and has no peer itself; the connection is \(connection)",
                    "\(connection).\(e.call.name) \(e.data)"
                )
            }
            return Finding(
                "\(e.me) is a listener and has no peer itself: accept makes a socket for each",
                "\(e.other) = \(e.me).accept; \(e.other).send \(e.data)"
            )
        },
        Rule("send.shutdown", sends, .brokenPipe) { e in
            guard let shutdown = e.socket.writeShutdown else { return nil }
            return Finding(
                "\(e.me) was shut down for writing \(e.ago(shutdown)): nothing can follow the end",
                "receiving still works: \(e.me).recv 1024",
                "for more to send, a new connection: \(reconnect(e))"
            )
        },
        Rule("send.reset-before", sends, .brokenPipe) { e in
            guard let reset = e.socket.failed(nil, .connectionReset) else { return nil }
            return Finding(
                "the peer has reset the connection: \(reset.name) failed with ECONNRESET \(e.ago(reset))",
                reconnect(e)
            )
        },
        Rule("send.refused-before", sends, [.errno(.brokenPipe), .errno(.socketNotConnected)]) { e in
            guard let failed = e.socket.failedConnect else { return nil }
            return afterFailedConnect(e, failed)
        },
        Rule("send.refused-fastopen", [.sendto, .sendmsg], .connectionRefused) { e in
            guard e.isFastOpen else { return nil }
            return Finding(
                "fastopen lets \(e.call.name) connect first, and nothing listens on \(e.place)",
                "start a listener first: \(e.server) = socket \(e.family) stream; \(e.server).bind \(e.place); "
                    + "\(e.server).listen",
                "\(e.afresh); \(e.me).\(e.call.name) \(e.data) \(e.place) fastopen"
            )
        },
        Rule("send.refused-later", sends, [.errno(.connectionRefused), .errno(.brokenPipe)]) { e in
            guard e.socket.type == .stream else { return nil }
            return refusedLater(e)
        },
        Rule("send.never-connected", sends, [.errno(.brokenPipe), .errno(.socketNotConnected)]) { e in
            guard !e.socket.hadPeer else { return nil }
            if e.socket.type == .datagram {
                return Finding(
                    "\(e.me) has no peer: it was never connected, and send says no address",
                    "\(e.me).sendto \(e.data) \(e.somePeer)",
                    "\(e.me).connect \(e.somePeer); \(e.me).send \(e.data)"
                )
            }
            return Finding(
                "\(e.me) was never connected, so there is no one to send to",
                "\(e.me).connect \(e.somePeer)",
                "\(e.me).send \(e.data)"
            )
        },
        Rule("send.peer-closed", sends, .brokenPipe) { e in
            let told = e.socket.end.map { ": recv found the end \(e.ago($0))" } ?? ""
            return Finding(
                "the peer has closed the connection\(told)"
                    + (e.socket.family == .unix ? "" : "; its kernel answered what came later with a reset"),
                reconnect(e),
                "an empty recv is the sign to stop sending: \(e.me).recv 1024"
            )
        },
        Rule("send.not-connected", sends, .socketNotConnected) { e in
            Finding("\(e.me) has no peer any more", reconnect(e))
        },
        Rule("send.reset", sends, .connectionReset) { e in
            Finding(
                "the peer reset the connection: it closed while bytes of \(e.me) were unread, or it ended",
                reconnect(e),
                "read before closing, on the peer's side: recvall"
            )
        },
        Rule("send.nowhere", sends, .addressRequired) { e in
            Finding(
                "\(e.me) is a \(e.type) socket without a peer, and send says no address",
                "\(e.me).sendto \(e.data) \(e.somePeer)",
                "\(e.me).connect \(e.somePeer); \(e.me).send \(e.data)"
            )
        },
        Rule("send.connected", sends, .socketIsConnected) { e in
            Finding(
                "\(e.me) has a peer already, and its family takes no address beside it",
                "\(e.me).send \(e.data)",
                "\(e.me).getpeername"
            )
        },
        Rule("send.udp-refused", sends, .connectionRefused) { e in
            guard e.socket.type == .datagram else { return nil }
            let earlier = e.socket.done(.send, .sendto, .sendmsg)
            let peer = e.socket.connecting?.address ?? earlier?.address ?? e.address
            return Finding(
                "the datagram sent \(earlier.map(e.ago) ?? "before") found nobody bound to \(Evidence.typed(peer)); the "
                    + "ICMP answer is told with this call, which sent nothing",
                "bind a receiver first: \(e.other) = socket \(e.family) dgram; "
                    + "\(e.other).bind \(Evidence.typed(peer))",
                "then try the same again, since the error is told once"
            )
        },
        Rule("send.timedout", sends + receives, .timedOut) { e in
            Finding(
                e.socket.isOn("SO_KEEPALIVE") && !e.call.isSend
                    ? "the peer has answered none of the probes that SO_KEEPALIVE sends, so the kernel gave the connection up"
                    : "the peer has not acknowledged anything for so long that the kernel gave the connection up",
                reconnect(e)
            )
        },
    ]

    /// The explanation if the newest connect failed, and the socket has had no peer since.
    static func afterFailedConnect(_ e: Evidence, _ failed: Call) -> Finding {
        let peer = failed.address.map { " to \(Evidence.typed($0))" } ?? ""
        return Finding(
            "the connect\(peer) failed with \(failed.error?.name ?? "an error") \(e.ago(failed)), so \(e.me) has no peer",
            "\(e.me).connect \(failed.address.map(Evidence.typed) ?? e.somePeer)"
        )
    }

    /// The explanation if a connect that did not wait was refused later; nil if the connection was made.
    static func refusedLater(_ e: Evidence) -> Finding? {
        guard let begun = e.socket.connecting, begun.errno == .nowInProgress, e.call.before == .closed,
            !e.socket.calls.contains(where: { ($0.isSend || $0.isReceive) && $0.error == nil && $0.result > 0 })
        else { return nil }
        let isTold = e.call.errno == .connectionRefused
        return Finding(
            "the connect that \(e.me) began \(e.ago(begun)) was refused or given up"
                + (isTold ? ", and this call is the one that is told so" : ", and a call has fetched the reason since"),
            "\(e.afresh); \(e.me).connect \(begun.address.map(Evidence.typed) ?? e.somePeer)",
            "before sending, once poll says that it is decided: \(e.me).getsockopt error"
        )
    }

    /// The lines that make the connection once more.
    static func reconnect(_ e: Evidence) -> String {
        if let peer = e.socket.connecting?.address { return "\(e.afresh); \(e.me).connect \(Evidence.typed(peer))" }
        if let listener = e.socket.listener { return "\(e.me).close; \(e.me) = \(listener).accept" }
        if e.socket.isPaired { return "socketpair" }
        return "\(e.afresh); \(e.me).connect \(e.somePeer)"
    }
}
