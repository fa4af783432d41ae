import Testing

@testable import Sockets

#if os(Linux)
    @Suite("What a congestion control tells")
    struct SocketOptionCongestionInfoTests {
        private static let option = SocketOption.find("TCP_CC_INFO", level: .tcp)

        private func names(_ bytes: [UInt8], _ congestionControl: String?) throws -> [String] {
            let option = try #require(Self.option).told(by: congestionControl)
            guard case .structure(let fields) = option.decode(bytes) else { return [] }
            return fields.map(\.name)
        }

        @Test(
            arguments: [
                ("bbr", 20, "bbr_bw_lo"), ("vegas", 16, "tcpv_enabled"), ("dctcp", 16, "dctcp_enabled"),
                ("illinois", 16, "tcpv_enabled"), ("cubic", 0, nil), ("nosuch", 16, nil), (nil, 20, "bbr_bw_lo"),
            ] as [(String?, Int, String?)]
        )
        func fields(name: String?, count: Int, first: String?) throws {
            try #expect(names([UInt8](repeating: 1, count: count), name).first == first)
        }

        @Test func aShortOneIsCutOff() throws {
            try #expect(names([1, 0, 0, 0, 2, 0, 0, 0], "vegas") == ["tcpv_enabled", "tcpv_rttcnt"])
        }
    }
#endif
