import Journal
import Sockets

/// One end of a conversation: what a socket's descriptor, and its duplicates, stand for.
public struct End: Sendable {
    /// A send of which not all was received yet.
    struct Piece: Sendable {
        let send: Int
        let count: Int
        var left: Int
    }

    /// A datagram that was sent here.
    struct Datagram: Sendable {
        let send: Int
        /// Which of the messages of that call it was.
        let message: Int
        let from: Int
        let count: Int
        let excerpt: [UInt8]
    }

    /// The session's numbers of the sockets that are open on it.
    public internal(set) var sockets: [Int]
    /// The socket that it is drawn as.
    public internal(set) var face: Int
    /// Whether it carries a stream, and no messages.
    public internal(set) var isStream = true
    /// Whether segments go over a network, so that there are SYN, FIN and RST.
    var isTCP = true
    /// Whether messages keep their borders.
    var keepsBorders: Bool { !isStream }
    /// Its own address, as far as calls told it.
    public internal(set) var local: SocketAddress?
    /// Its peer's address, as far as calls told it.
    public internal(set) var peer: SocketAddress?
    var isListening = false
    /// The other end, if the session holds it; itself for a socket that connected to itself.
    public internal(set) var partner: Int?
    /// The listener whose accept has not taken it yet.
    public internal(set) var waitsAt: Int?
    /// The connect that it made.
    var connect: Int?
    /// Of a listener: connections not yet accepted, oldest first.
    var queue: [Int] = []
    /// What was sent and not yet received.
    var outbound = Fifo<Piece>()
    /// The urgent byte on its way.
    var urgent: Int?
    var inbox = Fifo<Datagram>()
    var isConnected = false
    /// The call that ended what it sends: shutdown or close.
    var ending: Int?
    var hasReadEnd = false
    var isReset = false
    var closesWithReset = false
    /// Whether the urgent byte stays among the others (`SO_OOBINLINE`, socket(7)).
    public internal(set) var takesUrgentInline = false

    init(socket: Int) {
        sockets = [socket]
        face = socket
    }
}

/// A queue whose front moves without moving the rest.
struct Fifo<Element: Sendable>: Sendable {
    private var elements: [Element] = []
    private var front = 0

    var isEmpty: Bool { front == elements.count }
    var count: Int { elements.count - front }

    var first: Element? {
        get { isEmpty ? nil : elements[front] }
        set {
            guard !isEmpty, let newValue else { return }
            elements[front] = newValue
        }
    }

    /// The waiting elements, oldest first.
    var waiting: ArraySlice<Element> { elements[front...] }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func removeFirst() { removeFirst(1) }

    mutating func removeFirst(_ count: Int) {
        front = min(front + count, elements.count)
        if front > 64, front * 2 > elements.count {
            elements.removeFirst(front)
            front = 0
        }
    }
}
