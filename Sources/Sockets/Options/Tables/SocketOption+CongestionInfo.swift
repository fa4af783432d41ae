/// `union tcp_cc_info`: what a congestion control reports about itself (`linux/inet_diag.h`).
extension SocketOption {
    private typealias Member = StructureLayout.Member

    /// BBR's, the only one of twenty bytes.
    private static let bbr = StructureLayout([
        u32("bbr_bw_lo", "estimated bandwidth, bytes per second, the lower 32 bits"),
        u32("bbr_bw_hi", "its upper 32 bits"),
        u32("bbr_min_rtt", "shortest round-trip time of late, µs"),
        u32("bbr_pacing_gain", "how much faster than the bandwidth it sends, in 256ths"),
        u32("bbr_cwnd_gain", "how much larger than the path's content its window is, in 256ths"),
    ])

    /// That of Vegas and of those that reuse it: Illinois, Veno, Westwood, NV, YeAH.
    private static let vegas = StructureLayout([
        u32("tcpv_enabled", "whether it steers the window now, 0 or 1"),
        u32("tcpv_rttcnt", "round-trip times measured in the last one, a count"),
        u32("tcpv_rtt", "round-trip time, µs"),
        u32("tcpv_minrtt", "shortest round-trip time, µs"),
    ])

    /// DCTCP's (RFC 8257).
    private static let dctcp = StructureLayout([
        StructureLayout.u16("dctcp_enabled", "whether both ends do explicit congestion notification, 0 or 1"),
        StructureLayout.u16("dctcp_ce_state", "whether the last packet was marked, 0 or 1"),
        u32("dctcp_alpha", "estimated fraction of marked bytes, in 1024ths"),
        u32("dctcp_ab_ecn", "marked in this window, bytes"),
        u32("dctcp_ab_tot", "acknowledged in this window, bytes"),
    ])

    @inline(never)
    private static func u32(_ name: String, _ about: String) -> Member { StructureLayout.u32(name, about) }

    /// The fields of what the kernel returned: it copies one of three structures, and the bytes themselves do not say
    /// whether sixteen are Vegas's or DCTCP's, which ``told(by:)`` settles.
    static func congestionInfo(_ bytes: [UInt8]) -> OptionValue? {
        bytes.count == bbr.size ? .structure(bbr.decode(bytes)) : nil
    }

    /// The option for a socket whose congestion control has this name (`TCP_CONGESTION`).
    public func told(by congestionControl: String?) -> SocketOption {
        guard kind == .congestionInfo, let congestionControl else { return self }
        let layouts = [
            "dctcp": Self.dctcp, "vegas": Self.vegas, "illinois": Self.vegas, "veno": Self.vegas,
            "westwood": Self.vegas, "nv": Self.vegas, "yeah": Self.vegas,
        ]
        guard let layout = layouts[congestionControl] else { return self }
        return SocketOption(name, level, number, .structure(layout), access, about, source: source, scope: scope)
    }
}
