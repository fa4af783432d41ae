/// A transport and its buffers: plain bytes that arrived and were not read yet, and wire bytes that the kernel has not
/// taken yet.
///
/// Nothing here touches a descriptor. Only the thread that holds the session's lock uses one.
public final class BufferedTransport {
    /// The engine.
    public let engine: any Transport
    /// Why no more plain bytes can come; nil while some can. Those that came before can still be read.
    public private(set) var failure: TransportError?
    /// Whether someone is sending through it now: others must wait, or the wire bytes get out of order.
    public var isSending = false
    /// Whether someone is receiving through it now: others must wait for the same reason.
    public var isReceiving = false

    private var plain = ByteQueue()
    private var wire = ByteQueue()
    /// Events of the wire bytes, each with the end of its bytes as a position among all ever made.
    private var told: [(end: Int, event: TransportEvent)] = []
    /// How many wire bytes were made, and how many of them the kernel has taken.
    private var (made, taken) = (0, 0)
    private var hasFinished = false
    private var hasWireEnded = false

    /// An engine, which may have output at once.
    public init(_ engine: any Transport) {
        self.engine = engine
        collectWire()
    }

    /// How many plain bytes are waiting to be read.
    public var waiting: Int { plain.count }

    /// How many wire bytes the kernel has not taken yet.
    public var unsent: Int { wire.count }

    /// Whether no more plain bytes can come: the peer or the wire has ended the stream, or the engine failed.
    public var isOver: Bool { engine.hasEnded || hasWireEnded || failure != nil }

    /// Whether a read returns at once, whatever the kernel has.
    public var isReadable: Bool { waiting > 0 || isOver }

    /// At most `size` of the waiting plain bytes.
    ///
    /// - Parameter keeps: whether they stay, as for `MSG_PEEK`.
    public func read(_ size: Int, keeps: Bool = false) -> [UInt8] {
        let bytes = plain.prefix(max(size, 0))
        if !keeps { plain.removeFirst(bytes.count) }
        return bytes
    }

    /// Accepts plain bytes to send; none after ``finish()``.
    public func seal(_ bytes: ArraySlice<UInt8>) throws(TransportError) {
        guard !hasFinished else { throw TransportError("finished", "nothing can be sent after the end was sent") }
        defer { collectWire() }
        try engine.seal(bytes)
    }

    /// Makes the wire bytes that announce the end of sending; the second time it does nothing.
    public func finish() throws(TransportError) {
        guard !hasFinished else { return }
        hasFinished = true
        defer { collectWire() }
        try engine.finish()
    }

    /// Accepts wire bytes that arrived; none means the end of the wire. If the engine fails, ``failure`` says why.
    ///
    /// - Returns: their events.
    public func open(_ bytes: [UInt8]) -> [TransportEvent] {
        hasWireEnded = bytes.isEmpty
        do throws(TransportError) {
            if bytes.isEmpty { try engine.openEnd() } else { try engine.open(bytes[...]) }
        } catch {
            failure = failure ?? error
        }
        collectWire()
        let pieces = engine.takePlain()
        for piece in pieces where !piece.bytes.isEmpty { plain.append(piece.bytes) }
        return pieces.compactMap(\.event)
    }

    /// The wire bytes that the kernel has not taken yet.
    public var unsentBytes: ArraySlice<UInt8> { wire.all }

    /// Removes wire bytes that the kernel took.
    ///
    /// - Returns: their events: each once all of its bytes were taken.
    public func sent(_ count: Int) -> [TransportEvent] {
        wire.removeFirst(count)
        taken += count
        let complete = told.prefix { $0.end <= taken }
        told.removeFirst(complete.count)
        return complete.map(\.event)
    }

    private func collectWire() {
        for piece in engine.takeWire() {
            if !piece.bytes.isEmpty { wire.append(piece.bytes) }
            made += piece.bytes.count
            if let event = piece.event { told.append((made, event)) }
        }
    }
}
