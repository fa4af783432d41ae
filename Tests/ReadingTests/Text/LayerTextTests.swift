import Journal
import Reading
import Testing

@Suite struct LayerTextTests {
    private func event(_ direction: Direction?, _ count: Int, _ meaning: String) -> LayerEvent {
        LayerEvent(
            .tls,
            direction: direction,
            bytes: Clip([UInt8](repeating: 0, count: count)),
            meaning: meaning,
            time: 0
        )
    }

    @Test func aLineNamesTheLayer() {
        #expect(LayerText.line(event(.sent, 42, "Application Data")) == "tls sent 42 bytes: Application Data")
        #expect(LayerText.line(event(.received, 1, "")) == "tls received 1 byte")
        #expect(LayerText.line(event(nil, 0, "handshake finished")) == "tls: handshake finished")
        #expect(LayerText.line(event(nil, 100_000, "x")) == "tls 100000 bytes: x")
    }

    @Test func nothingThatAPeerSentReachesTheTerminalRaw() {
        let line = LayerText.line(event(.sent, 1, "S: 250 \u{1b}[31mred\u{7}\r\n\u{202e}\u{0}"))
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7f...0x9f).contains($0.value) })
        #expect(!line.contains("\u{202e}"))
    }

    @Test func manyLinesAreCutWithTheirCount() {
        let events = (1...9).map { event(.sent, $0, "") }
        #expect(LayerText.lines(events, limit: 9).count == 9)
        #expect(
            LayerText.lines(events, limit: 3) == ["tls sent 1 byte", "tls sent 2 bytes", "7 more events of layers"]
        )
    }
}
