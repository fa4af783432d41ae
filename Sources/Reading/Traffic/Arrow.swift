import Journal
import Sockets

/// Who takes part: a socket of the session, or somebody who is known by an address only.
public enum Party: Hashable, Sendable {
    /// The session's number of a socket.
    case socket(Int)
    /// An address that no socket of the session has.
    case remote(SocketAddress)
    /// Somebody of whom nothing is known.
    case unknown
}

/// Something that went from one party to another.
public struct Arrow: Equatable, Sendable {
    /// The kinds of things that go.
    public enum Kind: Equatable, Sendable {
        /// A segment without data, or an ICMP message, by its name: SYN, SYN+ACK, FIN, RST.
        case segment(String)
        /// Data: how many bytes, the first of them, and what is particular about it ("urgent").
        case data(count: Int, excerpt: [UInt8], note: String)
        /// No packet: a call made a socket.
        case birth(String)
    }

    /// Who sent it.
    public let from: Party
    /// Who it was sent to.
    public let to: Party
    /// What went.
    public let kind: Kind
    /// Whether nobody took it.
    public internal(set) var isLost = false

    /// Whether it tells of an error: a reset, an unreachable port.
    public var isAlarm: Bool {
        if case .segment(let name) = kind { name.hasPrefix("RST") || name.hasPrefix("ICMP") } else { false }
    }
}

/// What a receive took out of one send.
public struct Taken: Equatable, Sendable {
    /// The number of the call that sent it; nil if that is not known.
    public let send: Int?
    /// Which of the messages of that call it was (sendmmsg(2)).
    public internal(set) var message = 0
    /// How many bytes.
    public let count: Int
    /// How many bytes the send had.
    public let of: Int
    /// Whether it was the urgent byte, out of band.
    public internal(set) var isUrgent = false
}

/// How a close ends a connection.
public enum Closing: Equatable, Sendable {
    /// With a FIN after the last data.
    case fin
    /// With a reset: data had come that was not received (RFC 2525 section 2.17).
    case unread
    /// With a reset: SO_LINGER had no time (socket(7)).
    case linger
}

/// What a call did to the traffic.
public struct CallNote: Sendable {
    /// Arrows before the call's return, in order.
    public internal(set) var arrows: [Arrow] = []
    /// Arrows after it.
    public internal(set) var answers: [Arrow] = []
    /// What a receive took, send by send.
    public internal(set) var taken: [Taken] = []
    /// The end on which the call was made.
    public internal(set) var end: Int?
    /// Where the data came from or went to.
    public internal(set) var other: Int?
    /// The same of each message that it moved.
    public internal(set) var others: [Int?] = []
    /// Of an accept, the connect whose connection it took; of a receive that read the end of the stream, the call that
    /// ended it. Nil if that is not known.
    public internal(set) var cause: Int?
    /// Whether the end of the stream was read.
    public internal(set) var isEndOfStream = false
    /// How many bytes of a datagram did not fit and were lost.
    public internal(set) var lost = 0
    /// How it ended its connection; nil if it did not, or if nothing is known of the other end.
    public internal(set) var closing: Closing?
    /// The sockets that no longer exist after it.
    public internal(set) var closes: [Int] = []

    /// Nothing happened.
    public init() {}
}
