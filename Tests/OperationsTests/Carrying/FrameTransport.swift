import Sockets

/// A transport as a program's own protocol may have it: frames of two bytes of length, most significant first, and that many
/// bytes, each changed. Nothing can be sent before the peer's hello, one byte. It has no end of its own, but the wire may end
/// only between two frames.
final class FrameTransport: Transport {
    /// What each end says first.
    static let hello: UInt8 = 0x21
    /// The longest frame.
    static let largest = 4096

    private var wire = [TransportPiece([hello], TransportEvent([], meaning: "hello"))]
    private var plain: [TransportPiece] = []
    private var arrived: [UInt8] = []
    private(set) var isReady = false
    private(set) var hasEnded = false

    let name = "frames"

    /// A frame as it is on the wire.
    static func frame(_ bytes: some Collection<UInt8>) -> [UInt8] {
        [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xff)] + bytes.map { $0 ^ 0x55 }
    }

    func seal(_ plain: ArraySlice<UInt8>) {
        var rest = plain
        while !rest.isEmpty {
            let bytes = Array(rest.prefix(Self.largest))
            wire.append(TransportPiece(Self.frame(bytes), Self.event(bytes)))
            rest = rest.dropFirst(bytes.count)
        }
    }

    func open(_ wire: ArraySlice<UInt8>) throws(TransportError) {
        var rest = arrived[...] + wire
        defer { arrived = Array(rest) }
        if !isReady {
            guard rest.popFirst() == Self.hello else {
                throw TransportError("bad_hello", "the peer did not begin with a hello")
            }
            isReady = true
            plain.append(TransportPiece([], TransportEvent([], meaning: "hello")))
        }
        while rest.count >= 2 {
            let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
            guard length <= Self.largest else {
                let message = "a frame of \(length) bytes, where \(Self.largest) is the most"
                throw TransportError("frame_too_long", message, advice: ["close it"])
            }
            guard rest.count >= length + 2 else { return }
            let bytes = rest.dropFirst(2).prefix(length).map { $0 ^ 0x55 }
            plain.append(TransportPiece(bytes, Self.event(bytes)))
            rest = rest.dropFirst(length + 2)
        }
    }

    func openEnd() throws(TransportError) {
        guard isReady else { throw TransportError("no_hello", "the peer went before its hello") }
        guard arrived.isEmpty else { throw TransportError("truncated", "the wire ended within a frame") }
        hasEnded = true
    }

    func finish() {}

    func takeWire() -> [TransportPiece] {
        defer { wire = [] }
        return wire
    }

    func takePlain() -> [TransportPiece] {
        defer { plain = [] }
        return plain
    }

    private static func event(_ bytes: [UInt8]) -> TransportEvent {
        TransportEvent(bytes, meaning: "frame, \(bytes.count) bytes")
    }
}
