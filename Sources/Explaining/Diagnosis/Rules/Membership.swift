import Journal
import Language
import Sockets
import SystemPackage

extension Rule {
    /// setsockopt(2) for multicast groups (ip(7), ipv6(7), RFC 3678).
    static let memberships: [Rule] = [
        Rule("membership.twice", .setsockopt, .addressInUse) { e in
            Finding("\(e.me) is a member of that group already", "receive: \(e.me).recvfrom 1024")
        },
        Rule("membership.source.twice", .setsockopt, .addressNotAvailable) { e in
            guard e.joins, e.group.count == 3 else { return nil }
            return Finding(
                "\(e.me) hears \(e.group[2]) in \(e.group[0]) already",
                "receive: \(e.me).recvfrom 1024"
            )
        },
        Rule("membership.none", .setsockopt, .addressNotAvailable) { e in
            e.leaves ? notMember(e) : nil
        },
        Rule("membership.address", .setsockopt, .addressNotAvailable) { _ in
            Finding("no interface of this machine has that address", "if_nameindex")
        },
        Rule("membership.unicast", .setsockopt, .invalidArgument) { e in
            guard e.joins || e.leaves, let group = e.group.first, !Evidence.isMulticast(group) else { return nil }
            let (range, example) =
                IPv6Address(group) == nil ? ("224.0.0.0 to 239.255.255.255", "239.1.2.3") : ("ff00::/8", "ff02::1:3")
            return Finding(
                "\(group) is the address of one host, and a group is joined: \(range)",
                "\(e.me).join \(example) lo"
            )
        },
        Rule("membership.source.none", .setsockopt, .invalidArgument) { e in
            e.leaves && e.group.count == 3 ? notMember(e) : nil
        },
        Rule("membership.stream", .setsockopt, .protocolError) { e in
            Finding(
                "\(e.me) is a \(e.type) socket, and groups are for datagrams",
                "\(e.me).close; \(e.me) = socket \(e.family) dgram; \(e.me).join \(e.group.first ?? "239.1.2.3") lo"
            )
        },
        Rule("membership.device", .setsockopt, .operationNotSupportedByDevice) { e in
            Finding("no interface has that name, number or address", "if_nameindex")
        },
        Rule("membership.many", [.setsockopt], [.errno(.noBufferSpace), .errno(.noMemory)]) { e in
            Finding(
                "\(e.me) is a member of as many groups as one socket may be, or the kernel has no memory for more",
                "the limit is in /proc/sys/net/ipv4/igmp_max_memberships"
            )
        },
    ]

    private static func notMember(_ e: Evidence) -> Finding {
        let sender = e.group.count == 3 ? " for that sender" : ""
        return Finding(
            "\(e.me) is not a member of \(e.group.first ?? "that group") on that interface" + sender,
            "leave names the group and the interface that join named"
        )
    }
}

extension Evidence {
    /// Whether the option makes the socket a member of a group.
    fileprivate var joins: Bool { macro("optname").contains("ADD_") || macro("optname").contains("JOIN_") }

    /// Whether the option ends a membership.
    fileprivate var leaves: Bool { macro("optname").contains("DROP_") || macro("optname").contains("LEAVE_") }

    /// The words of the option's value: a group, an interface, a source.
    fileprivate var group: [String] {
        guard case .option(let value, _)? = call.argument("optval") else { return [] }
        return value.words.map(Quoting.word)
    }

    /// Whether an address in digits is a group's (RFC 5771, RFC 4291 section 2.7).
    fileprivate static func isMulticast(_ host: String) -> Bool {
        if let address = IPv4Address(host) { return (224...239).contains(address.octets[0]) }
        return IPv6Address(host)?.octets[0] == 0xff
    }
}
