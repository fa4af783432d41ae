#if os(Linux)
    /// Options of the socket itself that Linux added later, numbered as in asm-generic/socket.h.
    extension SocketOption {
        @inline(never)
        private static func later(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "asm-generic/socket.h",
            scope: OptionScope = .any,
            synonym: String? = nil,
            effect: Bool = false
        ) -> SocketOption {
            socket(name, number, kind, about, access, source: source, scope: scope, synonym: synonym, effect: effect)
        }

        static let socketMoreTable: [SocketOption] = [
            later(
                "SO_RXQ_OVFL",
                40,
                .boolean,
                "each message brings how many were dropped before it",
                source: "socket(7)"
            ),
            later("SO_WIFI_STATUS", 41, .boolean, "reports whether a wireless frame was acknowledged"),
            later(
                "SO_PEEK_OFF",
                42,
                .integer(unit: "bytes"),
                "where the next MSG_PEEK starts; -1 is at the front",
                source: "socket(7)"
            ),
            later("SO_NOFCS", 43, .boolean, "leaves the frame check sequence to the sender", scope: .packet),
            later("SO_LOCK_FILTER", 44, .boolean, "forbids to change the BPF program, for good", source: "socket(7)"),
            later(
                "SO_SELECT_ERR_QUEUE",
                45,
                .boolean,
                "poll reports POLLPRI where the error queue holds something",
                source: "socket(7)"
            ),
            later(
                "SO_BUSY_POLL",
                46,
                .integer(unit: "microseconds"),
                "how long a receive spins on the device",
                source: "socket(7)"
            ),
            later(
                "SO_MAX_PACING_RATE",
                47,
                .unsigned64(unit: "bytes per second"),
                "the fastest that data leaves; all ones is no limit"
            ),
            later(
                "SO_BPF_EXTENSIONS",
                48,
                .integer(unit: nil),
                "how many extensions a classic BPF program may use",
                .readOnly
            ),
            later(
                "SO_INCOMING_CPU",
                49,
                .integer(unit: nil),
                "the processor that handles what arrives",
                source: "socket(7)"
            ),
            later(
                "SO_ATTACH_BPF",
                50,
                .integer(unit: nil),
                "filters by the eBPF program of a descriptor",
                .writeOnly,
                source: "socket(7)"
            ),
            later(
                "SO_DETACH_BPF",
                27,
                .integer(unit: nil),
                "takes the socket's BPF program away",
                .writeOnly,
                source: "socket(7)",
                synonym: "SO_DETACH_FILTER"
            ),
            later(
                "SO_ATTACH_REUSEPORT_CBPF",
                51,
                .pointer,
                "a classic BPF program picks the socket of a shared port",
                .writeOnly,
                source: "socket(7)"
            ),
            later(
                "SO_ATTACH_REUSEPORT_EBPF",
                52,
                .integer(unit: nil),
                "an eBPF program picks the socket of a shared port",
                .writeOnly,
                source: "socket(7)"
            ),
            later("SO_CNX_ADVICE", 53, .integer(unit: nil), "1 tells the kernel that the route seems bad", .writeOnly),
            later("SO_MEMINFO", 55, .structure(meminfo), "the memory that the socket holds", .readOnly),
            later(
                "SO_INCOMING_NAPI_ID",
                56,
                .unsigned(unit: nil),
                "the device queue that the last packet came by",
                .readOnly
            ),
            later("SO_COOKIE", 57, .unsigned64(unit: nil), "a number that no other socket of this boot has", .readOnly),
            later("SO_PEERGROUPS", 59, .groups, "the groups of who connected the other end", .readOnly, scope: .unix),
            later("SO_ZEROCOPY", 60, .boolean, "permits MSG_ZEROCOPY", source: "msg_zerocopy.rst"),
            later("SO_TXTIME", 61, .structure(txtime), "each message may say when it is to leave"),
            later(
                "SO_BINDTOIFINDEX",
                62,
                .interface,
                "the only interface that the socket uses, by its index; 0 is any"
            ),
            later("SO_TIMESTAMP_NEW", 63, .boolean, "SO_TIMESTAMP with 64 bits of seconds"),
            later("SO_TIMESTAMPNS_NEW", 64, .boolean, "SO_TIMESTAMPNS with 64 bits of seconds"),
            later("SO_RCVTIMEO_NEW", 66, .time, "SO_RCVTIMEO with 64 bits of seconds"),
            later("SO_SNDTIMEO_NEW", 67, .time, "SO_SNDTIMEO with 64 bits of seconds"),
            later(
                "SO_DETACH_REUSEPORT_BPF",
                68,
                .integer(unit: nil),
                "takes the program of the shared port away",
                .writeOnly
            ),
            later("SO_PREFER_BUSY_POLL", 69, .boolean, "lets busy polling hold off the device's interrupts"),
            later(
                "SO_BUSY_POLL_BUDGET",
                70,
                .integer(unit: "packets"),
                "how many packets one round of busy polling takes",
                .writeOnly
            ),
            later(
                "SO_NETNS_COOKIE",
                71,
                .unsigned64(unit: nil),
                "a number that only this network namespace has",
                .readOnly
            ),
            later("SO_BUF_LOCK", 72, .flags(bufferLocks), "which buffer sizes the kernel leaves as they were set"),
            later("SO_RESERVE_MEM", 73, .integer(unit: "bytes"), "memory kept for this socket"),
            later(
                "SO_TXREHASH",
                74,
                .integer(unit: nil),
                "1 tries another path after a timeout, 0 does not",
                scope: .tcp
            ),
            later("SO_RCVMARK", 75, .boolean, "each message brings the mark of its packet"),
            later(
                "SO_PASSPIDFD",
                76,
                .boolean,
                "each message brings a descriptor of its sender's process",
                scope: .unix
            ),
            later(
                "SO_PEERPIDFD",
                77,
                .integer(unit: nil),
                "opens a new descriptor of the process that connected; closed here at once",
                .readOnly,
                scope: .unix,
                effect: true
            ),
            later("SO_RCVPRIORITY", 82, .boolean, "each message brings the priority of its packet"),
            later("SO_PASSRIGHTS", 83, .boolean, "whether descriptors may be passed to this socket", scope: .unix),
            later(
                "SO_INQ",
                84,
                .boolean,
                "each message brings how many bytes are left to read",
                .writeOnly,
                scope: .streamUnix
            ),
        ]

        private static let meminfo = StructureLayout([
            StructureLayout.u32("rmem_alloc", "received and not yet read, bytes"),
            StructureLayout.u32("rcvbuf", "the receive buffer's limit, bytes"),
            StructureLayout.u32("wmem_alloc", "handed to the device and not yet gone, bytes"),
            StructureLayout.u32("sndbuf", "the send buffer's limit, bytes"),
            StructureLayout.u32("fwd_alloc", "reserved for more, bytes"),
            StructureLayout.u32("wmem_queued", "waiting to be sent, bytes"),
            StructureLayout.u32("optmem", "held by options, bytes"),
            StructureLayout.u32("backlog", "waiting while the socket is in use, bytes"),
            StructureLayout.u32("drops", "packets dropped for want of room"),
        ])

        private static let txtime = StructureLayout([
            StructureLayout.i32("clockid", "the clock that the times are of"),
            StructureLayout.field("flags", .flags(txtimeFlags, 4), "how a missed time is treated"),
        ])

        private static let txtimeFlags = Choices(prefix: "SOF_TXTIME_", ["DEADLINE_MODE": 1, "REPORT_ERRORS": 2])
        private static let bufferLocks = Choices(prefix: "SOCK_", ["SNDBUF_LOCK": 1, "RCVBUF_LOCK": 2])
    }
#endif
