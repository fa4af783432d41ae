/// What lies between the plain bytes of a program and the bytes on the wire, TLS for instance: an engine without I/O.
///
/// It turns plain bytes into wire bytes and wire bytes into plain bytes and touches no descriptor; whoever owns the socket moves
/// the wire bytes. ``BufferedTransport`` keeps what it made until somebody takes it, so an engine needs no queues of its
/// own: each of its methods takes bytes, and what came of them is collected with ``takeWire()`` and ``takePlain()``, also
/// after a method threw (an alert, or what came before the bytes that are at fault).
///
/// A plain socket has none: there the descriptor is all.
public protocol Transport: AnyObject {
    /// What it is called in messages and in notes of the journal, `tls`.
    var name: String { get }

    /// Whether plain bytes can be sealed now; false while it has to hear from the peer first, as in a handshake.
    var isReady: Bool { get }

    /// Whether the peer has said, within the transport, that nothing more will come.
    var hasEnded: Bool { get }

    /// Takes plain bytes to be sent, all of them. Not called before it ``isReady`` nor after ``finish()``, but it may be after
    /// ``open(_:)`` or ``openEnd()`` threw: whether anything can still be sent then is for the engine to say.
    func seal(_ plain: ArraySlice<UInt8>) throws(TransportError)

    /// Takes wire bytes that arrived, in whatever pieces the kernel gave them; not empty.
    func open(_ wire: ArraySlice<UInt8>) throws(TransportError)

    /// The wire has ended. Throws if the stream within it had not, which is how somebody who cuts a connection is found out.
    func openEnd() throws(TransportError)

    /// Nothing more will be sealed: makes the wire bytes that say so. Called once.
    func finish() throws(TransportError)

    /// Gives the wire bytes made since the last time, and forgets them. Some may be there from the start: the first word
    /// of a handshake.
    func takeWire() -> [TransportPiece]

    /// Gives the plain bytes that arrived since the last time, and forgets them.
    func takePlain() -> [TransportPiece]
}

/// Bytes that a transport made, in the order of the stream.
public struct TransportPiece: Hashable, Sendable {
    /// The bytes; may be empty, for what only has something to tell.
    public let bytes: [UInt8]
    /// What the transport has to tell of them; nil for nothing.
    public let event: TransportEvent?

    /// Bytes, and what there is to tell of them.
    public init(_ bytes: [UInt8], _ event: TransportEvent? = nil) {
        self.bytes = bytes
        self.event = event
    }
}

/// What a transport has to tell of some bytes, a record of TLS for instance.
public struct TransportEvent: Hashable, Sendable {
    /// The plain bytes within; empty for what carries none.
    public let plain: [UInt8]
    /// What it is, in one line without a full stop: `Application Data, 42 bytes`.
    public let meaning: String

    /// Plain bytes and what became of them, or what they came from.
    public init(_ plain: [UInt8], meaning: String) {
        self.plain = plain
        self.meaning = meaning
    }
}

/// Why a transport cannot go on. Whatever it is, the stream is over: what follows cannot be trusted.
public struct TransportError: Error, Hashable, Sendable {
    /// Its name in the transport's own terms, `bad_record_mac` (RFC 8446 section 6).
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
