import Journal
import Reading
import Sockets

extension Rule {
    /// Receives that waited for data, and sends that waited for room, until a timeout or Ctrl-C ended them.
    static let waitingForData: [Rule] = [
        Rule("waited.recv.datagram", receives, [.timeout, .interrupted]) { e in
            guard e.socket.type == .datagram,
                e.socket.family == .inet || e.socket.family == .inet6 || !e.socket.isPaired
            else { return nil }
            return noDatagram(e)
        },
        Rule("waited.recv.deferred", receives, [.timeout, .interrupted]) { e in
            guard e.call.before == .synSent, let peer = e.socket.connecting?.address else { return nil }
            return Finding(
                "\(e.me) has not sent its SYN yet: TCP_FASTOPEN_CONNECT holds it back for the first data, so "
                    + "\(Evidence.typed(peer)) knows nothing of it",
                "\(e.me).send hello"
            )
        },
        Rule("timeout.recv", receives, [.timeout]) { e in
            Finding(
                e.cameSoFar.map(readable) ?? "nothing came in that time: \(e.sentToUs)\(begins(e))",
                advice: answers(e) + [longer(e)]
            )
        },
        Rule("interrupted.recv", receives, [.interrupted]) { e in
            Finding(
                e.cameSoFar.map(readable) ?? "nothing had come: \(e.sentToUs)\(begins(e))",
                advice: answers(e) + ["limit the wait: \(e.me).settimeout 5"]
            )
        },
        Rule("timeout.send", sends, [.timeout]) { e in
            Finding(noRoom(e), advice: roomAdvice(e) + [longer(e)])
        },
        Rule("interrupted.send", sends, [.interrupted]) { e in
            let taken = e.takenBefore
            return Finding(
                noRoom(e)
                    + (taken == 0
                        ? "; the kernel had taken none of these bytes"
                        : "; the kernel had taken \(taken) of these bytes, and none of those after them"),
                advice: roomAdvice(e) + ["limit the wait: \(e.me).settimeout 5"]
            )
        },
    ]

    private static func readable(_ came: String) -> String { "\(came): $error.data has what came" }

    /// Whether the peer may be waiting, too.
    private static func begins(_ e: Evidence) -> String {
        e.hasSent || e.unacceptedAt != nil || e.counterpart?.isOwn == true
            ? "" : "; perhaps it waits for \(e.me) to begin"
    }

    private static func answers(_ e: Evidence) -> [String] {
        if let line = e.answerFromHere { return [line] }
        return e.hasSent || e.counterpart != nil ? [] : ["begin: \(e.me).send hello"]
    }

    private static func noDatagram(_ e: Evidence) -> Finding {
        let again = e.failure.isInterruption ? "limit the wait: \(e.me).settimeout 5" : longer(e)
        guard let own = e.ownAddress else {
            return Finding(
                "\(e.me) has no \(e.socket.family == .unix ? "name" : "port") yet, so nobody can send to it",
                "\(e.me).bind \(e.socket.family == .unix ? "@\(e.me)" : e.loopback("0"))",
                again
            )
        }
        let reached = Evidence.reachable(own)
        if let peer = e.socket.connecting?.address {
            let here = e.neighbours.open { $0.type == .datagram && Evidence.overlaps($0.local, peer) }
            return Finding(
                "no datagram has come from \(Evidence.typed(peer)), and \(e.me), which is connected to that address, takes "
                    + "no others; one that was lost is not sent again",
                here.map { "send one from there: \($0.name).sendto hello \(reached)" },
                again
            )
        }
        return Finding(
            "no datagram has come to \(reached); one that was lost is not sent again",
            "send one: \(e.other) = socket \(e.family) dgram; \(e.other).sendto hello \(reached)",
            again
        )
    }

    /// Why there is no room to send.
    private static func noRoom(_ e: Evidence) -> String {
        let full = "\(e.me)'s send buffer and the other end's receive buffer are full"
        if let listener = e.unacceptedAt { return "\(full), and \(listener) has not accepted the connection yet" }
        return e.counterpart.map { "\(full): \($0.readWords)" } ?? "\(full): \(e.peerName) does not read"
    }

    private static func roomAdvice(_ e: Evidence) -> [String] {
        if let listener = e.unacceptedAt {
            return ["accept it: \(e.other) = \(listener).accept; \(e.other).recv 65536"]
        }
        return [e.readThere].compactMap { $0 }
    }
}
