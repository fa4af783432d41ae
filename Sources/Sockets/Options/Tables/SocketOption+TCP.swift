#if os(Linux)
    /// TCP options, numbered as in linux/tcp.h.
    extension SocketOption {
        @inline(never)
        private static func tcp(
            _ name: String,
            _ number: Int32,
            _ kind: Kind,
            _ about: String,
            _ access: Access = .readWrite,
            source: String = "tcp(7)",
            effect: Bool = false
        ) -> SocketOption {
            SocketOption(
                name,
                .tcp,
                number,
                kind,
                access,
                about,
                source: source,
                scope: .tcp,
                readHasSideEffect: effect
            )
        }

        static let tcpTable: [SocketOption] = [
            tcp("TCP_NODELAY", 1, .boolean, "sends small segments at once, without Nagle's algorithm"),
            tcp("TCP_MAXSEG", 2, .integer(unit: "bytes"), "the most data that one segment carries"),
            tcp("TCP_CORK", 3, .boolean, "holds back segments that are not full, for 200 ms at most"),
            tcp("TCP_KEEPIDLE", 4, .integer(unit: "seconds"), "the silence before the first keep-alive probe"),
            tcp("TCP_KEEPINTVL", 5, .integer(unit: "seconds"), "the time between two keep-alive probes"),
            tcp("TCP_KEEPCNT", 6, .integer(unit: "probes"), "how many unanswered probes end the connection"),
            tcp("TCP_SYNCNT", 7, .integer(unit: "times"), "how often connect repeats its SYN"),
            tcp("TCP_LINGER2", 8, .integer(unit: "seconds"), "how long a closed socket stays in FIN_WAIT2"),
            tcp("TCP_DEFER_ACCEPT", 9, .integer(unit: "seconds"), "accept waits this long for the first data"),
            tcp("TCP_WINDOW_CLAMP", 10, .integer(unit: "bytes"), "the largest window that is advertised"),
            tcp("TCP_INFO", 11, .structure(tcpInfo), "what the kernel knows of the connection", .readOnly),
            tcp("TCP_QUICKACK", 12, .boolean, "acknowledges at once; the kernel may turn it back"),
            tcp("TCP_CONGESTION", 13, .text(16), "the name of the congestion control algorithm"),
            tcp("TCP_MD5SIG", 14, .bytes(216), "a peer's key for signed segments", .writeOnly, source: "RFC 2385"),
            tcp(
                "TCP_COOKIE_TRANSACTIONS",
                15,
                .bytes(24),
                "cookies on the SYN; gone since Linux 3.10",
                .writeOnly,
                source: "RFC 6013"
            ),
            tcp(
                "TCP_THIN_LINEAR_TIMEOUTS",
                16,
                .boolean,
                "does not double the timeout of a thin stream",
                source: "tcp-thin.rst"
            ),
            tcp(
                "TCP_THIN_DUPACK",
                17,
                .boolean,
                "retransmits after one duplicate acknowledgment; does nothing now",
                source: "tcp-thin.rst"
            ),
            tcp("TCP_USER_TIMEOUT", 18, .unsigned(unit: "milliseconds"), "how long sent data may stay unacknowledged"),
            tcp(
                "TCP_REPAIR",
                19,
                .choice(repair),
                "takes a connection apart or puts it together, for checkpoints",
                source: header
            ),
            tcp("TCP_REPAIR_QUEUE", 20, .choice(repairQueue), "the queue that repair works on", source: header),
            tcp("TCP_QUEUE_SEQ", 21, .unsigned(unit: nil), "the sequence number of that queue", source: header),
            tcp(
                "TCP_REPAIR_OPTIONS",
                22,
                .bytes(64),
                "the negotiated options, put back by repair",
                .writeOnly,
                source: header
            ),
            tcp(
                "TCP_FASTOPEN",
                23,
                .integer(unit: "requests"),
                "how many SYNs with data may wait at a listener",
                source: "RFC 7413"
            ),
            tcp("TCP_TIMESTAMP", 24, .unsigned(unit: nil), "the clock of the timestamps option", source: "RFC 7323"),
            tcp(
                "TCP_NOTSENT_LOWAT",
                25,
                .unsigned(unit: "bytes"),
                "writable only while less than this is unsent",
                source: header
            ),
            tcp(
                "TCP_CC_INFO",
                26,
                .congestionInfo,
                "what the congestion control tells of itself",
                .readOnly,
                source: header
            ),
            tcp("TCP_SAVE_SYN", 27, .integer(unit: nil), "a listener keeps the headers of each SYN", source: header),
            tcp(
                "TCP_SAVED_SYN",
                28,
                .bytes(512),
                "the headers of the SYN; reading frees them",
                .readOnly,
                source: header,
                effect: true
            ),
            tcp(
                "TCP_REPAIR_WINDOW",
                29,
                .structure(repairWindow),
                "the windows, read and put back by repair",
                source: header
            ),
            tcp(
                "TCP_FASTOPEN_CONNECT",
                30,
                .boolean,
                "connect waits for the first data, to send it with the SYN",
                source: "RFC 7413"
            ),
            tcp("TCP_ULP", 31, .text(16), "a protocol in the kernel above TCP, such as tls", source: header),
            tcp(
                "TCP_MD5SIG_EXT",
                32,
                .bytes(216),
                "TCP_MD5SIG for a whole prefix of addresses",
                .writeOnly,
                source: "RFC 2385"
            ),
            tcp("TCP_FASTOPEN_KEY", 33, .bytes(32), "the key, or both keys, of the cookies", source: "RFC 7413"),
            tcp(
                "TCP_FASTOPEN_NO_COOKIE",
                34,
                .boolean,
                "takes and sends data with the SYN without a cookie",
                source: "RFC 7413"
            ),
            tcp(
                "TCP_ZEROCOPY_RECEIVE",
                35,
                .bytes(64),
                "maps received pages into memory",
                .readOnly,
                source: header,
                effect: true
            ),
            tcp("TCP_INQ", 36, .boolean, "each receive brings how many bytes are left to read", source: header),
            tcp(
                "TCP_TX_DELAY",
                37,
                .integer(unit: "microseconds"),
                "delays what is sent, to try out long paths",
                source: header
            ),
            tcp(
                "TCP_AO_ADD_KEY",
                38,
                .bytes(512),
                "adds a key for authenticated segments",
                .writeOnly,
                source: "RFC 5925"
            ),
            tcp("TCP_AO_DEL_KEY", 39, .bytes(512), "removes such a key", .writeOnly, source: "RFC 5925"),
            tcp(
                "TCP_AO_INFO",
                40,
                .bytes(128),
                "counters and keys in use of authenticated segments",
                source: "RFC 5925"
            ),
            tcp("TCP_AO_GET_KEYS", 41, .bytes(512), "lists those keys", .readOnly, source: "RFC 5925"),
            tcp(
                "TCP_AO_REPAIR",
                42,
                .bytes(64),
                "the authentication state, read and put back by repair",
                source: "RFC 5925"
            ),
            tcp(
                "TCP_IS_MPTCP",
                43,
                .boolean,
                "whether several paths carry the connection",
                .readOnly,
                source: "RFC 8684"
            ),
            tcp(
                "TCP_RTO_MAX_MS",
                44,
                .integer(unit: "milliseconds"),
                "the longest retransmission timeout",
                source: header
            ),
            tcp(
                "TCP_RTO_MIN_US",
                45,
                .integer(unit: "microseconds"),
                "the shortest retransmission timeout",
                source: header
            ),
            tcp(
                "TCP_DELACK_MAX_US",
                46,
                .integer(unit: "microseconds"),
                "the longest delay of an acknowledgment",
                source: header
            ),
        ]

        private static let header = "linux/tcp.h"
        private static let repair = Choices(prefix: "TCP_REPAIR_", ["OFF": 0, "ON": 1, "OFF_NO_WP": -1])
        private static let repairQueue = Choices(prefix: "TCP_", ["NO_QUEUE": 0, "RECV_QUEUE": 1, "SEND_QUEUE": 2])

        private static let repairWindow = StructureLayout([
            StructureLayout.u32("snd_wl1", "the segment that last changed the send window, a sequence number"),
            StructureLayout.u32("snd_wnd", "the send window, bytes"),
            StructureLayout.u32("max_window", "the largest window that the peer advertised, bytes"),
            StructureLayout.u32("rcv_wnd", "the receive window, bytes"),
            StructureLayout.u32("rcv_wup", "what was acknowledged when it was last advertised, a sequence number"),
        ])
    }
#endif
