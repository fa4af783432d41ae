/// The protocol of a socket, its third argument; zero lets the kernel choose (socket(2), protocols(5)).
public struct ProtocolNumber: SymbolicConstant, CustomStringConvertible {
    /// The number, for the Internet families the one in the IP header (RFC 791 section 3.1).
    public let rawValue: Int32

    /// Any number: the kernel says whether it has such a protocol.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The family's own choice for the type.
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

    /// What every name begins with.
    public static let prefix = "IPPROTO_"

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
        Known("IPPROTO_RAW", raw, "raw IP packets"),
        Known("IPPROTO_MPTCP", Self(rawValue: 262), "TCP over several paths"),
    ]
}
