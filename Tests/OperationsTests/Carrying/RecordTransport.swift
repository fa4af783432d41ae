import Sockets

/// A transport like TLS in the hard parts: nothing can be sent before both have said hello, bytes travel in records,
/// each with a checksum that must be right, and the stream has an end of its own.
///
/// A record is a kind, a two-byte length, the bytes, and their checksum.
final class RecordTransport: Transport {
    enum Kind: UInt8 {
        case hello = 1
        case data
        case end
        case alert
    }

    private static let largest = 1000
    private var wire: [TransportPiece] = []
    private var plain: [TransportPiece] = []
    private var arrived: [UInt8] = []
    private(set) var isReady = false
    private(set) var hasEnded = false

    let name = "records"

    init() { say(.hello, []) }

    /// A record as it is on the wire.
    static func record(_ kind: Kind, _ bytes: [UInt8], sum: UInt8? = nil) -> [UInt8] {
        let own = bytes.reduce(kind.rawValue) { $0 &+ $1 }
        return [kind.rawValue, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xff)] + bytes + [sum ?? own]
    }

    private func say(_ kind: Kind, _ bytes: [UInt8]) {
        let meaning = "\(kind), \(bytes.count) bytes"
        wire.append(TransportPiece(Self.record(kind, bytes), TransportEvent(bytes, meaning: meaning)))
    }

    func seal(_ plain: ArraySlice<UInt8>) throws(TransportError) {
        if hasEnded { throw TransportError("ended", "the peer has ended the stream") }
        var rest = plain
        while !rest.isEmpty {
            say(.data, Array(rest.prefix(Self.largest)))
            rest = rest.dropFirst(Self.largest)
        }
    }

    func open(_ wire: ArraySlice<UInt8>) throws(TransportError) {
        arrived += wire
        while arrived.count >= 4 {
            let length = Int(arrived[1]) << 8 | Int(arrived[2])
            guard arrived.count >= length + 4 else { return }
            let (kind, bytes, sum) = (Kind(rawValue: arrived[0]), Array(arrived[3..<length + 3]), arrived[length + 3])
            arrived.removeFirst(length + 4)
            guard let kind, sum == bytes.reduce(kind.rawValue, { $0 &+ $1 }) else {
                say(.alert, [])
                throw TransportError("bad_sum", "a record was changed on its way", advice: ["close it"])
            }
            take(kind, bytes)
        }
    }

    private func take(_ kind: Kind, _ bytes: [UInt8]) {
        plain.append(TransportPiece(bytes, TransportEvent(bytes, meaning: "\(kind), \(bytes.count) bytes")))
        switch kind {
        case .hello: isReady = true
        case .end, .alert: hasEnded = true
        case .data: break
        }
    }

    func openEnd() throws(TransportError) {
        if !hasEnded { throw TransportError("truncated", "the wire ended in the middle of the stream") }
    }

    func finish() throws(TransportError) {
        if !isReady { throw TransportError("no_hello", "it has not begun") }
        say(.end, [])
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
