import Testing

@testable import Journal

@Suite struct LayerEventBytesTests {
    private func bytes(_ events: [LayerEvent]) -> [UInt8] {
        var writer = ByteWriter()
        writer.values(events)
        return writer.bytes
    }

    private func events(_ bytes: [UInt8]) throws -> [LayerEvent] {
        try bytes.withUnsafeBytes { buffer in
            var reader = ByteReader(buffer)
            let events: [LayerEvent] = try reader.values()
            guard reader.isAtEnd else { throw Malformed() }
            return events
        }
    }

    private static var samples: [LayerEvent] {
        var journal = Journal()
        journal.append(.sample())
        for layer in Layer.allCases {
            journal.append(LayerEvent(layer, meaning: "", time: .max))
            for direction in Direction.allCases {
                journal.append(
                    LayerEvent(
                        layer,
                        statement: 7,
                        socket: 3,
                        socketName: "k\u{e9}",
                        direction: direction,
                        bytes: Clip([0, 255, 10]),
                        meaning: "a\0\u{1F600}",
                        of: direction == .sent ? .call(1) : .event(1),
                        time: 1 << 40
                    )
                )
            }
        }
        return journal.newestEvents()
    }

    @Test func everyEventComesBack() throws {
        #expect(try events(bytes(Self.samples)) == Self.samples)
    }

    @Test func whatIsCutOffIsMalformed() {
        let whole = bytes(Self.samples)
        for count in 0..<whole.count {
            #expect(throws: Malformed.self) { try events(Array(whole.prefix(count))) }
        }
        #expect(throws: Malformed.self) { try events(whole + [0]) }
    }

    @Test func anyBytesAreReadOrMalformed() {
        var generator = SystemRandomNumberGenerator()
        let whole = bytes(Self.samples)
        for _ in 0..<2000 {
            var broken = whole
            for _ in 0..<3 {
                broken[Int(generator.next() % UInt64(broken.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            _ = try? events(broken)
        }
    }
}
