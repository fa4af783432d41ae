/// The part of the kernel that a netlink socket talks to: the protocol of netlink(7).
public struct NetlinkProtocol: SymbolicConstant, CustomStringConvertible {
    /// The number by which the kernel knows it.
    public let rawValue: Int32

    /// Any number.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The common prefix of the names.
    public static let prefix = "NETLINK_"

    /// The protocols that a learner can name.
    public static let known: [Known<Self>] = [
        Known("NETLINK_ROUTE", Self(rawValue: 0), "routes, addresses, links"),
        Known("NETLINK_USERSOCK", Self(rawValue: 2), "between processes"),
        Known("NETLINK_FIREWALL", Self(rawValue: 3), "obsolete"),
        Known("NETLINK_SOCK_DIAG", Self(rawValue: 4), "how sockets stand"),
        Known("NETLINK_INET_DIAG", Self(rawValue: 4), "another name of NETLINK_SOCK_DIAG"),
        Known("NETLINK_NFLOG", Self(rawValue: 5), "obsolete"),
        Known("NETLINK_XFRM", Self(rawValue: 6), "IPsec"),
        Known("NETLINK_SELINUX", Self(rawValue: 7), "events of SELinux"),
        Known("NETLINK_ISCSI", Self(rawValue: 8), "Open-iSCSI"),
        Known("NETLINK_AUDIT", Self(rawValue: 9), "auditing"),
        Known("NETLINK_FIB_LOOKUP", Self(rawValue: 10), "looks routes up"),
        Known("NETLINK_CONNECTOR", Self(rawValue: 11), "the kernel's connector"),
        Known("NETLINK_NETFILTER", Self(rawValue: 12), "the firewall"),
        Known("NETLINK_IP6_FW", Self(rawValue: 13), "obsolete"),
        Known("NETLINK_KOBJECT_UEVENT", Self(rawValue: 15), "the kernel's messages about devices"),
        Known("NETLINK_GENERIC", Self(rawValue: 16), "further families"),
        Known("NETLINK_SCSITRANSPORT", Self(rawValue: 18), "SCSI transports"),
        Known("NETLINK_ECRYPTFS", Self(rawValue: 19), "an encrypted file system"),
        Known("NETLINK_RDMA", Self(rawValue: 20), "remote memory"),
        Known("NETLINK_CRYPTO", Self(rawValue: 21), "the kernel's cryptography"),
        Known("NETLINK_SMC", Self(rawValue: 22), "shared memory communication"),
    ]
}
