import Testing

@testable import Sockets

/// An engine that does what a test says.
private final class Scripted: Transport {
    var wire: [TransportPiece] = []
    var plain: [TransportPiece] = []
    var error: TransportError?
    var finished = 0
    let name = "scripted"
    let isReady = true
    var hasEnded = false

    private func fail() throws(TransportError) { if let error { throw error } }
    func seal(_ plain: ArraySlice<UInt8>) throws(TransportError) { try fail() }
    func open(_ wire: ArraySlice<UInt8>) throws(TransportError) { try fail() }
    func openEnd() throws(TransportError) { try fail() }
    func finish() throws(TransportError) {
        finished += 1
        try fail()
    }
    func takeWire() -> [TransportPiece] {
        defer { wire = [] }
        return wire
    }
    func takePlain() -> [TransportPiece] {
        defer { plain = [] }
        return plain
    }
}

@Suite struct BufferedTransportTests {
    private let engine = Scripted()

    private func piece(_ bytes: [UInt8], _ meaning: String) -> TransportPiece {
        TransportPiece(bytes, TransportEvent(bytes, meaning: meaning))
    }

    @Test func whatIsThereFromTheStartIsToBeSent() {
        engine.wire = [piece([1, 2], "hello")]
        let transport = BufferedTransport(engine)
        #expect(transport.unsent == 2 && Array(transport.unsentBytes) == [1, 2] && !transport.isReadable)
    }

    @Test func anEventIsToldWhenItsLastByteIsSent() throws {
        let transport = BufferedTransport(engine)
        engine.wire = [piece([1, 2, 3], "a"), TransportPiece([4]), piece([], "b"), piece([5], "c")]
        try transport.seal([0])
        #expect(transport.sent(2) == [] && Array(transport.unsentBytes) == [3, 4, 5])
        #expect(transport.sent(1).map(\.meaning) == ["a"])
        #expect(transport.sent(1).map(\.meaning) == ["b"])
        #expect(transport.sent(1).map(\.meaning) == ["c"] && transport.unsent == 0)
    }

    @Test func nothingIsSealedAfterTheEnd() throws {
        let transport = BufferedTransport(engine)
        try transport.finish()
        #expect(throws: TransportError.self) { try transport.seal([1]) }
        #expect(transport.unsent == 0)
    }

    @Test func plainBytesAreReadAndKept() {
        let transport = BufferedTransport(engine)
        engine.plain = [piece([1, 2], "a"), piece([3], "b")]
        #expect(transport.open([9]).map(\.meaning) == ["a", "b"])
        #expect(transport.read(2, keeps: true) == [1, 2] && transport.waiting == 3)
        #expect(transport.read(2) == [1, 2] && transport.isReadable)
        #expect(transport.read(-1) == [] && transport.read(9) == [3] && !transport.isReadable)
    }

    @Test func whatCameBeforeAFailureIsStillRead() {
        let transport = BufferedTransport(engine)
        engine.plain = [piece([1], "a")]
        engine.wire = [piece([7], "alert")]
        engine.error = TransportError("bad", "it is bad")
        #expect(transport.open([9]).map(\.meaning) == ["a"])
        #expect(transport.failure?.name == "bad" && transport.isOver && transport.unsent == 1)
        #expect(transport.read(9) == [1] && transport.isReadable)
        // The first failure is the one that counts.
        engine.error = TransportError("worse", "it is worse")
        _ = transport.open([9])
        #expect(transport.failure?.name == "bad")
    }

    @Test func theEndOfTheWireIsTheEnd() {
        let transport = BufferedTransport(engine)
        #expect(!transport.isOver)
        _ = transport.open([])
        #expect(transport.isOver && transport.failure == nil)
    }

    @Test func itFinishesOnce() throws {
        let transport = BufferedTransport(engine)
        engine.error = TransportError("bad", "it is bad")
        #expect(throws: TransportError.self) { try transport.finish() }
        try transport.finish()
        #expect(engine.finished == 1)
    }

    @Test func aFailureToSealStillHasSomethingToSay() {
        let transport = BufferedTransport(engine)
        engine.error = TransportError("bad", "it is bad")
        engine.wire = [TransportPiece([7])]
        #expect(throws: TransportError.self) { try transport.seal([1]) }
        #expect(transport.unsent == 1)
    }
}

@Suite struct ByteQueueTests {
    /// A queue behaves like an array, whatever the order of adding and taking.
    @Test func itIsAnArray() {
        var queue = ByteQueue()
        var plain: [UInt8] = []
        var random = SystemRandomNumberGenerator()
        for step in 0..<2000 {
            if Bool.random(using: &random) {
                let more = [UInt8](repeating: UInt8(truncatingIfNeeded: step), count: .random(in: 0...40))
                queue.append(more)
                plain += more
            } else {
                let count = Int.random(in: -1...60)
                #expect(queue.prefix(max(count, 0)) == Array(plain.prefix(max(count, 0))))
                queue.removeFirst(count)
                plain.removeFirst(min(max(count, 0), plain.count))
            }
            #expect(queue.count == plain.count)
        }
        #expect(Array(queue.all) == plain)
    }
}
