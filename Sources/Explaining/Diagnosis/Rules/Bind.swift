import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// bind(2).
    static let binding: [Rule] = [
        Rule("bind.used.path-here", .bind, .addressInUse) { e in
            guard case .unix = e.address else { return nil }
            guard let holder = e.neighbours.open(where: { $0.local == e.address && $0.listener == nil })
            else { return nil }
            return Finding(
                "\(holder.name) of this shell is bound to \(e.place)",
                "\(e.me).bind \(e.place)2",
                "\(holder.name).close"
            )
        },
        Rule("bind.used.path", .bind, .addressInUse) { e in
            guard case .unix(let name) = e.address else { return nil }
            if case .abstract = name {
                return Finding(
                    "another process holds the abstract name \(e.place)",
                    "\(e.me).bind \(e.place)2"
                )
            }
            let maker = e.neighbours.closed { $0.local == e.address && $0.listener == nil }
            return Finding(
                "the file \(e.place) exists: "
                    + (maker.map { "\($0.name) made it when it was bound, and close does not remove it" }
                        ?? "a socket that was bound there left it, or it is another file"),
                "remove it: unlink \(e.place); \(e.me).bind \(e.place)",
                "\(e.me).bind \(e.place)2",
                "an abstract name leaves no file: \(e.me).bind @\(e.me)"
            )
        },
        Rule("bind.used.here", .bind, .addressInUse) { e in
            let holder = e.neighbours.open {
                Evidence.overlaps($0.local, e.address) && ($0.type == nil || $0.type == e.socket.type)
            }
            guard let holder, let local = holder.local else { return nil }
            if e.reusesPort, !holder.reusesPort { return heldDespiteSharing(e, holder) }
            if e.reusesAddress { return heldDespiteReuse(e, holder, local) }
            let origin = holder.listener.map { "it came from \($0).accept" }
            return Finding(
                "\(holder.name) of this shell holds that port: \(origin ?? "it is bound to \(Evidence.typed(local))")",
                "another port: \(e.me).bind \(host(e)) 0",
                "\(holder.name).close; \(e.me).bind \(e.place)"
            )
        },
        Rule("bind.used.time-wait", .bind, .addressInUse) { e in
            let gone = e.neighbours.closed { Evidence.overlaps($0.local, e.address) && $0.hadConnection }
            guard let gone, e.socket.type != .datagram else { return nil }
            let waiting = "\(gone.name) was closed, and a connection through its port still waits out its TIME_WAIT"
            if !gone.reusesAddress {
                return Finding(
                    "\(waiting) (a minute); SO_REUSEADDR helps only if the old socket had set it too",
                    "another port: \(e.me).bind \(host(e)) 0",
                    "a server sets it before each bind: \(e.me).setsockopt reuseaddr on"
                )
            }
            return Finding(
                "\(waiting) (a minute)",
                "\(e.me).setsockopt reuseaddr on; \(e.me).bind \(e.place)",
                "another port: \(e.me).bind \(host(e)) 0"
            )
        },
        Rule("bind.used.elsewhere.reuse", .bind, .addressInUse) { e in
            guard e.reusesAddress else { return nil }
            return Finding(
                "another process listens on port \(e.port), or holds it without SO_REUSEADDR: \(e.me) has set that, which "
                    + "helps only if both have, and never beside a listener",
                "let the kernel choose a free port: \(e.me).bind \(host(e)) 0",
                "who holds it, outside: ss -lnp 'sport = :\(e.port)'"
            )
        },
        Rule("bind.used.elsewhere", .bind, .addressInUse) { e in
            let isStream = e.socket.type != .datagram
            let sharing = e.reusesPort ? ", which does not share it (SO_REUSEPORT) or belongs to another user" : ""
            return Finding(
                "another process holds port \(e.port)\(sharing)"
                    + (isStream ? ", or one of its connections waits out its TIME_WAIT" : ""),
                "let the kernel choose a free port: \(e.me).bind \(host(e)) 0",
                isStream ? "after a server's restart: \(e.me).setsockopt reuseaddr on; \(e.me).bind \(e.place)" : nil,
                "who holds it, outside: ss -lnp 'sport = :\(e.port)'"
            )
        },
        Rule("bind.bound", .bind, .invalidArgument) { e in
            guard let bound = e.socket.bound else { return nil }
            let call = e.socket.done(.bind, .listen)
            return Finding(
                "\(e.me) is bound to \(Evidence.typed(bound)) since \(call.map { "\($0.name), \(e.ago($0))" } ?? "before"), "
                    + "and a socket is bound once",
                "\(e.me).getsockname",
                "\(e.afresh); \(e.me).bind \(e.place)"
            )
        },
        Rule("bind.connected", .bind, .invalidArgument) { e in
            guard e.socket.hadPeer else { return nil }
            let how = e.socket.listener.map { "accept gave it \($0)'s" } ?? "connect chose one for it"
            return Finding(
                "\(e.me) has an address already: \(how)",
                "\(e.me).getsockname",
                "bind comes before connect: \(e.afresh); \(e.me).bind \(e.place)"
            )
        },
        Rule("bind.sent", .bind, .invalidArgument) { e in
            guard let tried = e.autobinding else { return nil }
            return Finding(
                tried.error == nil
                    ? "\(e.me) got a port of the kernel's choice when it first sent"
                    : "\(e.me) has a port already: the kernel chose one for the \(tried.name) of \(e.ago(tried)), before it "
                        + "found that it fails",
                "\(e.me).getsockname",
                "\(e.afresh); \(e.me).bind \(e.place)"
            )
        },
        Rule("bind.invalid.inet4", .bind, .invalidArgument) { e in
            guard e.socket.family == .inet6, case .inet(let host, let port) = e.address else { return nil }
            return Finding(
                "\(e.me) is an inet6 socket and \(host) is an IPv4 address: its sockaddr_in is too short for this "
                    + "family",
                "\(e.me).bind ::ffff:\(host) \(port)",
                "\(e.me).bind :: \(port)"
            )
        },
        Rule("bind.v6only", .bind, .invalidArgument) { e in
            guard e.isMappedForVersion6Only else { return nil }
            return Finding(
                "\(e.me) takes IPv6 only (IPV6_V6ONLY), and \(e.address.host ?? "the address") stands for an IPv4 address",
                "\(e.me).setsockopt v6only off; \(e.me).bind \(e.place)",
                "\(e.me).close; \(e.me) = socket inet \(e.type); \(e.me).bind \(e.mapped)"
            )
        },
        Rule("bind.family", .bind, .addressFamilyNotSupported) { familyMismatch($0, "bind") },
        Rule("bind.foreign.vsock", .bind, .addressNotAvailable) { e in
            guard case .vsock(let context, let port) = e.address else { return nil }
            return Finding(
                "\(context) is not this machine's context, by which virtual machines and their host know each other",
                "whichever one it has: \(e.me).bind any \(port == .max ? "any" : String(port))"
            )
        },
        Rule("bind.foreign", .bind, .addressNotAvailable) { e in
            Finding(
                "\(e.address.host ?? e.place) is not an address of this machine: bind takes one of its own, and connect goes "
                    + "to others'",
                "every address of this machine: \(e.me).bind \"\" \(e.port)",
                "this machine alone: \(e.me).bind \(e.loopback(String(e.port)))",
                e.socket.type == .stream ? "\(e.me).connect \(e.place)" : nil
            )
        },
        Rule("bind.access.port", .bind, .permissionDenied) { e in
            guard let port = e.address.port, e.address.host != nil, port < 1024 else { return nil }
            return Finding(
                "ports below 1024 belong to the system, and port \(port) to root or CAP_NET_BIND_SERVICE",
                "\(e.me).bind \(host(e)) \(8000 + port)",
                "inside the private internet every port is free, outside: netshell lab"
            )
        },
        Rule("bind.access.broadcast", .bind, .permissionDenied) { e in
            guard e.address.host != nil else { return nil }
            return Finding(
                "\(e.place) may not be bound by this user, or the address is a broadcast address",
                "\(e.me).bind \(e.loopback("0"))"
            )
        },
        Rule("bind.access.folder", .bind, .permissionDenied) { e in
            guard case .unix = e.address else { return nil }
            return Finding(
                "this user may not make a file in the folder of \(e.place)",
                "\(e.me).bind /tmp/\(e.me).sock",
                "an abstract name needs no folder: \(e.me).bind @\(e.me)"
            )
        },
        Rule("bind.path.folder-missing", .bind, .noSuchFileOrDirectory) { e in
            Finding(
                "the folder of \(e.place) does not exist: bind makes the socket's file, not its folder",
                "\(e.me).bind /tmp/\(e.me).sock"
            )
        },
        Rule("bind.path.readonly", .bind, .readOnlyFileSystem) { e in
            Finding(
                "\(e.place) is on a file system that cannot be written",
                "\(e.me).bind /tmp/\(e.me).sock",
                "\(e.me).bind @\(e.me)"
            )
        },
        Rule("bind.path.not-permitted", .bind, .notPermitted) { e in
            guard case .unix = e.address else { return nil }
            return Finding(
                "the file system of \(e.place) takes no sockets",
                "\(e.me).bind /tmp/\(e.me).sock",
                "\(e.me).bind @\(e.me)"
            )
        },
        Rule("bind.device", .bind, .operationNotSupportedByDevice) { e in
            Finding("there is no interface of that number", "if_nameindex")
        },
    ]

    /// The explanation if SO_REUSEADDR is set already and does not help.
    private static func heldDespiteReuse(_ e: Evidence, _ holder: Neighbour, _ local: SocketAddress) -> Finding {
        let why =
            holder.isListening
            ? "it listens there, and SO_REUSEADDR, which \(e.me) has set, puts nobody beside a listener"
            : "it is bound to \(Evidence.typed(local)), and SO_REUSEADDR, which \(e.me) has set, helps only if both have it"
        return Finding(
            "\(holder.name) of this shell holds that port: \(why)",
            "another port: \(e.me).bind \(host(e)) 0",
            "\(holder.name).close; \(e.me).bind \(e.place)",
            holder.isListening
                ? "to share it, both set before bind: setsockopt reuseport on"
                : "before the other's bind: \(holder.name).setsockopt reuseaddr on"
        )
    }

    /// The explanation if SO_REUSEPORT is set already and the holder of the port has not set it.
    private static func heldDespiteSharing(_ e: Evidence, _ holder: Neighbour) -> Finding {
        Finding(
            "\(holder.name) of this shell holds that port and has not set SO_REUSEPORT, as \(e.me) has: both have to, each "
                + "before its bind",
            "\(holder.name).close; \(holder.name) = socket \(e.family) \(e.type); \(holder.name).setsockopt reuseport on; "
                + "\(holder.name).bind \(e.place); \(e.me).bind \(e.place)",
            "another port: \(e.me).bind \(host(e)) 0"
        )
    }

    private static func host(_ e: Evidence) -> String {
        switch e.address {
        case .inet(.any, _), .inet6(.any, _, _, _): "\"\""
        default: e.address.host ?? ""
        }
    }
}

extension Evidence {
    /// The newest send or connect that made the kernel choose a port for an unbound datagram socket, whether or not it
    /// succeeded: the port comes first (udp(7)).
    fileprivate var autobinding: Call? {
        guard socket.type == .datagram, socket.family == .inet || socket.family == .inet6 else {
            return socket.done(.sendto, .send, .sendmsg)
        }
        return socket.calls.first {
            !$0.isInjected && ($0.isSend || $0.kind == .connect) && $0.error != .errno(.badFileDescriptor)
        }
    }
}
