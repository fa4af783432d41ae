import Testing

@testable import Sockets

@Suite("SocketOption: bytes to values")
struct SocketOptionDecodeTests {
    @Test("no bytes crash decode, whatever their count")
    func hostileBytes() {
        for option in SocketOption.all + [.unnamed(9999, level: .socket)] {
            for count in 0...(option.capacity + 9) {
                for byte: UInt8 in [0, 1, 0x7f, 0x80, 0xff] {
                    let value = option.decode([UInt8](repeating: byte, count: count))
                    if count < 40 || count > option.capacity { _ = value.description }
                }
            }
        }
    }

    @Test("no bytes at all come back as what they are")
    func empty() throws {
        let option = try #require(SocketOption.find("SO_REUSEADDR", level: nil))
        #expect(option.decode([]) == .bytes([]))
        #expect(option.decode([1]) == .boolean(true))
    }

    @Test(
        "times print as digits",
        arguments: [
            (0, "0"), (2, "2"), (2.5, "2.5"), (0.000001, "0.000001"), (0.1, "0.1"), (-1.5, "-1.5"),
            (0.9999999, "1"), (1e18, "1e+18"), (.infinity, "inf"),
        ] as [(Double, String)]
    )
    func times(seconds: Double, text: String) {
        #expect(OptionValue.seconds(seconds).description == text)
    }

    #if os(Linux)
        @Test("tcp_info is taken apart where C has its fields")
        func tcpInfo() throws {
            let option = try #require(SocketOption.find("TCP_INFO", level: nil))
            var bytes = [UInt8](repeating: 0, count: 232)
            bytes[0] = 10
            bytes[5] = 7
            bytes[6] = 0x97
            bytes[7] = 0b101
            bytes.replaceSubrange(8..<12, with: native(200_000 as UInt32))
            bytes.replaceSubrange(68..<72, with: native(1234 as UInt32))
            bytes.replaceSubrange(104..<112, with: native(UInt64.max))
            bytes.replaceSubrange(228..<232, with: native(65_536 as UInt32))
            let info = option.decode(bytes)
            #expect(info[field: "tcpi_state"] == .choice("LISTEN", 10))
            #expect(info[field: "tcpi_options"]?.description == "TCPI_OPT_TIMESTAMPS|TCPI_OPT_SACK|TCPI_OPT_WSCALE")
            #expect(info[field: "tcpi_snd_wscale"] == .integer(7))
            #expect(info[field: "tcpi_rcv_wscale"] == .integer(9))
            #expect(info[field: "tcpi_delivery_rate_app_limited"] == .integer(1))
            #expect(info[field: "tcpi_fastopen_client_fail"] == .integer(2))
            #expect(info[field: "tcpi_rto"] == .integer(200_000))
            #expect(info[field: "tcpi_rtt"] == .integer(1234))
            #expect(info[field: "tcpi_pacing_rate"] == .unsigned(.max))
            #expect(info[field: "tcpi_snd_wnd"] == .integer(65_536))
            #expect(info[field: "tcpi_rcv_wnd"] == nil)
        }

        @Test("an older kernel's tcp_info has only the fields that are wholly there", arguments: 0...240)
        func shortInfo(count: Int) throws {
            let option = try #require(SocketOption.find("TCP_INFO", level: nil))
            guard case .structure(let fields) = option.decode([UInt8](repeating: 1, count: count)) else {
                Issue.record("not a structure")
                return
            }
            guard case .structure(let layout) = option.kind else { return }
            let whole = layout.members.filter { $0.offset + $0.form.size <= count }.map { $0.name }
            #expect(fields.map { $0.name } == whole)
        }

        @Test("tcp_info's offsets are those of the C library's struct")
        func offsets() throws {
            let option = try #require(SocketOption.find("TCP_INFO", level: nil))
            guard case .structure(let layout) = option.kind else { return }
            let offsets = Dictionary(uniqueKeysWithValues: layout.members.map { ($0.name, $0.offset) })
            #expect(offsets["tcpi_rto"] == MemoryLayout<tcp_info>.offset(of: \.tcpi_rto))
            #expect(offsets["tcpi_rtt"] == MemoryLayout<tcp_info>.offset(of: \.tcpi_rtt))
            #expect(offsets["tcpi_total_retrans"] == MemoryLayout<tcp_info>.offset(of: \.tcpi_total_retrans))
        }
    #endif
}
