#if os(Linux)
    /// Packet socket options, numbered as in linux/if_packet.h.
    extension SocketOption {
        @inline(never)
        private static func packet(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "packet(7)",
            effect: Bool = false
        ) -> SocketOption {
            SocketOption(
                name,
                .packet,
                number,
                kind,
                access,
                about,
                source: source,
                scope: .packet,
                readHasSideEffect: effect
            )
        }

        static let packetTable: [SocketOption] = [
            packet(
                "PACKET_ADD_MEMBERSHIP",
                1,
                .structure(packetMembership),
                "hears more than its own frames",
                .writeOnly
            ),
            packet(
                "PACKET_DROP_MEMBERSHIP",
                2,
                .structure(packetMembership),
                "undoes PACKET_ADD_MEMBERSHIP",
                .writeOnly
            ),
            packet(
                "PACKET_RECV_OUTPUT",
                3,
                .integer(unit: nil),
                "a number that Linux no longer uses",
                .writeOnly,
                source: header
            ),
            packet("PACKET_RX_RING", 5, .bytes(28), "shares a ring of received frames with the program", .writeOnly),
            packet(
                "PACKET_STATISTICS",
                6,
                .structure(packetStatistics),
                "frames seen and dropped; reading starts the count again",
                .readOnly,
                effect: true
            ),
            packet(
                "PACKET_COPY_THRESH",
                7,
                .integer(unit: "bytes"),
                "frames above this are copied to the queue too",
                source: header
            ),
            packet("PACKET_AUXDATA", 8, .boolean, "each frame brings its length, status and VLAN tag"),
            packet("PACKET_ORIGDEV", 9, .boolean, "addresses name the port of a bond or bridge", source: header),
            packet("PACKET_VERSION", 10, .choice(ringVersions), "the form of the ring's headers"),
            packet(
                "PACKET_HDRLEN",
                11,
                .integer(unit: "bytes"),
                "the length of such a header; asked with a version",
                .readOnly,
                source: header
            ),
            packet("PACKET_RESERVE", 12, .unsigned(unit: "bytes"), "room in front of each frame of the ring"),
            packet("PACKET_TX_RING", 13, .bytes(28), "shares a ring of frames to send with the program", .writeOnly),
            packet("PACKET_LOSS", 14, .boolean, "passes over a bad frame in the ring to send"),
            packet("PACKET_VNET_HDR", 15, .boolean, "a virtio header is in front of each frame", source: header),
            packet(
                "PACKET_TX_TIMESTAMP",
                16,
                .integer(unit: nil),
                "a number that Linux no longer uses",
                .writeOnly,
                source: header
            ),
            packet("PACKET_TIMESTAMP", 17, .integer(unit: nil), "which clock stamps frames in the ring"),
            packet("PACKET_FANOUT", 18, .structure(fanout), "shares the frames among sockets of a group"),
            packet("PACKET_TX_HAS_OFF", 19, .boolean, "the ring to send says where each frame starts", source: header),
            packet("PACKET_QDISC_BYPASS", 20, .boolean, "hands frames to the device without queueing"),
            packet(
                "PACKET_ROLLOVER_STATS",
                21,
                .structure(rollover),
                "how often frames went to another socket",
                .readOnly,
                source: header
            ),
            packet(
                "PACKET_FANOUT_DATA",
                22,
                .pointer,
                "the program that shares the frames out",
                .writeOnly,
                source: header
            ),
            packet("PACKET_IGNORE_OUTGOING", 23, .boolean, "does not see frames that leave", source: header),
        ]

        private static let header = "linux/if_packet.h"
        private static let ringVersions = Choices(prefix: "TPACKET_", ["V1": 0, "V2": 1, "V3": 2])

        private static let packetMembership = StructureLayout([
            StructureLayout.i32("mr_ifindex", "the interface's index"),
            StructureLayout.field("mr_type", .choice(memberships, 2), "which frames"),
            StructureLayout.u16("mr_alen", "the length of the address, bytes"),
            StructureLayout.field("mr_address", .bytes(8), "the hardware address"),
        ])

        private static let memberships = Choices(
            prefix: "PACKET_MR_",
            ["MULTICAST": 0, "PROMISC": 1, "ALLMULTI": 2, "UNICAST": 3]
        )

        private static let packetStatistics = StructureLayout([
            StructureLayout.u32("tp_packets", "seen since the last reading, frames"),
            StructureLayout.u32("tp_drops", "dropped since the last reading, frames"),
        ])

        private static let fanout = StructureLayout([
            StructureLayout.u16("id", "the group's number"),
            StructureLayout.field("type_flags", .choice(fanouts, 2), "how frames are shared out"),
        ])

        private static let fanouts = Choices(
            prefix: "PACKET_FANOUT_",
            ["HASH": 0, "LB": 1, "CPU": 2, "ROLLOVER": 3, "RND": 4, "QM": 5, "CBPF": 6, "EBPF": 7]
        )

        private static let rollover = StructureLayout([
            StructureLayout.u64("tp_all", "given to another socket, frames"),
            StructureLayout.u64("tp_huge", "of these in long bursts, frames"),
            StructureLayout.u64("tp_failed", "for which no socket had room, frames"),
        ])
    }

    /// Netlink socket options, numbered as in linux/netlink.h.
    extension SocketOption {
        @inline(never)
        private static func netlink(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "netlink(7)"
        ) -> SocketOption {
            SocketOption(name, .netlink, number, kind, access, about, source: source, scope: .netlink)
        }

        static let netlinkTable: [SocketOption] = [
            netlink("NETLINK_ADD_MEMBERSHIP", 1, .integer(unit: nil), "hears a group by its number", .writeOnly),
            netlink("NETLINK_DROP_MEMBERSHIP", 2, .integer(unit: nil), "leaves a group", .writeOnly),
            netlink("NETLINK_PKTINFO", 3, .boolean, "each message brings its group"),
            netlink("NETLINK_BROADCAST_ERROR", 4, .boolean, "a sender to a group learns of failures"),
            netlink("NETLINK_NO_ENOBUFS", 5, .boolean, "no ENOBUFS where messages were lost"),
            netlink(
                "NETLINK_RX_RING",
                6,
                .bytes(16),
                "a ring of received messages; gone since Linux 4.6",
                .writeOnly,
                source: linux
            ),
            netlink(
                "NETLINK_TX_RING",
                7,
                .bytes(16),
                "a ring of messages to send; gone since Linux 4.6",
                .writeOnly,
                source: linux
            ),
            netlink("NETLINK_LISTEN_ALL_NSID", 8, .boolean, "hears the groups of related namespaces too"),
            netlink("NETLINK_LIST_MEMBERSHIPS", 9, .bytes(64), "a bit for each group that it hears", .readOnly),
            netlink("NETLINK_CAP_ACK", 10, .boolean, "an acknowledgment leaves out the request's body"),
            netlink("NETLINK_EXT_ACK", 11, .boolean, "an acknowledgment says in words what is wrong", source: linux),
            netlink(
                "NETLINK_GET_STRICT_CHK",
                12,
                .boolean,
                "the kernel refuses a dump request that it does not know whole",
                source: linux
            ),
        ]

        private static let linux = "linux/netlink.h"
    }

    /// Controller Area Network (CAN) options, numbered as in linux/can/raw.h and linux/can/j1939.h.
    extension SocketOption {
        @inline(never)
        private static func can(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            level: OptionLevel = .canRaw,
            scope: OptionScope = .canRaw
        ) -> SocketOption {
            SocketOption(name, level, number, kind, .readWrite, about, source: "can.rst", scope: scope)
        }

        @inline(never)
        private static func j1939(_ name: String, _ number: Int32, _ kind: Kind, _ about: String) -> SocketOption {
            SocketOption(name, .j1939, number, kind, .readWrite, about, source: "j1939.rst", scope: .j1939)
        }

        static let canTable: [SocketOption] = [
            can("CAN_RAW_FILTER", 1, .bytes(512), "which identifiers are heard"),
            can("CAN_RAW_ERR_FILTER", 2, .unsigned(unit: nil), "which error frames are heard"),
            can("CAN_RAW_LOOPBACK", 3, .boolean, "what is sent comes back to other sockets of this host"),
            can("CAN_RAW_RECV_OWN_MSGS", 4, .boolean, "what is sent comes back to this socket too"),
            can("CAN_RAW_FD_FRAMES", 5, .boolean, "long frames may be sent and received"),
            can("CAN_RAW_JOIN_FILTERS", 6, .boolean, "a frame must match all filters"),
            j1939("SO_J1939_FILTER", 1, .bytes(512), "which names, addresses and parameter groups are heard"),
            j1939("SO_J1939_PROMISC", 2, .boolean, "hears messages for others too"),
            j1939("SO_J1939_SEND_PRIO", 3, .integer(unit: nil), "the priority of what is sent, 0 to 7"),
            j1939("SO_J1939_ERRQUEUE", 4, .boolean, "reports how a transfer went"),
        ]
    }
#endif
