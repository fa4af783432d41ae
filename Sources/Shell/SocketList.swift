import Language
import Sockets

extension Session {
    /// The table of the live sockets, all of it as the kernel has it at this moment.
    public var socketList: Value {
        let live = sockets.all
        let entries = live.map { PollEntry(descriptor: $0.descriptor, events: [.readable, .writable, .urgent]) }
        let readiness = Observation.readiness(of: entries)
        return .list(zip(live, readiness).map { .record($0.row(isCurrent: $0 === sockets.current, poll: $1)) })
    }
}

extension Socket {
    fileprivate func row(isCurrent: Bool, poll: PollEvents) -> Record {
        let state = state
        // TCP without a connection has no peer and sends nothing; not asking makes a long table quick.
        let isIdle = isTCP && (state == .closed || state == .listen)
        let peer = isIdle ? nil : Observation.peerAddress(of: descriptor)
        let unsent = isIdle ? state == .closed ? 0 : nil : Observation.bytesOut(descriptor)
        return Record(
            .row,
            [
                Record.Field("current", .boolean(isCurrent)),
                Record.Field("name", .text(name)),
                Record.Field("fd", .integer(Int(descriptor))),
                Record.Field("family", .text(short(family))),
                Record.Field("type", .text(short(type))),
                Record.Field("state", state.map { .text($0.description) } ?? .none),
                Record.Field("local", Observation.localAddress(of: descriptor).map { .address($0) } ?? .none),
                Record.Field("peer", peer.map { .address($0) } ?? .none),
                Record.Field("in", Observation.bytesIn(descriptor).map { .integer($0) } ?? .none),
                Record.Field("out", unsent.map { .integer($0) } ?? .none),
                Record.Field("poll", .text(poll.short)),
            ]
        )
    }

    private func short<Constant: SymbolicConstant>(_ constant: Constant) -> String {
        constant.name.map { $0.dropFirst(Constant.prefix.count).lowercased() } ?? String(constant.rawValue)
    }
}

extension PollEvents {
    /// The events without their prefix: `in|out`.
    fileprivate var short: String {
        Self.known.filter { contains($0.value) }.map { $0.name.dropFirst(4).lowercased() }.joined(separator: "|")
    }
}
