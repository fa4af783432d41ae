import Journal
import Language
import Reading
import Sockets

extension Remark {
    /// Calls on addresses and connections that did something else than it seems.
    static let addressing: [Remark] = [
        Remark("getaddrinfo.short", [.getaddrinfo]) { s in
            guard let host = s.evidence.text("node"), IPv4Address(host) == nil,
                host.utf8.allSatisfy({ $0 == 46 || $0 >= 48 && $0 <= 57 }), let meant = IPv4Address(asInetAton: host)
            else { return nil }
            let isOctal = host.split(separator: ".").contains { $0.count > 1 && $0.hasPrefix("0") }
            return
                "\(Quoting.word(host)) is \(meant) by the old rules of inet_aton(3): "
                + (isOctal ? "a number that begins with 0 is octal" : "the last number fills all bytes that are left")
        },
        Remark("listen.unbound", [.listen]) { s in
            guard s.socket.bound == nil, let local = s.call.local, let port = local.port, port != 0 else { return nil }
            return
                "\(s.me) was not bound, so the kernel chose port \(port), on every address of this machine; a server binds first, so "
                + "that clients know its port"
        },
        Remark("connect.self", [.connect]) { s in
            guard s.isTCP, let local = s.call.local, local == s.call.address else { return nil }
            return
                "\(s.me) is connected to itself: nobody listens there, and the kernel happened to choose that very port for \(s.me)"
        },
        Remark("connect.any", [.connect]) { s in anyAddress(s) },
        Remark("connect.datagram", [.connect]) { s in
            guard s.socket.type == .datagram, s.call.address != .unspecified, s.socket.family != .unix else {
                return nil
            }
            return
                "nothing was sent and nobody was asked: on a datagram socket connect only notes the peer, whether or not there is one"
        },
        Remark("connect.deferred", [.connect]) { s in
            guard s.call.after == .synSent else { return nil }
            return "nothing was sent yet: with TCP_FASTOPEN_CONNECT the SYN waits for the first data"
        },
        Remark("bind.shared", [.bind]) { s in
            guard s.socket.type == .datagram, s.evidence.reusesAddress, let local = s.call.local ?? s.call.address,
                let other = s.evidence.neighbours.open(where: {
                    $0.type == .datagram && $0.reusesAddress && Evidence.overlaps($0.local, local)
                })
            else { return nil }
            return
                "\(other.name) holds that port, too: a datagram for one host goes to only one of the two, the one bound last"
        },
        Remark("bind.closed", [.bind]) { s in
            guard s.socket.type == .datagram, s.socket.family != .unix, s.call.after == .closed else { return nil }
            return
                "CLOSE in the prompt is how Linux calls a datagram socket without a peer (ss: UNCONN): \(s.me) works, and receives "
                + "from everyone"
        },
        Remark("shutdown.read", [.shutdown]) { s in
            guard s.isTCP, s.call.constantName("how") == "SHUT_RD" else { return nil }
            return "TCP does not tell the peer: what it sends is still taken and acknowledged"
        },
    ]

    /// Options that did something else than it seems.
    static let setting: [Remark] = [
        Remark("option.linger", [.setsockopt]) { s in
            guard s.call.constantName("optname") == "SO_LINGER",
                case .option(.linger(on: false, let seconds), _)? = s.call.argument("optval"),
                !s.typed.lowercased().split(whereSeparator: { $0 == " " }).contains("off")
            else { return nil }
            return
                "linger is off by that (l_onoff 0, l_linger \(seconds)): close returns at once and the kernel sends what is left; a "
                + "reset at close is setsockopt linger on 0"
        },
        Remark("option.too-late", [.setsockopt]) { s in
            let names = ["SO_REUSEADDR", "SO_REUSEPORT"]
            guard let name = s.call.constantName("optname"), names.contains(name), let bound = s.socket.bound,
                case .option(let value, _)? = s.call.argument("optval"), value.number != 0
            else { return nil }
            return "\(name) counts when a socket is bound, and \(s.me) was bound to \(Evidence.typed(bound)) before"
        },
        Remark("option.doubled", [.getsockopt]) { s in
            guard let name = s.call.constantName("optname"), name == "SO_RCVBUF" || name == "SO_SNDBUF",
                let set = s.socket.number(of: name), set > 0,
                case .option(let value, _)? = s.call.output("optval"), let number = value.number, number != set
            else { return nil }
            return number == 2 * set
                ? "the kernel doubles what was set, \(set), for its own bookkeeping (socket(7))"
                : "the kernel made that of the \(set) that was set: it doubles the number, and keeps it within its limits (socket(7))"
        },
    ]
}
