/// What a network device's frame carries: the protocol of packet(7), in host byte order (`linux/if_ether.h`).
public struct EtherType: SymbolicConstant, CustomStringConvertible {
    /// The number, in host byte order.
    public let rawValue: Int32

    /// Any number.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Every frame, whatever it carries.
    public static let all = Self(rawValue: 3)

    /// The common prefix of the names.
    public static let prefix = "ETH_P_"

    /// The protocols that a learner can name.
    public static let known: [Known<Self>] = [
        Known("ETH_P_ALL", all, "every frame"),
        Known("ETH_P_IP", Self(rawValue: 0x0800), "Internet Protocol version 4"),
        Known("ETH_P_IPV6", Self(rawValue: 0x86dd), "Internet Protocol version 6"),
        Known("ETH_P_ARP", Self(rawValue: 0x0806), "address resolution"),
        Known("ETH_P_RARP", Self(rawValue: 0x8035), "reverse address resolution"),
        Known("ETH_P_8021Q", Self(rawValue: 0x8100), "virtual networks (IEEE 802.1Q)"),
        Known("ETH_P_8021AD", Self(rawValue: 0x88a8), "virtual networks within others"),
        Known("ETH_P_802_3", Self(rawValue: 1), "frames of IEEE 802.3"),
        Known("ETH_P_802_2", Self(rawValue: 4), "frames of IEEE 802.2"),
        Known("ETH_P_LOOP", Self(rawValue: 0x0060), "Ethernet's loopback"),
        Known("ETH_P_LLDP", Self(rawValue: 0x88cc), "discovery of the link"),
        Known("ETH_P_PAE", Self(rawValue: 0x888e), "access to a port (IEEE 802.1X)"),
        Known("ETH_P_MPLS_UC", Self(rawValue: 0x8847), "label switching"),
        Known("ETH_P_PPP_DISC", Self(rawValue: 0x8863), "PPP over Ethernet, discovery"),
        Known("ETH_P_PPP_SES", Self(rawValue: 0x8864), "PPP over Ethernet, sessions"),
    ]

    /// As socket(2) expects it: in network byte order.
    public var number: ProtocolNumber {
        ProtocolNumber(rawValue: Int32(UInt16(truncatingIfNeeded: rawValue).bigEndian))
    }

    /// From a number as in socket(2), in network byte order.
    public init(_ number: ProtocolNumber) {
        self.init(rawValue: Int32(UInt16(bigEndian: UInt16(truncatingIfNeeded: number.rawValue))))
    }
}
