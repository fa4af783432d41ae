#if os(Linux)
    /// UDP and UDP-Lite options, numbered as in linux/udp.h.
    extension SocketOption {
        @inline(never)
        private static func udp(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            source: String = "udp(7)",
            level: OptionLevel = .udp,
            scope: OptionScope = .udp
        ) -> SocketOption {
            SocketOption(name, level, number, kind, .readWrite, about, source: source, scope: scope)
        }

        static let udpTable: [SocketOption] = [
            udp("UDP_CORK", 1, .boolean, "gathers what is written into one datagram until it is turned off"),
            udp("UDP_ENCAP", 100, .choice(encapsulations), "which protocol the datagrams carry inside"),
            udp(
                "UDP_NO_CHECK6_TX",
                101,
                .boolean,
                "sends over IPv6 without a checksum",
                source: "RFC 6936",
                scope: .udp6
            ),
            udp(
                "UDP_NO_CHECK6_RX",
                102,
                .boolean,
                "takes datagrams over IPv6 without a checksum",
                source: "RFC 6936",
                scope: .udp6
            ),
            udp("UDP_SEGMENT", 103, .integer(unit: "bytes"), "cuts one large write into datagrams of this size"),
            udp("UDP_GRO", 104, .boolean, "may deliver several datagrams of one flow at once"),
            udp(
                "UDPLITE_SEND_CSCOV",
                10,
                .integer(unit: "bytes"),
                "how much of a sent datagram its checksum covers",
                source: "udplite(7)",
                level: .udplite,
                scope: .udplite
            ),
            udp(
                "UDPLITE_RECV_CSCOV",
                11,
                .integer(unit: "bytes"),
                "drops datagrams whose checksum covers less",
                source: "udplite(7)",
                level: .udplite,
                scope: .udplite
            ),
        ]

        private static let encapsulations = Choices(
            prefix: "UDP_ENCAP_",
            ["ESPINUDP_NON_IKE": 1, "ESPINUDP": 2, "L2TPINUDP": 3, "GTP0": 4, "GTP1U": 5, "RXRPC": 6]
        )
    }

    /// Raw socket options (raw(7), RFC 3542 section 3.2).
    extension SocketOption {
        /// `struct icmp6_filter`: a bit for each type (RFC 3542 section 3.2).
        private static let icmp6Filter = StructureLayout(
            (0..<8).map { word in
                StructureLayout.u32(
                    "icmp6_filt\(word)",
                    "ICMPv6 types \(32 * word) to \(32 * word + 31): bit n keeps type \(32 * word)+n out"
                )
            }
        )

        static let rawTable: [SocketOption] = [
            SocketOption(
                "ICMP_FILTER",
                .raw,
                1,
                .unsigned(unit: nil),
                .readWrite,
                "a bit for each ICMP type that is kept out",
                source: "raw(7)",
                scope: .icmp
            ),
            SocketOption(
                "ICMP6_FILTER",
                .icmpv6,
                1,
                .structure(icmp6Filter),
                .readWrite,
                "a bit for each ICMPv6 type that is kept out",
                source: "RFC 3542",
                scope: .icmpv6
            ),
        ]
    }

    /// Sockets between a virtual machine and its host, with options numbered as in linux/vm_sockets.h.
    extension SocketOption {
        @inline(never)
        private static func vsock(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite
        ) -> SocketOption {
            SocketOption(name, .vsock, number, kind, access, about, source: "linux/vm_sockets.h", scope: .vsock)
        }

        static let vsockTable: [SocketOption] = [
            vsock("SO_VM_SOCKETS_BUFFER_SIZE", 0, .unsigned64(unit: "bytes"), "room for data in flight"),
            vsock("SO_VM_SOCKETS_BUFFER_MIN_SIZE", 1, .unsigned64(unit: "bytes"), "the least that the room may become"),
            vsock("SO_VM_SOCKETS_BUFFER_MAX_SIZE", 2, .unsigned64(unit: "bytes"), "the most that the room may become"),
            vsock("SO_VM_SOCKETS_PEER_HOST_VM_ID", 3, .integer(unit: nil), "the peer's number at its host", .readOnly),
            vsock("SO_VM_SOCKETS_TRUSTED", 5, .boolean, "whether the socket is trusted", .readOnly),
            vsock("SO_VM_SOCKETS_CONNECT_TIMEOUT", 6, .time, "how long connect waits"),
            vsock("SO_VM_SOCKETS_NONBLOCK_TXRX", 7, .boolean, "whether the transport itself waits"),
        ]
    }
#endif
