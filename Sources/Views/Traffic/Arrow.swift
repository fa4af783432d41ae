import Journal
import Sockets

/// Who takes part: a socket of the session, or somebody who is known by an address only.
enum Party: Hashable, Sendable {
    /// The session's number of a socket.
    case socket(Int)
    /// An address that no socket of the session has.
    case remote(SocketAddress)
    /// Somebody of whom nothing is known.
    case unknown
}

/// Something that went from one party to another.
struct Arrow: Equatable, Sendable {
    /// What went.
    enum Kind: Equatable, Sendable {
        /// A segment without data, or an ICMP message, by its name: SYN, SYN+ACK, FIN, RST.
        case segment(String)
        /// Data: how many bytes, the first of them, and what is particular about it ("urgent").
        case data(count: Int, excerpt: [UInt8], note: String)
        /// No packet: a call made a socket.
        case birth(String)
    }

    let from: Party
    let to: Party
    let kind: Kind
    /// Whether nobody took it.
    var isLost = false

    /// Whether it tells of an error: a reset, an unreachable port.
    var isAlarm: Bool {
        if case .segment(let name) = kind { name.hasPrefix("RST") || name.hasPrefix("ICMP") } else { false }
    }
}

/// What a receive took out of one send.
struct Taken: Equatable, Sendable {
    /// The number of the call that sent it; nil where that is not known.
    let send: Int?
    /// How many bytes.
    let count: Int
    /// How many bytes the send had.
    let of: Int
    /// Whether it was the urgent byte, out of band.
    var isUrgent = false
}

/// How a close ends a connection.
enum Closing: Equatable, Sendable {
    /// With a FIN behind the last data.
    case fin
    /// With a reset: data had come that was not received (RFC 2525 section 2.17).
    case unread
    /// With a reset: SO_LINGER had no time (socket(7)).
    case linger
}

/// What a call did to the traffic.
struct CallNote: Sendable {
    /// Arrows in front of the call's return, in order.
    var arrows: [Arrow] = []
    /// Arrows behind it.
    var answers: [Arrow] = []
    /// What a receive took, send by send.
    var taken: [Taken] = []
    /// The end on which the call was made.
    var end: Int?
    /// Where the data came from or went to.
    var other: Int?
    /// Of an accept, the connect whose connection it took; of a receive that read the end of the stream, the call that
    /// ended it. Nil where that is not known.
    var cause: Int?
    /// Whether the end of the stream was read.
    var isEndOfStream = false
    /// How many bytes of a datagram did not fit and were lost.
    var lost = 0
    /// How it ended its connection; nil where it did not, or where nothing is known of the other end.
    var closing: Closing?
    /// The sockets that no longer exist behind it.
    var closes: [Int] = []
}
