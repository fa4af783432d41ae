/// What a layer above or below the calls has to say: a record of TLS, a line of a conversation, a packet.
///
/// Whoever makes one says what happened; the journal numbers it and finds out which call it belongs to. Neither its bytes
/// nor its meaning is trusted: both may hold what a peer sent, so a view quotes them.
public struct LayerEvent: Hashable, Sendable {
    /// How many bytes of UTF-8 a meaning has at most; the rest is cut off.
    public static let meaningLimit = 4096

    /// What an event belongs to.
    public enum Origin: Hashable, Sendable {
        /// The call of that number.
        case call(Int)
        /// The event of that number: a line of a conversation belongs to the TLS record that carried it.
        case event(Int)
    }

    /// Its place among the journal's events, from 1. Calls have numbers of their own.
    public internal(set) var number = 0
    /// The layer that it happened in.
    public let layer: Layer
    /// The session's number for the socket; nil where it belongs to none.
    public let socket: Int?
    /// The socket's name at the time.
    public let socketName: String?
    /// Which way its bytes went; nil where it has none, or where they went nowhere.
    public let direction: Direction?
    /// Its bytes, perhaps only the first of them.
    public let bytes: Clip
    /// What it means, in one line without a full stop: `Application Data, 42 bytes`, `C: EHLO, the client names itself`.
    public let meaning: String
    /// What it belongs to; nil where nothing in the journal caused it.
    public internal(set) var of: Origin?
    /// When it happened, in nanoseconds of the monotonic clock.
    public let time: UInt64
    /// The statement that it belongs to, as ``StatementRecord/number``; 0 where it belongs to none.
    public internal(set) var statement: Int
    /// The number of the call that it belongs to, directly or through other events; nil where that is not known.
    public internal(set) var call: Int?
    /// How many calls the journal had when it was recorded. It never falls from one event to the next.
    public internal(set) var after = 0

    /// An event with all that is known of it; the journal gives it its number.
    ///
    /// - Parameters:
    ///   - statement: the statement that it belongs to; where it is 0, that of its call is taken.
    ///   - origin: a call or an event that is in the journal already.
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

    /// The beginning of a text, cut between two scalars.
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
