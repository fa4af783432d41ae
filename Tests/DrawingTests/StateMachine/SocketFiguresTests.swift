import Language
import Sockets
import Testing

@testable import Drawing

@Suite struct SocketFiguresTests {
    private func figures(
        _ state: ConnectionState?,
        bytesIn: Int? = 0,
        peer: SocketAddress? = nil,
        info: [(String, Int)]? = nil
    ) -> SocketFigures {
        SocketFigures(
            name: "s",
            descriptor: 3,
            kind: "AF_INET SOCK_STREAM",
            state: state,
            local: .inet(.loopback, port: 80),
            peer: peer,
            bytesIn: bytesIn,
            bytesOut: 0,
            info: info.map { fields in
                .structure(fields.map { OptionValue.Field(name: $0.0, value: .integer($0.1), about: "") })
            }
        )
    }

    @Test func aListenerTellsItsQueue() {
        let listener = figures(.listen, bytesIn: nil, info: [("tcpi_unacked", 3), ("tcpi_sacked", 2)])
        #expect(listener.change == "s LISTEN  queue 3 of 2")
        #expect(listener.lines(width: 80).joined(separator: " ").contains("full"))
    }

    @Test func onlyWhatAWatcherSeesIsAChange() {
        let first = figures(.established, info: [("tcpi_rtt", 10)])
        #expect(first == figures(.established, info: [("tcpi_rtt", 99)]))
        #expect(first != figures(.established, bytesIn: 1, info: [("tcpi_rtt", 10)]))
        #expect(first != figures(.closeWait, info: [("tcpi_rtt", 10)]))
    }

    @Test func anOlderKernelsShorterStructureIsEnough() {
        let lines = figures(.established, info: [("tcpi_snd_cwnd", 1)]).lines(width: 80)
        #expect(lines.contains("speed    1 segment may be on the way (tcpi_snd_cwnd)"))
        #expect(!lines.contains { $0.hasPrefix("window") })
    }

    @Test func hostileAddressesAreSafe() {
        let path = SocketAddress.unix(.path(Array("\u{1b}[2J\n\u{202e}".utf8)))
        let text = figures(.established, peer: path).headline
        #expect(text.unicodeScalars.allSatisfy(Quoting.isVisible))
        #expect(figures(.established, peer: .unix(.unnamed)).headline.hasSuffix("to a peer without a name"))
        #expect(figures(nil).headline.contains("gone"))
    }

    @Test(arguments: [40, 80, 200]) func everyLineFits(width: Int) {
        let names = [
            "tcpi_snd_wnd", "tcpi_rcv_wnd", "tcpi_snd_mss", "tcpi_pmtu", "tcpi_rtt", "tcpi_rttvar", "tcpi_rto",
            "tcpi_snd_cwnd", "tcpi_total_retrans", "tcpi_unacked",
        ]
        let lines = figures(.established, info: names.map { ($0, 4_000_000_000) }).lines(width: width)
        #expect(lines.allSatisfy { $0.count <= min(width, 80) })
    }
}
