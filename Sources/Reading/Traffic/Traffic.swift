import Journal
import Sockets

/// Who talked with whom, and which send ended up in which receive: told from the journal alone.
///
/// Data is followed byte by byte on streams and message by message on datagram sockets, if the session holds both
/// ends. Where it holds one, the other is a party with an address. SYN, FIN and RST are not captured: they are what
/// TCP sends in such a call (RFC 9293 section 3.5 and 3.6).
public struct Traffic: Sendable {
    /// Every end that a call was made on.
    public internal(set) var ends: [End] = []
    /// What a call did, by its number.
    public internal(set) var notes: [Int: CallNote] = [:]
    /// The end of a socket.
    public internal(set) var endOfSocket: [Int: Int] = [:]
    /// The names of the sockets.
    public internal(set) var names: [Int: String] = [:]
    private var bound: [Place: [Int]] = [:]

    /// What sockets are looked up by: a port, whatever the address, or a name.
    private enum Place: Hashable {
        case port(UInt32)
        case name(SocketAddress)

        init?(_ address: SocketAddress) {
            if let port = address.port {
                guard port != 0 else { return nil }
                self = .port(port)
            } else if address == .unix(.unnamed) {
                return nil
            } else {
                self = .name(address)
            }
        }
    }

    /// The traffic of some calls.
    public init(_ calls: [Call]) {
        for call in Self.inOrder(calls) { read(call) }
    }

    /// Causes before effects: what a call sets going counts from its start, what it gets from its return. Of two
    /// calls in different threads the journal may have the later one first.
    public static func inOrder(_ calls: [Call]) -> [Call] {
        func time(_ call: Call) -> UInt64 { call.isReceive || call.isAccept ? call.end : call.start }
        let isOrdered = zip(calls, calls.dropFirst()).allSatisfy { time($0) <= time($1) }
        return isOrdered ? calls : calls.sorted { (time($0), $0.number) < (time($1), $1.number) }
    }

    private mutating func read(_ call: Call) {
        var note = CallNote()
        if let socket = call.socket {
            note.end = end(of: socket, call)
        }
        take(call, &note)
        for made in call.made { names[made.id] = made.name }
        notes[call.number] = note
    }

    private mutating func take(_ call: Call, _ note: inout CallNote) {
        if call.has(.endsMentioned) { for mention in call.mentions { endMentioned(mention.id, call, &note) } }
        switch call.kind {
        case .socket, .socketpair: create(call, &note)
        case _ where call.has(.duplicates) && (call.kind != .fcntl || !call.made.isEmpty): duplicate(call)
        default:
            guard let index = note.end else { return adoptStrangers(call) }
            follow(call, index, &note)
        }
    }

    private mutating func follow(_ call: Call, _ index: Int, _ note: inout CallNote) {
        switch call.kind {
        case .bind: if call.succeeded { place(index, at: call.local ?? call.address) }
        case .listen: listen(call, index)
        case .connect: connect(call, index, &note)
        case .accept, .accept4: accept(call, index, &note)
        case .shutdown: shutdown(call, index, &note)
        case .close: close(call, index, &note)
        case .getsockname, .getpeername: learn(call, index)
        case .setsockopt: option(call, index)
        default:
            if call.isSend { send(call, index, &note) } else if call.isReceive { receive(call, index, &note) }
            adoptStrangers(call)
        }
    }

    /// The end of a socket; a new one if its making is not in the journal.
    private mutating func end(of socket: Int, _ call: Call) -> Int {
        if names[socket] == nil { names[socket] = call.socketName ?? "s\(socket)" }
        if let index = endOfSocket[socket] { return index }
        let index = add(socket)
        if call.argument("dest_addr") != nil || call.output("src_addr") != nil { ends[index].isStream = false }
        if case .unix? = call.address { ends[index].isTCP = false }
        ends[index].isTCP = ends[index].isTCP && ends[index].isStream
        ends[index].isConnected = call.before == .established || call.before == .closeWait
        return index
    }

    /// A new end for a socket.
    mutating func add(_ socket: Int) -> Int {
        ends.append(End(socket: socket))
        endOfSocket[socket] = ends.count - 1
        return ends.count - 1
    }

    /// Sockets that came out of a call of which nothing more is known, such as recvmsg.
    private mutating func adoptStrangers(_ call: Call) {
        for made in call.made where endOfSocket[made.id] == nil { _ = add(made.id) }
    }

    /// Gives an end an address.
    mutating func place(_ index: Int, at address: SocketAddress?) {
        guard let address, ends[index].local != address else { return }
        ends[index].local = address
        guard let place = Place(address) else { return }
        // Of a listener's accepted sockets, all of which have its port, only those that are open can be reached.
        while let last = bound[place]?.last, ends[last].sockets.isEmpty { bound[place]?.removeLast() }
        bound[place, default: []].append(index)
    }

    /// The end that a message to an address reaches, the newest first.
    func end(at address: SocketAddress, where condition: (End) -> Bool) -> Int? {
        guard let place = Place(address) else { return nil }
        return bound[place]?.last { index in
            let end = ends[index]
            return !end.sockets.isEmpty && end.local?.isReached(by: address) == true && condition(end)
        }
    }

    /// How an end is drawn.
    func party(_ index: Int) -> Party { .socket(ends[index].face) }

    /// Whom an end talks to.
    func other(of index: Int) -> Party {
        let end = ends[index]
        if let partner = end.partner { return party(partner) }
        if let listener = end.waitsAt { return party(listener) }
        return end.peer.map { .remote($0) } ?? .unknown
    }
}
