import Journal
import Sockets

/// What is known of a call that waits beside its session's journal: what others are doing now, and what the kernel says.
public struct WaitFacts: Sendable {
    /// What the statement's receives go on for; nil if one call is enough.
    public var aim: ReadAim?
    /// The calls that statements of jobs wait in, by their sockets' numbers.
    public var waitsIn: [Int: CallKind] = [:]
    /// The socket's own address.
    public var local: SocketAddress?
    /// The peer's address.
    public var peer: SocketAddress?
    /// Sessions that run beside this one, such as a lesson's other ends.
    public var others: [OtherSession] = []

    /// Nothing known.
    public init() {}
}

/// A session that runs beside the one that waits.
public struct OtherSession: Sendable {
    /// An open socket of it.
    public struct End: Sendable {
        let id: Int
        let name: String
        let local: SocketAddress?
        let peer: SocketAddress?
        let isListening: Bool

        /// A socket with its addresses as the kernel has them.
        public init(id: Int, name: String, local: SocketAddress?, peer: SocketAddress?, isListening: Bool) {
            (self.id, self.name, self.local, self.peer, self.isListening) = (id, name, local, peer, isListening)
        }
    }

    /// Its name.
    let name: String
    /// Its calls.
    let journal: Journal
    /// Its open sockets.
    let ends: [End]
    /// The calls that its statements wait in, by their sockets' numbers.
    let waitsIn: [Int: CallKind]
    /// Whether it has done all that it was to do.
    let isOver: Bool

    /// A session with its name, its calls, its open sockets and what it waits for.
    public init(name: String, journal: Journal, ends: [End], waitsIn: [Int: CallKind], isOver: Bool) {
        (self.name, self.journal, self.ends, self.waitsIn) = (name, journal, ends, waitsIn)
        self.isOver = isOver
    }
}

extension WaitFacts {
    /// The other end of the socket in another session, found by the addresses of both; nil if none has it.
    var elsewhere: Counterpart? {
        guard let local, let peer else { return nil }
        for other in others {
            let ends = other.ends.filter { !$0.isListening }
            let end =
                ends.first { $0.local == peer && ($0.peer == local || local == .unix(.unnamed)) }
                ?? ends.first { $0.peer == local && local != .unix(.unnamed) }
            guard let end else { continue }
            return Counterpart(
                end.name,
                of: other.name,
                socket: end.id,
                in: other.journal,
                waitsIn: other.waitsIn[end.id]
            )
        }
        return nil
    }
}
