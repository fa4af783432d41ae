import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// listen(2).
    static let listening: [Rule] = [
        Rule("listen.datagram", .listen, .notSupportedOnSocket) { e in
            Finding(
                "\(e.me) is a \(e.type) socket: it has no connections to wait for",
                e.socket.type == .datagram ? "just receive: \(e.me).recvfrom 1024" : nil,
                "\(e.me).close; \(e.me) = socket \(e.family) stream"
            )
        },
        Rule("listen.used", .listen, .addressInUse) { e in
            let bound = e.socket.bound
            let holder = bound.flatMap { address in
                e.neighbours.open { Evidence.overlaps($0.local, address) && $0.isListening }
            }
            let who = holder.map { "\($0.name) of this shell" } ?? "another socket"
            return Finding(
                bound.map { "\(who) listens on \(Evidence.typed($0)) already: reuseaddr lets two be bound, one listen" }
                    ?? "every port that the kernel could choose is taken",
                holder.map { "\($0.name).close; \(e.me).listen" },
                "both may listen if both set it before bind: \(e.me).setsockopt reuseport on"
            )
        },
        Rule("listen.unix.unbound", .listen, .invalidArgument) { e in
            guard e.socket.family == .unix, e.socket.bound == nil, !e.socket.hadPeer else { return nil }
            return Finding(
                "\(e.me) has no name yet: a unix listener must be bound first, since the kernel chooses none",
                "\(e.me).bind /tmp/\(e.me).sock; \(e.me).listen"
            )
        },
        Rule("listen.unbound", .listen, .addressRequired) { e in
            Finding(
                "\(e.me) has no address that peers could connect to",
                "\(e.me).bind \(e.loopback("0")); \(e.me).listen"
            )
        },
        Rule("listen.connected", .listen, .invalidArgument) { e in
            guard e.socket.hadPeer else { return nil }
            let how = e.socket.listener.map { "it came from \($0).accept" } ?? "it has a peer"
            return Finding(
                "\(e.me) cannot become a listener: \(how)",
                e.socket.listener.map { "\($0).accept" },
                "\(e.server) = socket \(e.family) \(e.type); \(e.server).bind \(e.socket.family == .unix ? "/tmp/l.sock" : e.loopback("0")); "
                    + "\(e.server).listen"
            )
        },
    ]
}
