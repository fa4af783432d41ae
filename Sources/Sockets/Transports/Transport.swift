/// What is between a program's plain bytes and the bytes on the wire, such as TLS: an engine without I/O.
///
/// It turns plain bytes into wire bytes and vice versa and touches no descriptor; the socket's owner moves the wire
/// bytes. ``BufferedTransport`` keeps its output until someone takes it, so an engine needs no queues of its own: each
/// of its methods takes bytes, and the output is collected with ``takeWire()`` and ``takePlain()``, even after a method
/// threw (an alert, or what preceded the faulty bytes).
///
/// A plain socket has none: it has only the descriptor.
public protocol Transport: AnyObject {
    /// Its name in messages and in the journal's notes, such as `tls`.
    var name: String { get }

    /// Whether plain bytes can be sealed now; false while it must hear from the peer first, as in a handshake.
    var isReady: Bool { get }

    /// Whether the peer has announced, within the transport, that nothing more will come.
    var hasEnded: Bool { get }

    /// Accepts plain bytes to send, all of them. Not called before it ``isReady`` nor after ``finish()``, but it may be after
    /// ``open(_:)`` or ``openEnd()`` threw: whether anything can still be sent then is for the engine to say.
    func seal(_ plain: ArraySlice<UInt8>) throws(TransportError)

    /// Accepts wire bytes that arrived, in whatever pieces the kernel returned; not empty.
    func open(_ wire: ArraySlice<UInt8>) throws(TransportError)

    /// The wire has ended. Throws if the stream within it had not, which is how a truncation is detected.
    func openEnd() throws(TransportError)

    /// Nothing more will be sealed: makes the wire bytes that announce it. Called once.
    func finish() throws(TransportError)

    /// Returns the wire bytes made since the last time, and forgets them. Some may be there from the start: the first
    /// message of a handshake.
    func takeWire() -> [TransportPiece]

    /// Returns the plain bytes that arrived since the last time, and forgets them.
    func takePlain() -> [TransportPiece]
}

/// Bytes made by a transport, in stream order.
public struct TransportPiece: Hashable, Sendable {
    /// The bytes; may be empty if there is only an event.
    public let bytes: [UInt8]
    /// The event for them; nil for none.
    public let event: TransportEvent?

    /// Bytes, and their event.
    public init(_ bytes: [UInt8], _ event: TransportEvent? = nil) {
        self.bytes = bytes
        self.event = event
    }
}

/// What a transport reports about some bytes, such as a TLS record.
public struct TransportEvent: Hashable, Sendable {
    /// The plain bytes within; empty if it carries none.
    public let plain: [UInt8]
    /// What it is, in one line without a full stop: `Application Data, 42 bytes`.
    public let meaning: String

    /// Plain bytes and what became of them, or what they came from.
    public init(_ plain: [UInt8], meaning: String) {
        self.plain = plain
        self.meaning = meaning
    }
}

/// Why a transport cannot continue. In any case the stream is over: what follows cannot be trusted.
public struct TransportError: Error, Hashable, Sendable {
    /// Its name in the transport's own terms, such as `bad_record_mac` (RFC 8446 section 6).
    public let name: String
    /// What happened, in one sentence without a full stop.
    public let message: String
    /// What to try next.
    public let advice: [String]

    /// A named reason.
    public init(_ name: String, _ message: String, advice: [String] = []) {
        self.name = name
        self.message = message
        self.advice = advice
    }
}
