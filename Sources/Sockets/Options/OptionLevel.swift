/// The layer that an option belongs to, the second argument of getsockopt(2) and setsockopt(2).
///
/// A level is usually a protocol number, so C has two names for most: `IPPROTO_TCP` everywhere, `SOL_TCP` on Linux.
/// Both are accepted, as is `tcp`; the portable name is the one shown.
public struct OptionLevel: SymbolicConstant, CustomStringConvertible {
    /// The number by which the kernel knows it.
    public let rawValue: Int32

    /// Any number: the kernel decides whether it has such a level.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The socket itself, whatever its protocol (socket(7)).
    public static let socket = Self(rawValue: SOL_SOCKET)
    /// Internet Protocol version 4 (ip(7)).
    public static let ip = Self(rawValue: 0)
    /// Transmission Control Protocol (tcp(7)).
    public static let tcp = Self(rawValue: 6)
    /// User Datagram Protocol (udp(7)).
    public static let udp = Self(rawValue: 17)
    /// Internet Protocol version 6 (ipv6(7)).
    public static let ipv6 = Self(rawValue: 41)
    /// ICMP for IPv6 (RFC 3542 section 3.2).
    public static let icmpv6 = Self(rawValue: 58)
    /// UDP with a partial checksum (udplite(7)).
    public static let udplite = Self(rawValue: 136)
    /// Raw IP packets (raw(7)).
    public static let raw = Self(rawValue: 255)
    #if os(Linux)
        /// Every Controller Area Network (CAN) socket.
        public static let canRaw = Self(rawValue: 101)
        /// SAE J1939 over CAN.
        public static let j1939 = Self(rawValue: 107)
        /// Frames of a network device (packet(7)).
        public static let packet = Self(rawValue: 263)
        /// Messages between the kernel and processes (netlink(7)).
        public static let netlink = Self(rawValue: 270)
    #endif
    /// Between a virtual machine and its host; C names it only by the family (vsock(7)).
    public static let vsock = Self(rawValue: 40)

    /// The prefix of names that only a level has.
    public static let prefix = "SOL_"

    /// The levels that a learner can name; any other is known by number.
    public static let known: [Known<Self>] = {
        var levels: [Known<Self>] = [
            Known("SOL_SOCKET", socket, "the socket itself"),
            Known("IPPROTO_TCP", tcp, "Transmission Control Protocol"),
            Known("SOL_TCP", tcp, "Linux's name of IPPROTO_TCP"),
            Known("IPPROTO_IP", ip, "Internet Protocol version 4"),
            Known("SOL_IP", ip, "Linux's name of IPPROTO_IP"),
            Known("IPPROTO_IPV6", ipv6, "Internet Protocol version 6"),
            Known("SOL_IPV6", ipv6, "Linux's name of IPPROTO_IPV6"),
            Known("IPPROTO_UDP", udp, "User Datagram Protocol"),
            Known("SOL_UDP", udp, "Linux's name of IPPROTO_UDP"),
            Known("IPPROTO_ICMPV6", icmpv6, "ICMP for IPv6"),
            Known("SOL_ICMPV6", icmpv6, "Linux's name of IPPROTO_ICMPV6"),
            Known("IPPROTO_RAW", raw, "raw IP packets"),
            Known("SOL_RAW", raw, "Linux's name of IPPROTO_RAW"),
            Known("IPPROTO_UDPLITE", udplite, "UDP with a partial checksum"),
            Known("SOL_UDPLITE", udplite, "Linux's name of IPPROTO_UDPLITE"),
        ]
        levels += linuxOnly
        return levels
    }()

    private static var linuxOnly: [Known<Self>] {
        #if os(Linux)
            [
                Known("SOL_PACKET", packet, "frames of a network device"),
                Known("SOL_NETLINK", netlink, "messages to and from the kernel"),
                Known("AF_VSOCK", vsock, "between a virtual machine and its host"),
                Known("SOL_CAN_RAW", canRaw, "frames of a controller area network"),
                Known("SOL_CAN_J1939", j1939, "SAE J1939 on a controller area network"),
                Known("SOL_SCTP", Self(rawValue: 132), "Stream Control Transmission Protocol"),
                Known("SOL_TIPC", Self(rawValue: 271), "cluster communication"),
                Known("SOL_BLUETOOTH", Self(rawValue: 274), "Bluetooth"),
                Known("SOL_RDS", Self(rawValue: 276), "reliable datagrams"),
                Known("SOL_ALG", Self(rawValue: 279), "the kernel's cryptography"),
                Known("SOL_TLS", Self(rawValue: 282), "TLS records in the kernel"),
                Known("SOL_MPTCP", Self(rawValue: 284), "TCP over several paths"),
            ]
        #else
            []
        #endif
    }

    /// The level that a word names: `tcp`, `SOL_TCP`, `IPPROTO_TCP` in any case, or a number; otherwise nil.
    public init?(spelling: String) {
        let upper = spelling.uppercased()
        for known in Self.known where known.name == upper || Self.short(known.name) == upper {
            self = known.value
            return
        }
        guard let number = Int32(spelling), number >= 0 else { return nil }
        self.init(rawValue: number)
    }

    /// The distinct short spellings, as a learner types them.
    public static var shortNames: [String] {
        var names: [String] = []
        for known in known {
            let name = short(known.name).lowercased()
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static func short(_ name: String) -> String {
        for prefix in ["SOL_", "IPPROTO_", "AF_"] where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }
}
