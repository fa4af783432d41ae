#if os(Linux)
    /// IPv4 options, numbered as in linux/in.h.
    extension SocketOption {
        @inline(never)
        private static func ip(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "ip(7)",
            scope: OptionScope = .inet,
            synonym: String? = nil
        ) -> SocketOption {
            SocketOption(name, .ip, number, kind, access, about, source: source, scope: scope, synonym: synonym)
        }

        static let ipTable: [SocketOption] = [
            ip("IP_TOS", 1, .integer(unit: nil), "the service byte of each packet, DSCP and ECN"),
            ip("IP_TTL", 2, .integer(unit: "hops"), "how many routers a packet may pass; -1 is the system's default"),
            ip("IP_HDRINCL", 3, .boolean, "the sender writes the IP header too", source: "raw(7)", scope: .raw4),
            ip("IP_OPTIONS", 4, .bytes(40), "the options in the header of each packet"),
            ip(
                "IP_ROUTER_ALERT",
                5,
                .integer(unit: nil),
                "takes packets with the router alert option that pass by",
                scope: .raw4
            ),
            ip("IP_RECVOPTS", 6, .boolean, "each message brings the header's options", scope: .inet),
            ip("IP_RETOPTS", 7, .boolean, "each message brings the header's options as they came", scope: .inet),
            ip(
                "IP_RECVRETOPTS",
                7,
                .boolean,
                "each message brings the header's options as they came",
                scope: .inet,
                synonym: "IP_RETOPTS"
            ),
            ip("IP_PKTINFO", 8, .boolean, "each message brings its interface and destination"),
            ip("IP_PKTOPTIONS", 9, .bytes(256), "the ancillary data of the connection's last segment", .readOnly),
            ip("IP_MTU_DISCOVER", 10, .choice(discovery), "whether packets may be fragmented on the path"),
            ip("IP_RECVERR", 11, .boolean, "keeps ICMP errors in a queue that MSG_ERRQUEUE reads"),
            ip("IP_RECVTTL", 12, .boolean, "each message brings the hops that it had left"),
            ip("IP_RECVTOS", 13, .boolean, "each message brings the service byte"),
            ip(
                "IP_MTU",
                14,
                .integer(unit: "bytes"),
                "the largest packet on the path of a connected socket",
                .readOnly
            ),
            ip("IP_FREEBIND", 15, .boolean, "binds to an address that this host does not have yet"),
            ip(
                "IP_IPSEC_POLICY",
                16,
                .bytes(256),
                "an IPsec policy of this socket, in KAME's form",
                .writeOnly,
                source: header
            ),
            ip(
                "IP_XFRM_POLICY",
                17,
                .bytes(256),
                "an IPsec policy of this socket, in Linux's form",
                .writeOnly,
                source: header
            ),
            ip("IP_PASSSEC", 18, .boolean, "each message brings its security label"),
            ip("IP_TRANSPARENT", 19, .boolean, "a proxy answers for addresses that are not its own"),
            ip("IP_RECVORIGDSTADDR", 20, .boolean, "each message brings the address that it was first sent to"),
            ip(
                "IP_ORIGDSTADDR",
                20,
                .boolean,
                "each message brings the address that it was first sent to",
                synonym: "IP_RECVORIGDSTADDR"
            ),
            ip("IP_MINTTL", 21, .integer(unit: "hops"), "drops what has fewer hops left than this", source: "RFC 5082"),
            ip("IP_NODEFRAG", 22, .boolean, "leaves fragments apart on their way out", scope: .raw4),
            ip(
                "IP_CHECKSUM",
                23,
                .boolean,
                "each message brings the checksum that the kernel computed",
                source: header
            ),
            ip("IP_BIND_ADDRESS_NO_PORT", 24, .boolean, "bind chooses no port; connect does"),
            ip("IP_RECVFRAGSIZE", 25, .boolean, "each message brings the size of its largest fragment", source: header),
            ip("IP_RECVERR_RFC4884", 26, .boolean, "queued errors say where ICMP extensions start", source: "RFC 4884"),
            ip(
                "IP_UNICAST_IF",
                50,
                .interfaceNetworkOrder,
                "which interface packets to one host leave by",
                source: header
            ),
            ip("IP_LOCAL_PORT_RANGE", 51, .structure(ports), "the ports that the kernel chooses from", source: header),
            ip(
                "IP_PROTOCOL",
                52,
                .integer(unit: nil),
                "the protocol number of a raw socket",
                .readOnly,
                source: header,
                scope: .raw4
            ),
            ip(
                "SO_ORIGINAL_DST",
                80,
                .socketAddress(16),
                "where a connection went before the firewall redirected it",
                .readOnly,
                source: header
            ),
        ]

        private static let header = "linux/in.h"

        static let discovery = Choices(
            prefix: "IP_PMTUDISC_",
            ["DONT": 0, "WANT": 1, "DO": 2, "PROBE": 3, "INTERFACE": 4, "OMIT": 5]
        )

        private static let ports = StructureLayout([
            StructureLayout.u16("low", "the first port, 0 for the system's"),
            StructureLayout.u16("high", "the last port, 0 for the system's"),
        ])
    }

    /// Multicast over IPv4 (RFC 1112, RFC 3678), numbered as in linux/in.h.
    extension SocketOption {
        @inline(never)
        private static func group(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "ip(7)"
        ) -> SocketOption {
            SocketOption(name, .ip, number, kind, access, about, source: source, scope: .inet)
        }

        static let ipMulticastTable: [SocketOption] =
            [
                group("IP_MULTICAST_IF", 32, .multicastInterface, "which interface packets to a group leave by"),
                group("IP_MULTICAST_TTL", 33, .integer(unit: "hops"), "how many routers packets to a group may pass"),
                group("IP_MULTICAST_LOOP", 34, .boolean, "packets to a group come back to this host's members"),
                group("IP_ADD_MEMBERSHIP", 35, .membership, "joins a group on an interface", .writeOnly),
                group("IP_DROP_MEMBERSHIP", 36, .membership, "leaves a group", .writeOnly),
                group("IP_UNBLOCK_SOURCE", 37, .sourceMembership, "hears a source of a group again", .writeOnly),
                group("IP_BLOCK_SOURCE", 38, .sourceMembership, "stops hearing one source of a group", .writeOnly),
                group(
                    "IP_ADD_SOURCE_MEMBERSHIP",
                    39,
                    .sourceMembership,
                    "joins a group for one source only",
                    .writeOnly
                ),
                group("IP_DROP_SOURCE_MEMBERSHIP", 40, .sourceMembership, "leaves a group for one source", .writeOnly),
                group(
                    "IP_MSFILTER",
                    41,
                    .sourceFilter,
                    "all sources of a group that are let in or kept out",
                    .writeOnly
                ),
                group("IP_MULTICAST_ALL", 49, .boolean, "hears every group that any socket of this host joined"),
            ] + requests(.ip, .inet)

        /// RFC 3678 options that are the same for both families.
        static func requests(_ level: OptionLevel, _ scope: OptionScope) -> [SocketOption] {
            func request(_ name: String, _ number: Int32, _ kind: Kind, _ about: String) -> SocketOption {
                SocketOption(name, level, number, kind, .writeOnly, about, source: "RFC 3678", scope: scope)
            }
            return [
                request("MCAST_JOIN_GROUP", 42, .groupRequest, "joins a group on an interface"),
                request("MCAST_BLOCK_SOURCE", 43, .groupSourceRequest, "stops hearing one source of a group"),
                request("MCAST_UNBLOCK_SOURCE", 44, .groupSourceRequest, "hears a source of a group again"),
                request("MCAST_LEAVE_GROUP", 45, .groupRequest, "leaves a group"),
                request("MCAST_JOIN_SOURCE_GROUP", 46, .groupSourceRequest, "joins a group for one source only"),
                request("MCAST_LEAVE_SOURCE_GROUP", 47, .groupSourceRequest, "leaves a group for one source"),
                request("MCAST_MSFILTER", 48, .bytes(144 + 128 * 16), "all sources of a group, a group_filter"),
            ]
        }
    }
#endif
