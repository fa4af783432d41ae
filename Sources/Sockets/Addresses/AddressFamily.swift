/// The address family of a socket, its first argument (socket(2), address_families(7)).
public struct AddressFamily: SymbolicConstant, CustomStringConvertible {
    /// The number by which the kernel knows it.
    public let rawValue: Int32

    /// Any number: the kernel decides whether it has such a family.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// No family: dissolves the association of a connected datagram socket (connect(2)).
    public static let unspecified = Self(rawValue: 0)
    /// Local communication between processes of one machine (unix(7)).
    public static let unix = Self(rawValue: 1)
    /// Internet Protocol version 4 (ip(7)).
    public static let inet = Self(rawValue: 2)
    #if os(Linux)
        /// Internet Protocol version 6 (ipv6(7)).
        public static let inet6 = Self(rawValue: 10)
        /// Messages between the kernel and processes (netlink(7)).
        public static let netlink = Self(rawValue: 16)
        /// Whole frames of a network device (packet(7)).
        public static let packet = Self(rawValue: 17)
        /// Between a virtual machine and its host (vsock(7)).
        public static let vsock = Self(rawValue: 40)
    #else
        /// Internet Protocol version 6 (ip6(4)).
        public static let inet6 = Self(rawValue: 30)
        /// Between a virtual machine and its host.
        public static let vsock = Self(rawValue: 40)
    #endif

    /// The common prefix of the names.
    public static let prefix = "AF_"
    /// The protocol families of 4.2BSD, which have the same numbers.
    public static let otherPrefixes = ["PF_"]

    /// The families that most of this kernel's sockets use, and that are explained.
    public static var common: [Known<Self>] {
        let names = ["AF_INET", "AF_INET6", "AF_UNIX", "AF_PACKET", "AF_NETLINK", "AF_VSOCK"]
        return known.filter { names.contains($0.name) }
    }

    /// The families that a learner can name; any other is known by number.
    public static let known: [Known<Self>] = {
        var families = [
            Known("AF_INET", inet, "Internet Protocol version 4"),
            Known("AF_INET6", inet6, "Internet Protocol version 6"),
            Known("AF_UNIX", unix, "between processes of this machine"),
            Known("AF_LOCAL", unix, "the POSIX name of AF_UNIX"),
            Known("AF_UNSPEC", unspecified, "no family: undoes a datagram socket's connect"),
        ]
        #if os(Linux)
            families += [
                Known("AF_PACKET", packet, "whole frames of a network device"),
                Known("AF_NETLINK", netlink, "messages to and from the kernel"),
                Known("AF_VSOCK", vsock, "between a virtual machine and its host"),
                Known("AF_AX25", Self(rawValue: 3), "amateur radio"),
                Known("AF_IPX", Self(rawValue: 4), "Novell's protocols"),
                Known("AF_APPLETALK", Self(rawValue: 5), "Apple's AppleTalk"),
                Known("AF_X25", Self(rawValue: 9), "ITU-T X.25"),
                Known("AF_NETROM", Self(rawValue: 6), "amateur radio, routed"),
                Known("AF_BRIDGE", Self(rawValue: 7), "multiprotocol bridges"),
                Known("AF_ATMPVC", Self(rawValue: 8), "ATM, permanent circuits"),
                Known("AF_ROSE", Self(rawValue: 11), "amateur radio, X.25"),
                Known("AF_DECNET", Self(rawValue: 12), "DECnet"),
                Known("AF_NETBEUI", Self(rawValue: 13), "NetBEUI"),
                Known("AF_SECURITY", Self(rawValue: 14), "security callbacks"),
                Known("AF_KEY", Self(rawValue: 15), "IPsec's keys (RFC 2367)"),
                Known("AF_ROUTE", netlink, "the BSD name of AF_NETLINK"),
                Known("AF_ASH", Self(rawValue: 18), "Ash"),
                Known("AF_ECONET", Self(rawValue: 19), "Acorn's Econet"),
                Known("AF_ATMSVC", Self(rawValue: 20), "ATM, switched circuits"),
                Known("AF_RDS", Self(rawValue: 21), "reliable datagrams"),
                Known("AF_SNA", Self(rawValue: 22), "IBM's SNA"),
                Known("AF_IRDA", Self(rawValue: 23), "infrared"),
                Known("AF_PPPOX", Self(rawValue: 24), "PPP over other links"),
                Known("AF_WANPIPE", Self(rawValue: 25), "Sangoma's Wanpipe"),
                Known("AF_LLC", Self(rawValue: 26), "logical link control (IEEE 802.2)"),
                Known("AF_CAN", Self(rawValue: 29), "controller area network"),
                Known("AF_TIPC", Self(rawValue: 30), "cluster communication"),
                Known("AF_BLUETOOTH", Self(rawValue: 31), "Bluetooth"),
                Known("AF_ALG", Self(rawValue: 38), "the kernel's cryptography"),
                Known("AF_KCM", Self(rawValue: 41), "messages over TCP in the kernel"),
                Known("AF_QIPCRTR", Self(rawValue: 42), "Qualcomm's router"),
                Known("AF_SMC", Self(rawValue: 43), "shared memory communication"),
                Known("AF_XDP", Self(rawValue: 44), "express data path"),
            ]
        #else
            families.append(Known("AF_VSOCK", vsock, "between a virtual machine and its host"))
        #endif
        return families
    }()
}
