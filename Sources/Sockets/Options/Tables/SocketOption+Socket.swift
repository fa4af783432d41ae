#if os(Linux)
    /// Everyday options of the socket itself, numbered as in asm-generic/socket.h.
    ///
    /// `SO_GET_FILTER` (26 again) is omitted: the kernel counts the buffer's size in instructions of 8 bytes, so that
    /// it could write past a buffer of that many bytes. `SO_PEERNAME` fails if the buffer is larger than the address,
    /// hence the 16 bytes of an IPv4 one.
    extension SocketOption {
        static func socket(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "socket(7)",
            scope: OptionScope = .any,
            synonym: String? = nil,
            effect: Bool = false
        ) -> SocketOption {
            SocketOption(
                name,
                .socket,
                number,
                kind,
                access,
                about,
                source: source,
                scope: scope,
                synonym: synonym,
                readHasSideEffect: effect
            )
        }

        static let socketTable: [SocketOption] = [
            socket("SO_DEBUG", 1, .boolean, "marks the socket for the kernel's own debugging"),
            socket("SO_REUSEADDR", 2, .boolean, "lets bind take a port that only closed connections still hold"),
            socket("SO_TYPE", 3, .choice(types), "the type that the socket was made with", .readOnly),
            socket(
                "SO_ERROR",
                4,
                .error,
                "the error that waits at the socket; reading clears it",
                .readOnly,
                effect: true
            ),
            socket("SO_DONTROUTE", 5, .boolean, "sends to directly connected hosts only, past no gateway"),
            socket("SO_BROADCAST", 6, .boolean, "permits datagrams to a broadcast address"),
            socket("SO_SNDBUF", 7, .integer(unit: "bytes"), "room for data not yet sent; Linux doubles what is set"),
            socket("SO_RCVBUF", 8, .integer(unit: "bytes"), "room for data not yet read; Linux doubles what is set"),
            socket("SO_KEEPALIVE", 9, .boolean, "asks a silent peer from time to time whether it is still there"),
            socket("SO_OOBINLINE", 10, .boolean, "leaves urgent data among the other data"),
            socket("SO_NO_CHECK", 11, .boolean, "sends UDP over IPv4 without a checksum", source: "linux/udp.h"),
            socket("SO_PRIORITY", 12, .integer(unit: nil), "the class of what is sent, for the device's queues"),
            socket("SO_LINGER", 13, .linger, "whether close waits for unsent data; on 0 resets the connection"),
            socket("SO_BSDCOMPAT", 14, .boolean, "did away with ICMP errors on UDP once; does nothing now"),
            socket(
                "SO_REUSEPORT",
                15,
                .boolean,
                "lets several sockets of one user share a port, and the load",
                scope: .internet
            ),
            socket(
                "SO_PASSCRED",
                16,
                .boolean,
                "each message brings its sender's credentials",
                source: "unix(7)",
                scope: .unix
            ),
            socket(
                "SO_PEERCRED",
                17,
                .structure(ucred),
                "who connected the other end",
                .readOnly,
                source: "unix(7)",
                scope: .unix
            ),
            socket("SO_RCVLOWAT", 18, .integer(unit: "bytes"), "how much must have come before a read wakes up"),
            socket(
                "SO_SNDLOWAT",
                19,
                .integer(unit: "bytes"),
                "how much room a write waits for; always 1 on Linux",
                .readOnly
            ),
            socket("SO_RCVTIMEO", 20, .time, "how long a receive or accept waits before EAGAIN; 0 is for ever"),
            socket("SO_SNDTIMEO", 21, .time, "how long a send or connect waits before it gives up; 0 is for ever"),
            socket("SO_SECURITY_AUTHENTICATION", 22, .integer(unit: nil), reserved, .writeOnly, source: header),
            socket("SO_SECURITY_ENCRYPTION_TRANSPORT", 23, .integer(unit: nil), reserved, .writeOnly, source: header),
            socket("SO_SECURITY_ENCRYPTION_NETWORK", 24, .integer(unit: nil), reserved, .writeOnly, source: header),
            socket("SO_BINDTODEVICE", 25, .text(16), "the only interface that the socket uses; an empty text is any"),
            socket("SO_ATTACH_FILTER", 26, .pointer, "drops packets that a classic BPF program refuses", .writeOnly),
            socket("SO_DETACH_FILTER", 27, .integer(unit: nil), "takes the socket's BPF program away", .writeOnly),
            socket(
                "SO_PEERNAME",
                28,
                .socketAddress(16),
                "the peer's address, as getpeername has it",
                .readOnly,
                source: header
            ),
            socket("SO_TIMESTAMP", 29, .boolean, "each message brings the time it came, in microseconds"),
            socket("SO_ACCEPTCONN", 30, .boolean, "whether the socket listens", .readOnly),
            socket("SO_PEERSEC", 31, .text(256), "the security label of the peer", .readOnly, source: "unix(7)"),
            socket(
                "SO_SNDBUFFORCE",
                32,
                .integer(unit: "bytes"),
                "SO_SNDBUF above the system's limit, for root",
                .writeOnly
            ),
            socket(
                "SO_RCVBUFFORCE",
                33,
                .integer(unit: "bytes"),
                "SO_RCVBUF above the system's limit, for root",
                .writeOnly
            ),
            socket(
                "SO_PASSSEC",
                34,
                .boolean,
                "each message brings its sender's security label",
                source: "unix(7)",
                scope: .unix
            ),
            socket("SO_TIMESTAMPNS", 35, .boolean, "each message brings the time it came, in nanoseconds"),
            socket("SO_MARK", 36, .unsigned(unit: nil), "a number on each packet for routing and filter rules"),
            socket(
                "SO_TIMESTAMPING",
                37,
                .flags(timestamping),
                "which moments of a packet are stamped, and how",
                source: "timestamping.rst"
            ),
            socket("SO_PROTOCOL", 38, .choice(protocols), "the protocol that the socket was made with", .readOnly),
            socket("SO_DOMAIN", 39, .choice(families), "the address family that the socket was made with", .readOnly),
        ]

        private static let reserved = "a number kept for a security service that Linux never had"
        private static let header = "asm-generic/socket.h"
        private static let types = Choices(SocketType.self)
        private static let protocols = Choices(ProtocolNumber.self)
        private static let families = Choices(AddressFamily.self)

        private static let ucred = StructureLayout([
            StructureLayout.i32("pid", "the process that connected or listened"),
            StructureLayout.u32("uid", "its effective user"),
            StructureLayout.u32("gid", "its effective group"),
        ])

        private static let timestamping = Choices(
            prefix: "SOF_TIMESTAMPING_",
            [
                "TX_HARDWARE": 1 << 0, "TX_SOFTWARE": 1 << 1, "RX_HARDWARE": 1 << 2, "RX_SOFTWARE": 1 << 3,
                "SOFTWARE": 1 << 4, "SYS_HARDWARE": 1 << 5, "RAW_HARDWARE": 1 << 6, "OPT_ID": 1 << 7,
                "TX_SCHED": 1 << 8, "TX_ACK": 1 << 9, "OPT_CMSG": 1 << 10, "OPT_TSONLY": 1 << 11,
                "OPT_STATS": 1 << 12, "OPT_PKTINFO": 1 << 13, "OPT_TX_SWHW": 1 << 14, "BIND_PHC": 1 << 15,
                "OPT_ID_TCP": 1 << 16, "OPT_RX_FILTER": 1 << 17, "TX_COMPLETION": 1 << 18,
            ]
        )
    }
#endif
