#if os(Linux)
    /// IPv6 options, numbered as in linux/in6.h.
    extension SocketOption {
        @inline(never)
        private static func ipv6(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "RFC 3542",
            scope: OptionScope = .inet6,
            synonym: String? = nil
        ) -> SocketOption {
            SocketOption(name, .ipv6, number, kind, access, about, source: source, scope: scope, synonym: synonym)
        }

        static let ipv6Table: [SocketOption] = [
            ipv6(
                "IPV6_ADDRFORM",
                1,
                .choice(Choices(AddressFamily.self)),
                "AF_INET makes a socket of a mapped peer an IPv4 one",
                source: manual
            ),
            ipv6(
                "IPV6_CHECKSUM",
                7,
                .integer(unit: "bytes"),
                "where the checksum is in a raw packet; -1 is nowhere",
                scope: .raw6
            ),
            ipv6("IPV6_NEXTHOP", 9, .bytes(28), "the router to send by; Linux has only the number", .writeOnly),
            ipv6("IPV6_AUTHHDR", 10, .bytes(256), "the authentication header; obsolete", .writeOnly, source: manual),
            ipv6("IPV6_FLOWINFO", 11, .boolean, "each message brings the flow information", source: header),
            ipv6(
                "IPV6_UNICAST_HOPS",
                16,
                .integer(unit: "hops"),
                "how many routers a packet may pass; -1 is the default",
                source: "RFC 3493"
            ),
            ipv6(
                "IPV6_ROUTER_ALERT",
                22,
                .integer(unit: nil),
                "takes packets with this router alert that pass by",
                source: manual,
                scope: .raw6
            ),
            ipv6(
                "IPV6_MTU_DISCOVER",
                23,
                .choice(discovery6),
                "whether packets may be fragmented at the source",
                source: manual
            ),
            ipv6(
                "IPV6_MTU",
                24,
                .integer(unit: "bytes"),
                "the largest packet on the path of a connected socket",
                source: manual
            ),
            ipv6("IPV6_RECVERR", 25, .boolean, "keeps ICMP errors in a queue that MSG_ERRQUEUE reads", source: manual),
            ipv6("IPV6_V6ONLY", 26, .boolean, "takes no IPv4 peers under mapped addresses", source: "RFC 3493"),
            ipv6(
                "IPV6_ROUTER_ALERT_ISOLATE",
                30,
                .boolean,
                "router alerts of this namespace only",
                source: header,
                scope: .raw6
            ),
            ipv6(
                "IPV6_RECVERR_RFC4884",
                31,
                .boolean,
                "queued errors say where ICMP extensions start",
                source: "RFC 4884"
            ),
            ipv6("IPV6_FLOWLABEL_MGR", 32, .bytes(32), "reserves and gives back flow labels", source: header),
            ipv6("IPV6_FLOWINFO_SEND", 33, .boolean, "connect and sendto use the address's flow label", source: header),
            ipv6(
                "IPV6_IPSEC_POLICY",
                34,
                .bytes(256),
                "an IPsec policy of this socket, in KAME's form",
                .writeOnly,
                source: header
            ),
            ipv6(
                "IPV6_XFRM_POLICY",
                35,
                .bytes(256),
                "an IPsec policy of this socket, in Linux's form",
                .writeOnly,
                source: header
            ),
            ipv6("IPV6_HDRINCL", 36, .boolean, "the sender writes the IP header too", source: header, scope: .raw6),
            ipv6("IPV6_RECVPKTINFO", 49, .boolean, "each message brings its interface and destination"),
            ipv6(
                "IPV6_PKTINFO",
                50,
                .structure(packetInfo),
                "the source address and interface of what is sent",
                .writeOnly
            ),
            ipv6("IPV6_RECVHOPLIMIT", 51, .boolean, "each message brings the hops that it had left"),
            ipv6(
                "IPV6_HOPLIMIT",
                52,
                .integer(unit: "hops"),
                "the hops of one message; ancillary data only",
                .writeOnly
            ),
            ipv6("IPV6_RECVHOPOPTS", 53, .boolean, "each message brings its hop-by-hop options"),
            ipv6("IPV6_HOPOPTS", 54, .bytes(2048), "the hop-by-hop options of what is sent"),
            ipv6("IPV6_RTHDRDSTOPTS", 55, .bytes(2048), "the options for the first stop of a routing header"),
            ipv6("IPV6_RECVRTHDR", 56, .boolean, "each message brings its routing header"),
            ipv6("IPV6_RTHDR", 57, .bytes(2048), "the routing header of what is sent"),
            ipv6("IPV6_RECVDSTOPTS", 58, .boolean, "each message brings its destination options"),
            ipv6("IPV6_DSTOPTS", 59, .bytes(2048), "the destination options of what is sent"),
            ipv6("IPV6_RECVPATHMTU", 60, .boolean, "reports a message that is too large for the path"),
            ipv6(
                "IPV6_PATHMTU",
                61,
                .structure(pathMTU),
                "the peer and the largest packet on the path to it",
                .readOnly
            ),
            ipv6("IPV6_DONTFRAG", 62, .boolean, "refuses what would have to be fragmented"),
            ipv6("IPV6_RECVTCLASS", 66, .boolean, "each message brings its traffic class"),
            ipv6(
                "IPV6_TCLASS",
                67,
                .integer(unit: nil),
                "the traffic class of each packet, DSCP and ECN; -1 is the default"
            ),
            ipv6("IPV6_AUTOFLOWLABEL", 70, .boolean, "the kernel labels each flow", source: header),
            ipv6(
                "IPV6_ADDR_PREFERENCES",
                72,
                .flags(preferences),
                "which kinds of source address are preferred",
                source: "RFC 5014"
            ),
            ipv6(
                "IPV6_MINHOPCOUNT",
                73,
                .integer(unit: "hops"),
                "drops what has fewer hops left than this",
                source: "RFC 5082"
            ),
            ipv6(
                "IPV6_RECVORIGDSTADDR",
                74,
                .boolean,
                "each message brings the address that it was first sent to",
                source: header
            ),
            ipv6(
                "IPV6_ORIGDSTADDR",
                74,
                .boolean,
                "each message brings the address that it was first sent to",
                source: header,
                synonym: "IPV6_RECVORIGDSTADDR"
            ),
            ipv6(
                "IPV6_TRANSPARENT",
                75,
                .boolean,
                "a proxy answers for addresses that are not its own",
                source: header
            ),
            ipv6(
                "IPV6_UNICAST_IF",
                76,
                .interfaceNetworkOrder,
                "which interface packets to one host leave by",
                source: header
            ),
            ipv6(
                "IPV6_RECVFRAGSIZE",
                77,
                .boolean,
                "each message brings the size of its largest fragment",
                source: header
            ),
            ipv6("IPV6_FREEBIND", 78, .boolean, "binds to an address that this host does not have yet", source: header),
            ipv6(
                "IP6T_SO_ORIGINAL_DST",
                80,
                .socketAddress(28),
                "where a connection went before the firewall redirected it",
                .readOnly,
                source: header
            ),
        ]

        static let ipv6MulticastTable: [SocketOption] =
            [
                ipv6(
                    "IPV6_MULTICAST_IF",
                    17,
                    .interface,
                    "which interface packets to a group leave by",
                    source: "RFC 3493"
                ),
                ipv6(
                    "IPV6_MULTICAST_HOPS",
                    18,
                    .integer(unit: "hops"),
                    "how many routers packets to a group may pass",
                    source: "RFC 3493"
                ),
                ipv6(
                    "IPV6_MULTICAST_LOOP",
                    19,
                    .boolean,
                    "packets to a group come back to this host's members",
                    source: "RFC 3493"
                ),
                ipv6(
                    "IPV6_JOIN_GROUP",
                    20,
                    .membership6,
                    "joins a group on an interface",
                    .writeOnly,
                    source: "RFC 3493"
                ),
                ipv6("IPV6_LEAVE_GROUP", 21, .membership6, "leaves a group", .writeOnly, source: "RFC 3493"),
                ipv6(
                    "IPV6_ADD_MEMBERSHIP",
                    20,
                    .membership6,
                    "joins a group on an interface",
                    .writeOnly,
                    source: manual,
                    synonym: "IPV6_JOIN_GROUP"
                ),
                ipv6(
                    "IPV6_DROP_MEMBERSHIP",
                    21,
                    .membership6,
                    "leaves a group",
                    .writeOnly,
                    source: manual,
                    synonym: "IPV6_LEAVE_GROUP"
                ),
                ipv6(
                    "IPV6_JOIN_ANYCAST",
                    27,
                    .membership6,
                    "takes an anycast address on an interface",
                    .writeOnly,
                    source: header
                ),
                ipv6("IPV6_LEAVE_ANYCAST", 28, .membership6, "gives an anycast address up", .writeOnly, source: header),
                ipv6(
                    "IPV6_MULTICAST_ALL",
                    29,
                    .boolean,
                    "hears every group that any socket of this host joined",
                    source: header
                ),
            ] + requests(.ipv6, .inet6)

        private static let header = "linux/in6.h"
        private static let manual = "ipv6(7)"

        private static let discovery6 = Choices(
            prefix: "IPV6_PMTUDISC_",
            ["DONT": 0, "WANT": 1, "DO": 2, "PROBE": 3, "INTERFACE": 4, "OMIT": 5]
        )

        private static let packetInfo = StructureLayout([
            StructureLayout.field("ipi6_addr", .ipv6, "the source address, :: for the kernel's choice"),
            StructureLayout.u32("ipi6_ifindex", "the interface's index, 0 for the kernel's choice"),
        ])

        private static let pathMTU = StructureLayout([
            StructureLayout.field("ip6m_addr", .address(28), "the peer"),
            StructureLayout.u32("ip6m_mtu", "largest packet on the path, bytes"),
        ])

        private static let preferences = Choices(
            prefix: "IPV6_PREFER_SRC_",
            [
                "TMP": 0x1, "PUBLIC": 0x2, "COA": 0x4, "CGA": 0x8, "PUBTMP_DEFAULT": 0x100, "HOME": 0x400,
                "NONCGA": 0x800,
            ]
        )
    }
#endif
