#if os(Linux)
    /// `struct tcp_info`: what Linux reports about a connection. An older kernel's ends earlier.
    extension SocketOption {
        static let tcpInfo = StructureLayout(tcpInfoState + tcpInfoPath + tcpInfoCounters + tcpInfoLater)

        private typealias Member = StructureLayout.Member

        private static let tcpInfoState: [Member] = [
            field("tcpi_state", .choice(.connectionStates, 1), "the state of the connection"),
            field("tcpi_ca_state", .choice(congestionStates, 1), "what congestion control is doing"),
            u8("tcpi_retransmits", "timeouts in a row without an answer, a count"),
            u8("tcpi_probes", "window or keep-alive probes in a row without an answer, a count"),
            u8("tcpi_backoff", "how often the timeout has been doubled, a count"),
            field("tcpi_options", .flags(negotiated, 1), "what both sides agreed on"),
            field("tcpi_snd_wscale", .bits(shift: 0, width: 4), "the peer's window is shifted by this, bits"),
            field("tcpi_rcv_wscale", .bits(shift: 4, width: 4), "our window is shifted by this, bits"),
            field(
                "tcpi_delivery_rate_app_limited",
                .bits(shift: 0, width: 1),
                "1 where the delivery rate was held down by too little data to send"
            ),
            field("tcpi_fastopen_client_fail", .bits(shift: 1, width: 2), "why Fast Open was not used, 0 to 3"),
            u32("tcpi_rto", "retransmission timeout, µs"),
            u32("tcpi_ato", "delay of an acknowledgment, µs"),
            u32("tcpi_snd_mss", "largest segment to send, bytes"),
            u32("tcpi_rcv_mss", "largest segment expected from the peer, bytes"),
            u32("tcpi_unacked", "sent and not acknowledged, segments; of a listener: connections to accept"),
            u32("tcpi_sacked", "acknowledged out of order, segments; of a listener: its backlog"),
            u32("tcpi_lost", "taken for lost, segments"),
            u32("tcpi_retrans", "sent again and not yet acknowledged, segments"),
            u32("tcpi_fackets", "no longer kept, always 0"),
        ]

        private static let tcpInfoPath: [Member] = [
            u32("tcpi_last_data_sent", "since data was last sent, ms"),
            u32("tcpi_last_ack_sent", "never kept, always 0"),
            u32("tcpi_last_data_recv", "since data last came, ms"),
            u32("tcpi_last_ack_recv", "since an acknowledgment last came, ms"),
            u32("tcpi_pmtu", "largest packet that the path takes, bytes"),
            u32("tcpi_rcv_ssthresh", "largest window that may be advertised now, bytes"),
            u32("tcpi_rtt", "smoothed round-trip time, µs"),
            u32("tcpi_rttvar", "mean deviation of the round-trip time, µs"),
            u32("tcpi_snd_ssthresh", "where slow start ends, segments"),
            u32("tcpi_snd_cwnd", "congestion window, segments"),
            u32("tcpi_advmss", "largest segment that the peer was told, bytes"),
            u32("tcpi_reordering", "how far segments may overtake each other before one counts as lost, segments"),
            u32("tcpi_rcv_rtt", "round-trip time seen as a receiver, µs"),
            u32("tcpi_rcv_space", "room that one round trip of data needs, bytes"),
            u32("tcpi_total_retrans", "sent again since the start, segments"),
        ]

        private static let tcpInfoCounters: [Member] = [
            u64("tcpi_pacing_rate", "rate at which data leaves, bytes per second; all ones is no limit"),
            u64("tcpi_max_pacing_rate", "limit of that rate, bytes per second; all ones is none"),
            u64("tcpi_bytes_acked", "acknowledged by the peer, bytes"),
            u64("tcpi_bytes_received", "acknowledged to the peer, bytes"),
            u32("tcpi_segs_out", "sent, segments"),
            u32("tcpi_segs_in", "received, segments"),
            u32("tcpi_notsent_bytes", "written and not yet sent, bytes"),
            u32("tcpi_min_rtt", "shortest round-trip time of late, µs"),
            u32("tcpi_data_segs_in", "received with data, segments"),
            u32("tcpi_data_segs_out", "sent with data, segments"),
            u64("tcpi_delivery_rate", "rate at which data was delivered of late, bytes per second"),
            u64("tcpi_busy_time", "with data to send or unacknowledged, µs"),
            u64("tcpi_rwnd_limited", "held up by the peer's window, µs"),
            u64("tcpi_sndbuf_limited", "held up by the send buffer, µs"),
            u32("tcpi_delivered", "delivered, segments"),
            u32("tcpi_delivered_ce", "delivered and marked by a congested router, segments"),
            u64("tcpi_bytes_sent", "sent with repeats, bytes"),
            u64("tcpi_bytes_retrans", "sent again, bytes"),
            u32("tcpi_dsack_dups", "reported by the peer as having come twice, segments"),
            u32("tcpi_reord_seen", "times that segments overtook each other, a count"),
            u32("tcpi_rcv_ooopack", "received out of order, segments"),
            u32("tcpi_snd_wnd", "window that the peer advertises, bytes"),
        ]

        /// Newer than the headers of many systems. The word after `tcpi_received_ce_bytes` is omitted, since Linux 6.18
        /// and later split it differently.
        private static let tcpInfoLater: [Member] = [
            u32("tcpi_rcv_wnd", "window that we advertise, bytes"),
            u32("tcpi_rehash", "times that another path was tried, a count"),
            u16("tcpi_total_rto", "timeouts since the start, a count"),
            u16("tcpi_total_rto_recoveries", "recoveries that a timeout began, a count"),
            u32("tcpi_total_rto_time", "spent in such recoveries, ms"),
            u32("tcpi_received_ce", "received and marked by a congested router, segments"),
            u32("tcpi_delivered_e1_bytes", "delivered with ECT(1), bytes"),
            u32("tcpi_delivered_e0_bytes", "delivered with ECT(0), bytes"),
            u32("tcpi_delivered_ce_bytes", "delivered with CE, bytes"),
            u32("tcpi_received_e1_bytes", "received with ECT(1), bytes"),
            u32("tcpi_received_e0_bytes", "received with ECT(0), bytes"),
            u32("tcpi_received_ce_bytes", "received with CE, bytes"),
        ]

        @inline(never)
        private static func field(_ name: String, _ form: StructureLayout.Form, _ about: String) -> Member {
            StructureLayout.field(name, form, about)
        }

        @inline(never)
        private static func u8(_ name: String, _ about: String) -> Member { StructureLayout.u8(name, about) }
        @inline(never)
        private static func u16(_ name: String, _ about: String) -> Member { StructureLayout.u16(name, about) }
        @inline(never)
        private static func u32(_ name: String, _ about: String) -> Member { StructureLayout.u32(name, about) }
        @inline(never)
        private static func u64(_ name: String, _ about: String) -> Member { StructureLayout.u64(name, about) }

        private static let congestionStates = Choices(
            prefix: "TCP_CA_",
            ["Open": 0, "Disorder": 1, "CWR": 2, "Recovery": 3, "Loss": 4]
        )

        private static let negotiated = Choices(
            prefix: "TCPI_OPT_",
            [
                "TIMESTAMPS": 1, "SACK": 2, "WSCALE": 4, "ECN": 8, "ECN_SEEN": 16, "SYN_DATA": 32, "USEC_TS": 64,
                "TFO_CHILD": 128,
            ]
        )
    }
#endif
