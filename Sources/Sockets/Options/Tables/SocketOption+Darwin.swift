#if canImport(Darwin)
    /// The options that Darwin shares with Linux, with Darwin's numbers.
    extension SocketOption {
        @inline(never)
        private static func make(
            _ name: String,
            _ level: OptionLevel,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            scope: OptionScope
        ) -> SocketOption {
            let source: String
            switch level {
            case .tcp: source = "tcp(4)"
            case .ip: source = "ip(4)"
            case .ipv6: source = "ip6(4)"
            default: source = "getsockopt(2)"
            }
            return SocketOption(
                name,
                level,
                number,
                kind,
                access,
                about,
                source: source,
                scope: scope,
                readHasSideEffect: name == "SO_ERROR"
            )
        }

        @inline(never)
        private static func socket(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite
        ) -> SocketOption {
            make(name, .socket, number, kind, about, access, scope: .any)
        }

        static let darwinSocketTable: [SocketOption] = [
            socket("SO_DEBUG", SO_DEBUG, .boolean, "marks the socket for the kernel's own debugging"),
            socket("SO_ACCEPTCONN", SO_ACCEPTCONN, .boolean, "whether the socket listens", .readOnly),
            socket(
                "SO_REUSEADDR",
                SO_REUSEADDR,
                .boolean,
                "lets bind take a port that only closed connections still hold"
            ),
            socket(
                "SO_KEEPALIVE",
                SO_KEEPALIVE,
                .boolean,
                "asks a silent peer from time to time whether it is still there"
            ),
            socket("SO_DONTROUTE", SO_DONTROUTE, .boolean, "sends to directly connected hosts only"),
            socket("SO_BROADCAST", SO_BROADCAST, .boolean, "permits datagrams to a broadcast address"),
            socket("SO_USELOOPBACK", SO_USELOOPBACK, .boolean, "passes over the hardware where it can"),
            socket("SO_LINGER", SO_LINGER, .linger, "whether close waits for unsent data; on 0 resets"),
            socket("SO_OOBINLINE", SO_OOBINLINE, .boolean, "leaves urgent data among the other data"),
            socket("SO_REUSEPORT", SO_REUSEPORT, .boolean, "lets several sockets share a port"),
            socket("SO_TIMESTAMP", SO_TIMESTAMP, .boolean, "each message brings the time it came"),
            socket("SO_SNDBUF", SO_SNDBUF, .integer(unit: "bytes"), "room for data not yet sent"),
            socket("SO_RCVBUF", SO_RCVBUF, .integer(unit: "bytes"), "room for data not yet read"),
            socket("SO_SNDLOWAT", SO_SNDLOWAT, .integer(unit: "bytes"), "how much room a write waits for"),
            socket(
                "SO_RCVLOWAT",
                SO_RCVLOWAT,
                .integer(unit: "bytes"),
                "how much must have come before a read wakes up"
            ),
            socket("SO_SNDTIMEO", SO_SNDTIMEO, .time, "how long a send waits; 0 is for ever"),
            socket("SO_RCVTIMEO", SO_RCVTIMEO, .time, "how long a receive waits; 0 is for ever"),
            socket("SO_ERROR", SO_ERROR, .error, "the error that waits at the socket; reading clears it", .readOnly),
            socket(
                "SO_TYPE",
                SO_TYPE,
                .choice(Choices(SocketType.self)),
                "the type that the socket was made with",
                .readOnly
            ),
            socket("SO_NOSIGPIPE", SO_NOSIGPIPE, .boolean, "EPIPE without a signal"),
        ]

        @inline(never)
        private static func tcp(_ name: String, _ number: Int32, _ kind: Kind, _ about: String) -> SocketOption {
            make(name, .tcp, number, kind, about, scope: .tcp)
        }

        static let darwinTCPTable: [SocketOption] = [
            tcp("TCP_NODELAY", TCP_NODELAY, .boolean, "sends small segments at once, without Nagle's algorithm"),
            tcp("TCP_MAXSEG", TCP_MAXSEG, .integer(unit: "bytes"), "the most data that one segment carries"),
            tcp("TCP_NOPUSH", TCP_NOPUSH, .boolean, "holds back segments that are not full"),
            tcp(
                "TCP_KEEPALIVE",
                TCP_KEEPALIVE,
                .integer(unit: "seconds"),
                "the silence before the first keep-alive probe"
            ),
            tcp("TCP_KEEPINTVL", TCP_KEEPINTVL, .integer(unit: "seconds"), "the time between two keep-alive probes"),
            tcp("TCP_KEEPCNT", TCP_KEEPCNT, .integer(unit: "probes"), "how many unanswered probes end the connection"),
            tcp("TCP_FASTOPEN", TCP_FASTOPEN, .boolean, "accepts data with the SYN"),
            tcp(
                "TCP_NOTSENT_LOWAT",
                TCP_NOTSENT_LOWAT,
                .unsigned(unit: "bytes"),
                "writable only while less than this is unsent"
            ),
        ]

        @inline(never)
        private static func ip(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite
        ) -> SocketOption {
            make(name, .ip, number, kind, about, access, scope: .inet)
        }

        static let darwinIPTable: [SocketOption] = [
            ip("IP_TOS", IP_TOS, .integer(unit: nil), "the service byte of each packet, DSCP and ECN"),
            ip("IP_TTL", IP_TTL, .integer(unit: "hops"), "how many routers a packet may pass"),
            ip("IP_HDRINCL", IP_HDRINCL, .boolean, "the sender writes the IP header too"),
            ip("IP_OPTIONS", IP_OPTIONS, .bytes(40), "the options in the header of each packet"),
            ip("IP_RECVTTL", IP_RECVTTL, .boolean, "each message brings the hops that it had left"),
            ip("IP_RECVDSTADDR", IP_RECVDSTADDR, .boolean, "each message brings its destination"),
            ip("IP_MULTICAST_IF", IP_MULTICAST_IF, .multicastInterface, "which interface packets to a group leave by"),
            ip(
                "IP_MULTICAST_TTL",
                IP_MULTICAST_TTL,
                .integer(unit: "hops"),
                "how many routers packets to a group may pass"
            ),
            ip("IP_MULTICAST_LOOP", IP_MULTICAST_LOOP, .boolean, "packets to a group come back to this host"),
            ip("IP_ADD_MEMBERSHIP", IP_ADD_MEMBERSHIP, .membership, "joins a group on an interface", .writeOnly),
            ip("IP_DROP_MEMBERSHIP", IP_DROP_MEMBERSHIP, .membership, "leaves a group", .writeOnly),
        ]

        @inline(never)
        private static func ipv6(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite
        ) -> SocketOption {
            make(name, .ipv6, number, kind, about, access, scope: .inet6)
        }

        static let darwinIPv6Table: [SocketOption] = [
            ipv6("IPV6_V6ONLY", IPV6_V6ONLY, .boolean, "takes no IPv4 peers under mapped addresses"),
            ipv6("IPV6_UNICAST_HOPS", IPV6_UNICAST_HOPS, .integer(unit: "hops"), "how many routers a packet may pass"),
            ipv6("IPV6_MULTICAST_IF", IPV6_MULTICAST_IF, .interface, "which interface packets to a group leave by"),
            ipv6(
                "IPV6_MULTICAST_HOPS",
                IPV6_MULTICAST_HOPS,
                .integer(unit: "hops"),
                "how many routers packets to a group may pass"
            ),
            ipv6("IPV6_MULTICAST_LOOP", IPV6_MULTICAST_LOOP, .boolean, "packets to a group come back to this host"),
            ipv6("IPV6_JOIN_GROUP", IPV6_JOIN_GROUP, .membership6, "joins a group on an interface", .writeOnly),
            ipv6("IPV6_LEAVE_GROUP", IPV6_LEAVE_GROUP, .membership6, "leaves a group", .writeOnly),
        ]
    }
#endif
