/// What a layer above or below the calls reports: a TLS record, a line of a conversation, a packet.
///
/// Its creator says what happened; the journal numbers it and finds the call it belongs to. Neither its bytes nor its
/// meaning is trusted: both may hold what a peer sent, so views quote them.
public struct LayerEvent: Hashable, Sendable {
    /// How many bytes of UTF-8 a meaning has at most; the rest is truncated.
    public static let meaningLimit = 4096

    /// What an event belongs to.
    public enum Origin: Hashable, Sendable {
        /// The call with this number.
        case call(Int)
        /// The event with this number: a line of a conversation belongs to the TLS record that carried it.
        case event(Int)
    }

    /// Its place among the journal's events, from 1. Calls are numbered separately.
    public internal(set) var number = 0
    /// The layer that it happened in.
    public let layer: Layer
    /// The session's number for the socket; nil if it belongs to none.
    public let socket: Int?
    /// The socket's name at the time.
    public let socketName: String?
    /// The direction of its bytes; nil if it has none, or they went nowhere.
    public let direction: Direction?
    /// Its bytes, possibly truncated.
    public let bytes: Clip
    /// Its meaning, in one line without a full stop: `Application Data, 42 bytes`, `C: EHLO, the client names itself`.
    public let meaning: String
    /// What it belongs to; nil if nothing in the journal caused it.
    public internal(set) var of: Origin?
    /// When it happened, in nanoseconds on the monotonic clock.
    public let time: UInt64
    /// The statement it belongs to, as in ``StatementRecord/number``; 0 if it belongs to none.
    public internal(set) var statement: Int
    /// The number of the call it belongs to, directly or through other events; nil if unknown.
    public internal(set) var call: Int?
    /// How many calls the journal had when it was recorded. It never decreases from one event to the next.
    public internal(set) var after = 0

    /// A complete event; the journal assigns its number.
    ///
    /// - Parameters:
    ///   - statement: the statement it belongs to; if 0, that of its call is used.
    ///   - origin: a call or an event already in the journal.
    public init(
        _ layer: Layer,
        statement: Int = 0,
        socket: Int? = nil,
        socketName: String? = nil,
        direction: Direction? = nil,
        bytes: Clip = Clip([]),
        meaning: String,
        of origin: Origin? = nil,
        time: UInt64
    ) {
        self.layer = layer
        self.statement = statement
        self.socket = socket
        self.socketName = socketName
        self.direction = direction
        self.bytes = bytes
        self.meaning = meaning.utf8.count <= Self.meaningLimit ? meaning : Self.cut(meaning)
        of = origin
        self.time = time
    }

    /// The beginning of a text, cut on a scalar boundary.
    private static func cut(_ text: String) -> String {
        var (kept, room) = ("", meaningLimit)
        for scalar in text.unicodeScalars {
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept
    }
}
