import Journal
import Language
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// connect(2), the way to the peer: routes, addresses, permissions, time.
    static let reachingPeers: [Rule] = [
        Rule("connect.timedout", .connect, .timedOut) { e in
            Finding(
                "no answer to any SYN: \(e.address.host ?? e.place) is down, not there, or a firewall swallows the "
                    + "segments silently",
                "wait less next time: \(e.me).settimeout 5",
                "check the address: getaddrinfo NAME"
            )
        },
        Rule("connect.v6only", [.connect] + sends, .networkUnreachable) { e in
            guard e.isMappedForVersion6Only else { return nil }
            let call = e.call.kind == .connect ? "connect" : "sendto \(e.data)"
            return Finding(
                "\(e.me) takes IPv6 only (IPV6_V6ONLY), and \(e.address.host ?? "the address") stands for an IPv4 address",
                "\(e.me).setsockopt v6only off; \(e.me).\(call) \(e.place)",
                "\(e.me).close; \(e.me) = socket inet \(e.type); \(e.me).\(call) \(e.mapped)"
            )
        },
        Rule("connect.unreachable.loopback", [.connect] + sends, .networkUnreachable) { e in
            guard e.isLoopback else { return nil }
            return Finding(
                "\(e.address.host ?? "the peer") is this machine, and its loopback interface is switched off or has no such "
                    + "address",
                "which interfaces there are: if_nameindex",
                "switch it on, as root and outside: ip link set lo up"
            )
        },
        Rule("connect.unreachable.network", [.connect] + sends, .networkUnreachable) { e in
            Finding(
                "this machine has no route to \(e.address.host ?? "the peer")'s network: no interface leads there",
                e.socket.family == .inet6
                    ? "the machine may have no IPv6; try IPv4: \(e.other) = socket inet \(e.type)" : nil,
                "stay on this machine: \(e.me).\(e.call.kind == .connect ? "connect" : "sendto hello") "
                    + e.loopback(String(e.port)),
                "which addresses this machine has: if_nameindex"
            )
        },
        Rule("connect.unreachable.host", [.connect] + sends + receives, .noRouteToHost) { e in
            Finding(
                "the network is there and \(e.address.host ?? "the peer") does not answer in it: the host is off or "
                    + "the address is wrong, or a router said that it may not be reached",
                "check the address, then try the same again"
            )
        },
        Rule("connect.unreachable.down", [.connect] + sends + receives, .networkDown) { e in
            Finding("the interface on the way to the peer is switched off", "which are up, outside: ip link")
        },
        Rule("connect.available.ports", .connect, .addressNotAvailable) { e in
            if let bound = e.socket.bound, bound.port != 0, bound.port == e.address.port {
                return Finding(
                    "\(e.me) is bound to \(Evidence.typed(bound)), and a connection from there to \(e.place) is there "
                        + "already",
                    "let the kernel choose the port: \(e.afresh); \(e.me).connect \(e.place)"
                )
            }
            return Finding(
                "no port is free for this end: every ephemeral port to \(e.place) is in use or waits out its "
                    + "TIME_WAIT",
                "close connections that are not needed: sockets",
                "the range is in /proc/sys/net/ipv4/ip_local_port_range"
            )
        },
        Rule("connect.family", .connect, .addressFamilyNotSupported) { familyMismatch($0, "connect") },
        Rule("connect.invalid.inet4", .connect, .invalidArgument) { e in
            guard e.socket.family == .inet6, case .inet(let host, let port) = e.address else { return nil }
            return Finding(
                "\(e.me) is an inet6 socket and \(host) is an IPv4 address: its sockaddr_in is too short for this "
                    + "family",
                "\(e.me).connect ::ffff:\(host) \(port)",
                "\(e.me).close; \(e.me) = socket inet \(e.type); \(e.me).connect \(e.place)"
            )
        },
        Rule("connect.invalid.scope", [.connect, .bind, .sendto], .invalidArgument) { e in
            guard case .inet6(let host, let port, _, 0) = e.address, host.isLinkLocal else { return nil }
            return Finding(
                "\(host) is unique on one link only, and nothing says which: a link-local address needs an interface",
                "which interfaces there are: if_nameindex",
                "with the interface's name: \(e.me).\(e.call.name)\(e.call.kind == .sendto ? " hello" : "") "
                    + "\(host)%\(Evidence.someInterface) \(port)"
            )
        },
        Rule("connect.invalid.other-scope", [.connect, .bind], .invalidArgument) { e in
            guard case .inet6(let host, _, _, let scope) = e.address, scope != 0, host.isLinkLocal,
                let (earlier, first) = e.earlierScope, first != scope
            else { return nil }
            let name = Interface.name(ofIndex: first) ?? String(first)
            return Finding(
                "the \(earlier.name) of \(e.ago(earlier))\(earlier.error == nil ? "" : ", though it failed,") tied \(e.me) to "
                    + "the interface \(name), and no other is taken since",
                "\(e.afresh); \(e.me).\(e.call.name) \(e.place)",
                "which interfaces there are: if_nameindex"
            )
        },
        Rule("connect.invalid.bound-loopback", [.connect] + sends, .invalidArgument) { e in
            guard let bound = e.socket.bound, Evidence.isLoopback(bound), bound.host != "0.0.0.0", bound.host != "::",
                e.address.host != nil, !e.isLoopback
            else { return nil }
            let call = e.call.kind == .connect ? "connect" : "sendto \(e.data)"
            return Finding(
                "\(e.me) is bound to \(Evidence.typed(bound)), and loopback leads nowhere else",
                "\(e.afresh); \(e.me).\(call) \(e.place)"
            )
        },
        Rule("connect.access.broadcast", .connect, .permissionDenied) { e in
            guard e.socket.type == .datagram, e.socket.family == .inet else { return nil }
            return Finding(
                "\(e.address.host ?? e.place) is a broadcast address, and \(e.me) has not said that it means that",
                "\(e.me).setsockopt broadcast on; \(e.me).connect \(e.place)"
            )
        },
        Rule("connect.access.firewall", [.connect] + sends, .notPermitted) { e in
            Finding(
                "a rule of this machine's firewall forbids the packet",
                "look at the rules, as root and outside: nft list ruleset"
            )
        },
        Rule("connect.used", .connect, .addressInUse) { e in
            Finding(
                "a connection between \(e.socket.bound.map(Evidence.typed) ?? "this port") and \(e.place) exists "
                    + "already, or waits out its TIME_WAIT",
                "let the kernel choose the port: \(e.afresh); \(e.me).connect \(e.place)"
            )
        },
        Rule("connect.reset", .connect, .connectionReset) { e in
            Finding(
                "the peer answered the SYN and then reset the connection before it was made",
                "\(e.me).connect \(e.place)"
            )
        },
        Rule("connect.aborted", .connect, .connectionAbort) { e in
            Finding(
                "the connection that connect had begun on \(e.me) was given up meanwhile",
                "\(e.afresh); \(e.me).connect \(e.place)"
            )
        },
    ]

    /// The explanation of an address of another family than the socket's.
    static func familyMismatch(_ e: Evidence, _ command: String) -> Finding? {
        let family = e.address.family
        guard let own = e.socket.family, own != family else { return nil }
        let name = String(family.description.dropFirst(3)).lowercased()
        let article = own == .inet || own == .inet6 || own == .unix ? "an" : "a"
        var advice = ["\(e.me).close; \(e.me) = socket \(name) \(e.type); \(e.me).\(command) \(e.place)"]
        if own == .inet, case .inet6(let host, let port, _, _) = e.address, host == .loopback || host == .any {
            advice.insert("\(e.me).\(command) \(host == .any ? "0.0.0.0" : "127.0.0.1") \(port)", at: 0)
        }
        return Finding(
            "\(e.me) is \(own == .unix ? "a" : article) \(e.family) socket, and \(e.place) is an address of \(name)",
            advice: advice
        )
    }
}

extension Evidence {
    /// The name of an interface of this machine, for an example: one that leads out if there is one.
    fileprivate static var someInterface: String {
        let names = (Interface.all() ?? []).map(\.name)
        return Quoting.word(names.first { $0 != "lo" } ?? names.first ?? "lo")
    }

    /// The newest earlier call that gave the socket a scope, whether or not it succeeded, and that scope: the kernel
    /// notes it before it looks for a way there (ipv6(7)).
    fileprivate var earlierScope: (Call, UInt32)? {
        for call in socket.calls where call.kind == .connect || call.kind == .bind {
            if case .inet6(let host, _, _, let scope)? = call.address, scope != 0, host.isLinkLocal {
                return (call, scope)
            }
        }
        return nil
    }
}
