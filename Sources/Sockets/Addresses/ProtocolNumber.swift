/// The protocol of a socket, its third argument; zero lets the kernel choose (socket(2), protocols(5)).
public struct ProtocolNumber: SymbolicConstant, CustomStringConvertible {
    /// The number; for the Internet families, the one in the IP header (RFC 791 section 3.1).
    public let rawValue: Int32

    /// Any number: the kernel decides whether it has such a protocol.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The family's default for the type.
    public static let automatic = Self(rawValue: 0)
    /// Transmission Control Protocol.
    public static let tcp = Self(rawValue: 6)
    /// User Datagram Protocol.
    public static let udp = Self(rawValue: 17)
    /// Internet Control Message Protocol.
    public static let icmp = Self(rawValue: 1)
    /// Internet Control Message Protocol for IPv6.
    public static let icmpv6 = Self(rawValue: 58)
    /// Raw IP packets.
    public static let raw = Self(rawValue: 255)

    /// The common prefix of the names.
    public static let prefix = "IPPROTO_"

    /// The protocols that sockets are made for; the others appear only in IP headers.
    public static var common: [Known<Self>] {
        let values = [
            automatic, tcp, udp, icmp, icmpv6, raw, Self(rawValue: 132), Self(rawValue: 136), Self(rawValue: 262),
        ]
        return known.filter { values.contains($0.value) && $0.name != "IPPROTO_HOPOPTS" }
    }

    /// The protocols that a learner can name; getprotobyname knows more.
    public static let known: [Known<Self>] = [
        Known("IPPROTO_IP", automatic, "the family's own choice"),
        Known("IPPROTO_TCP", tcp, "Transmission Control Protocol"),
        Known("IPPROTO_UDP", udp, "User Datagram Protocol"),
        Known("IPPROTO_ICMP", icmp, "Internet Control Message Protocol"),
        Known("IPPROTO_ICMPV6", icmpv6, "ICMP for IPv6"),
        Known("IPPROTO_IGMP", Self(rawValue: 2), "Internet Group Management Protocol"),
        Known("IPPROTO_IPIP", Self(rawValue: 4), "IP within IP"),
        Known("IPPROTO_IPV6", Self(rawValue: 41), "IPv6"),
        Known("IPPROTO_GRE", Self(rawValue: 47), "Generic Routing Encapsulation"),
        Known("IPPROTO_ESP", Self(rawValue: 50), "Encapsulating Security Payload"),
        Known("IPPROTO_AH", Self(rawValue: 51), "Authentication Header"),
        Known("IPPROTO_DCCP", Self(rawValue: 33), "Datagram Congestion Control Protocol"),
        Known("IPPROTO_SCTP", Self(rawValue: 132), "Stream Control Transmission Protocol"),
        Known("IPPROTO_UDPLITE", Self(rawValue: 136), "UDP with a partial checksum"),
        Known("IPPROTO_EGP", Self(rawValue: 8), "Exterior Gateway Protocol"),
        Known("IPPROTO_PUP", Self(rawValue: 12), "PARC Universal Packet"),
        Known("IPPROTO_IDP", Self(rawValue: 22), "Xerox's datagrams"),
        Known("IPPROTO_TP", Self(rawValue: 29), "ISO transport, class 4"),
        Known("IPPROTO_ROUTING", Self(rawValue: 43), "IPv6's routing header"),
        Known("IPPROTO_FRAGMENT", Self(rawValue: 44), "IPv6's fragment header"),
        Known("IPPROTO_RSVP", Self(rawValue: 46), "Resource Reservation Protocol"),
        Known("IPPROTO_NONE", Self(rawValue: 59), "IPv6: nothing follows"),
        Known("IPPROTO_DSTOPTS", Self(rawValue: 60), "IPv6's options for the destination"),
        Known("IPPROTO_HOPOPTS", Self(rawValue: 0), "IPv6's options for each hop"),
        Known("IPPROTO_PIM", Self(rawValue: 103), "Protocol Independent Multicast"),
        Known("IPPROTO_RAW", raw, "raw IP packets"),
        Known("IPPROTO_MPTCP", Self(rawValue: 262), "TCP over several paths"),
    ]
}
