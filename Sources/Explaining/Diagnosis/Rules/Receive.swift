import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    private static let unconnected: [Trouble] = [.errno(.socketNotConnected), .errno(.invalidArgument)]

    /// What an ioctl says that nobody knows; sockatmark(3) is one inside libc.
    private static let noMark: [Trouble] = [
        .errno(Errno(rawValue: ENOTTY)), .errno(.invalidArgument), .errno(.notSupportedOnSocket),
    ]

    /// sockatmark(3).
    static let asking: [Rule] = [
        Rule("sockatmark.unsupported", [.sockatmark], noMark) { e in
            guard let type = e.socket.type, let family = e.socket.family,
                type != .stream || family != .inet && family != .inet6
            else { return nil }
            return Finding(
                "only TCP, and unix streams since Linux 5.15, have urgent data and so a mark, and \(e.me) is \(e.kind)",
                "\(e.me).recv 1024",
                "\(e.me).close; \(e.me) = socket inet stream"
            )
        },
        Rule("sockatmark.no-mark", [.sockatmark], noMark) { e in
            Finding(
                "\(e.me)'s descriptor\(e.call.descriptor.map { " \($0)" } ?? "") is open and knows no mark: it is a file, a "
                    + "terminal, a pipe, or a socket without urgent data",
                "\(e.me).close; \(e.me) = socket inet stream"
            )
        },
    ]

    /// ` more` if the statement had received something before.
    private static func more(_ e: Evidence) -> String { e.failure.taken.isEmpty ? "" : " more" }

    /// recv(2) and its family.
    static let receiving: [Rule] = [
        Rule("recv.urgent.none", receives, .invalidArgument) { e in
            guard e.has(.outOfBand) else { return nil }
            return Finding(
                "no urgent byte waits on \(e.me): none was sent, it was read already, or oobinline keeps it in the "
                    + "stream",
                "wait for one: poll \(e.me):pri",
                "\(e.me).recv 1024"
            )
        },
        Rule("recv.urgent.unsupported", receives, .notSupportedOnSocket) { e in
            guard e.has(.outOfBand) else { return nil }
            return Finding(
                "oob receives urgent data, which only a stream has, and \(e.me) is \(e.kind)",
                "\(e.me).recv 1024"
            )
        },
        Rule("recv.listener", receives, unconnected) { e in
            guard e.call.before == .listen || e.socket.listening != nil else { return nil }
            if let connection = e.socket.accepted {
                return Finding(
                    "\(e.me) is a listener: data comes through the connection, which is \(connection)",
                    "\(connection).recv 1024"
                )
            }
            return Finding(
                "\(e.me) is a listener: data comes through the sockets that accept makes",
                "\(e.other) = \(e.me).accept; \(e.other).recv 1024"
            )
        },
        Rule("recv.refused-before", receives, unconnected) { e in
            guard let failed = e.socket.failedConnect else { return nil }
            return afterFailedConnect(e, failed)
        },
        Rule("recv.never-connected", receives, unconnected) { e in
            guard !e.socket.hadPeer, e.socket.type != .datagram else { return nil }
            return Finding(
                "\(e.me) was never connected, so no one sends to it",
                "\(e.me).connect \(e.somePeer)"
            )
        },
        Rule("recv.not-connected", receives, .socketNotConnected) { e in
            Finding(
                "\(e.me)'s connection is over"
                    + (e.socket.failed(nil, .connectionReset).map { ": it was reset \(e.ago($0))" } ?? ""),
                reconnect(e)
            )
        },
        Rule("recv.reset", receives, .connectionReset) { e in
            let sent = e.socket.done(.send, .sendto, .sendmsg) != nil
            let how = sent ? "closed with bytes from \(e.me) unread" : "closed with something unread"
            return Finding(
                "the peer ended the connection with a reset instead of an orderly end: it \(how), or its machine was restarted",
                reconnect(e),
                "an orderly end, on the peer's side: shutdown wr, then recvall, then close"
            )
        },
        Rule("recv.again.timeout", receives, .resourceTemporarilyUnavailable) { e in
            guard e.has(.dontWait), !e.isNonBlocking else { return nil }
            return Finding(
                "nothing\(more(e)) has come yet, and dontwait says not to wait",
                "wait for something: poll \(e.me) -timeout 5",
                e.answerFromHere
            )
        },
        Rule("recv.again", receives, .resourceTemporarilyUnavailable) { e in
            Finding(
                e.isNonBlocking
                    ? "nothing\(more(e)) has come yet, and \(e.nonBlocking)"
                    : e.call.messageFlags.readsErrorQueue
                        ? "no error is in \(e.me)'s queue, and reading that queue never waits"
                        : "nothing\(more(e)) came within the time that rcvtimeo allows",
                "wait for something: poll \(e.me) -timeout 5",
                e.answerFromHere,
                e.isNonBlocking ? "wait in the call: \(e.me).setblocking on" : nil
            )
        },
        Rule("recv.refused-later", receives, .connectionRefused) { e in
            e.socket.type == .stream ? refusedLater(e) : nil
        },
        Rule("recv.udp-refused", receives, .connectionRefused) { e in
            let earlier = e.socket.done(.send, .sendto, .sendmsg)
            let peer = e.socket.connecting?.address ?? earlier?.address
            let where_ = peer.map { "to \(Evidence.typed($0))" } ?? "to its peer's port"
            return Finding(
                "the datagram sent \(earlier.map(e.ago) ?? "before") found nobody bound \(where_), and the ICMP answer "
                    + "came back",
                peer.map {
                    "bind a receiver first: \(e.other) = socket \(e.family) dgram; "
                        + "\(e.other).bind \(Evidence.typed($0))"
                },
                "then send again and \(e.me).recv 1024"
            )
        },
        Rule("recv.memory", receives, .noMemory) { e in
            Finding("the kernel had no memory to hand the data over", "\(e.me).recv 1024")
        },
        Rule("recv.flag", receives, [.errno(.notSupportedOnSocket), .errno(.invalidArgument)]) { e in
            guard e.number("flags") != 0 else { return nil }
            return Finding(
                "\(e.macro("flags")) means nothing to \(e.kind)",
                "\(e.me).recv 1024"
            )
        },
    ]
}
