import Language
import Sockets

extension Session {
    /// The table of open sockets, entirely as the kernel has them now; `current` is marked.
    public func socketList(current: Socket?) -> Value {
        let live = sockets.all.filter(\.isListed)
        let entries = live.map { PollEntry(descriptor: $0.descriptor, events: [.readable, .writable, .urgent]) }
        let readiness = Observation.readiness(of: entries)
        var words = ShortWords()
        return .list(
            zip(live, readiness).map { socket, events in
                let events = socket.readiness(asKernelSays: events)
                return .record(socket.row(isCurrent: socket === current, poll: events, &words))
            }
        )
    }
}

/// Short names of constants, each looked up once: there may be ten thousand rows.
private struct ShortWords {
    private var families: [AddressFamily: Value] = [:]
    private var types: [SocketType: Value] = [:]
    private var polls: [PollEvents.RawValue: Value] = [:]

    subscript(_ family: AddressFamily) -> Value {
        mutating get { Self.find(family, in: &families) }
    }

    subscript(_ type: SocketType) -> Value {
        mutating get { Self.find(type, in: &types) }
    }

    subscript(_ poll: PollEvents) -> Value {
        mutating get {
            if let known = polls[poll.rawValue] { return known }
            let word = Value.text(poll.short)
            polls[poll.rawValue] = word
            return word
        }
    }

    private static func find<Constant: SymbolicConstant>(_ constant: Constant, in known: inout [Constant: Value])
        -> Value
    {
        if let word = known[constant] { return word }
        let name = constant.name.map { $0.dropFirst(Constant.prefix.count).lowercased() }
        let word = Value.text(name ?? String(constant.rawValue))
        known[constant] = word
        return word
    }
}

extension Socket {
    fileprivate func row(isCurrent: Bool, poll: PollEvents, _ words: inout ShortWords) -> Record {
        let state = state
        // TCP without a connection has no peer and sends nothing; not asking makes a long table fast.
        let isIdle = isTCP && (state == .closed || state == .listen)
        let peer = isIdle ? nil : Observation.peerAddress(of: descriptor)
        // For a former connection, poll reports that its end can be read; if not, nothing can have arrived.
        let isFresh = isTCP && state == .closed && !poll.contains(.readable)
        let unread = isFresh ? 0 : bytesIn
        let unsent = isIdle ? state == .closed ? transport?.unsent ?? 0 : nil : bytesOut
        return Record(
            .row,
            [
                Record.Field("current", .boolean(isCurrent)),
                Record.Field("name", .text(name)),
                Record.Field("fd", .integer(Int(descriptor))),
                Record.Field("family", words[family]),
                Record.Field("type", words[type]),
                Record.Field("state", state.map { .text($0.description) } ?? .none),
                Record.Field("local", Observation.localAddress(of: descriptor).map { .address($0) } ?? .none),
                Record.Field("peer", peer.map { .address($0) } ?? .none),
                Record.Field("in", unread.map { .integer($0) } ?? .none),
                Record.Field("out", unsent.map { .integer($0) } ?? .none),
                Record.Field("poll", words[poll]),
            ]
        )
    }
}

extension PollEvents {
    /// The events without their prefix: `in|out`.
    fileprivate var short: String {
        Self.known.filter { contains($0.value) }.map { $0.name.dropFirst(4).lowercased() }.joined(separator: "|")
    }
}
