import Sockets

extension StraceValue {
    /// The address that a `sockaddr` in strace's notation holds; nil if it is none, or is cut.
    var address: SocketAddress? {
        guard case .structure(let fields) = self, let family = self["sa_family"]?.name else { return nil }
        switch family {
        case "AF_INET":
            guard let port = port("sin_port"), let host = field("sin_addr", "inet_addr").flatMap({ IPv4Address($0) })
            else { return nil }
            return .inet(host, port: port)
        case "AF_INET6": return internet6(fields)
        case "AF_UNIX", "AF_LOCAL": return .unix(unixName)
        case "AF_NETLINK":
            return .netlink(port: bits("nl_pid"), groups: groups)
        case "AF_PACKET": return link
        case "AF_VSOCK": return .vsock(context: bits("svm_cid"), port: bits("svm_port"))
        case "AF_UNSPEC": return .unspecified
        default:
            guard let family = AddressFamily(spelling: family) else { return nil }
            return .other(family, self["sa_data"]?.bytes ?? [])
        }
    }

    private func internet6(_ fields: [StraceValue]) -> SocketAddress? {
        guard let port = port("sin6_port") else { return nil }
        for case .call("inet_pton", let parts) in fields where parts.count > 1 {
            guard let text = parts[1].bytes, let host = IPv6Address(String(decoding: text, as: UTF8.self)) else {
                continue
            }
            let scope = self["sin6_scope_id"].map { Self.interface($0) } ?? 0
            return .inet6(host, port: port, flowInfo: bits("sin6_flowinfo"), scope: scope)
        }
        return nil
    }

    private var unixName: UnixName {
        switch self["sun_path"] {
        case .string(let bytes, _)?: bytes.isEmpty ? .unnamed : .path(Array(bytes.prefix { $0 != 0 }))
        case .call("@", let parts)?: .abstract(parts.first?.bytes ?? [])
        default: .unnamed
        }
    }

    private var link: SocketAddress? {
        guard self["sll_protocol"] != nil || self["sll_ifindex"] != nil else {
            return .other(.packet, self["sa_data"]?.bytes ?? [])
        }
        var etherType = bits("sll_protocol")
        if case .call(_, let parts)? = self["sll_protocol"], let name = parts.first?.name,
            let known = EtherType(spelling: name)
        {
            etherType = UInt32(known.rawValue)
        }
        let packetTypes = [
            "PACKET_HOST", "PACKET_BROADCAST", "PACKET_MULTICAST", "PACKET_OTHERHOST", "PACKET_OUTGOING",
        ]
        let packetType = self["sll_pkttype"]?.name.flatMap { packetTypes.firstIndex(of: $0) } ?? 0
        let hardware =
            ["ARPHRD_ETHER": UInt32(1), "ARPHRD_LOOPBACK": 772][self["sll_hatype"]?.name ?? ""] ?? bits("sll_hatype")
        return .packet(
            LinkAddress(
                interface: self["sll_ifindex"].map { Self.interface($0) } ?? 0,
                etherType: UInt16(truncatingIfNeeded: etherType),
                hardware: UInt16(truncatingIfNeeded: hardware),
                packetType: UInt8(packetType),
                address: (self["sll_addr"]?.members ?? []).map { UInt8(truncatingIfNeeded: $0.number ?? 0) }
            )
        )
    }

    /// An interface by its index or its name on this machine.
    private static func interface(_ value: StraceValue) -> UInt32 {
        if case .call("if_nametoindex", let parts) = value, let name = parts.first?.bytes {
            return Interface.index(ofName: String(decoding: name, as: UTF8.self)) ?? 0
        }
        return UInt32(truncatingIfNeeded: value.number ?? 0)
    }

    private func port(_ name: String) -> UInt16? { self[name]?.number.flatMap { UInt16(exactly: $0) } }

    private func bits(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: self[name]?.number ?? 0) }

    /// The groups of a netlink address, which strace writes in hexadecimal without a prefix.
    private var groups: UInt32 {
        guard let word = self["nl_groups"]?.name else { return 0 }
        return UInt32(word.hasPrefix("0x") ? String(word.dropFirst(2)) : word, radix: 16) ?? 0
    }

    /// The text in a field's call: `sin_addr=inet_addr("127.0.0.1")`.
    private func field(_ name: String, _ function: String) -> String? {
        guard case .call(function, let parts)? = self[name], let bytes = parts.first?.bytes else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
