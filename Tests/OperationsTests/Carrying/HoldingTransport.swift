import Sockets

/// The smallest transport that shows everything: it changes each byte, and whenever it has bytes to return it holds
/// half of them back until it is called again. It has no end of its own: the wire's is the stream's.
final class HoldingTransport: Transport {
    private var toSend: [UInt8] = []
    private var arrived: [UInt8] = []
    private var sendable = 0
    private var readable = 0
    private(set) var hasEnded = false
    /// Whether it holds half back.
    private let holds: Bool

    init(holds: Bool = true) { self.holds = holds }

    let name = "holding"
    let isReady = true

    /// What bytes become on the wire, and wire bytes here.
    static func changed(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map { $0 ^ 0x55 } }

    func seal(_ plain: ArraySlice<UInt8>) {
        // What was held back goes first.
        sendable = toSend.count
        toSend += plain
        sendable += holds ? plain.count / 2 : plain.count
    }

    func open(_ wire: ArraySlice<UInt8>) {
        readable = arrived.count
        arrived += Self.changed(wire)
        readable += holds ? max(wire.count / 2, 1) : wire.count
    }

    func openEnd() {
        readable = arrived.count
        hasEnded = true
    }

    func finish() { sendable = toSend.count }

    func takeWire() -> [TransportPiece] {
        let plain = Array(toSend.prefix(sendable))
        toSend.removeFirst(sendable)
        sendable = 0
        guard !plain.isEmpty else { return [] }
        return [TransportPiece(Self.changed(plain), TransportEvent(plain, meaning: "changed \(plain.count) bytes"))]
    }

    func takePlain() -> [TransportPiece] {
        let plain = Array(arrived.prefix(readable))
        arrived.removeFirst(readable)
        readable = 0
        guard !plain.isEmpty else { return [] }
        return [TransportPiece(plain, TransportEvent(plain, meaning: "changed back \(plain.count) bytes"))]
    }
}
