import Language
import Reading
import Shell
import Sockets
import Synchronization

/// Tells what happens on the session's sockets while a line is being typed: data waiting, a client, the end of a
/// connection. It only looks (poll, FIONREAD), on a thread of its own, and never touches a socket.
///
/// `@unchecked Sendable`: `told` and `seen` belong to the watching thread; the rest is shared under its own locks.
public final class SocketWatch: @unchecked Sendable {
    /// What was told of a socket, so that it is told only once.
    private enum News: Equatable {
        case client
        case bytes(Int)
        case ended(End, bytes: Int)
        case failed
    }

    /// How the peer ended what it sends, as far as the kernel tells.
    private enum End: String {
        /// A FIN has come: TCP does not say whether the peer can still receive.
        case stream = "the peer sends no more: it closed, or shut down its sending"
        /// Both directions are over.
        case connection = "the peer closed"
        /// A unix peer has shut down one direction.
        case direction = "the peer shut down its sending"
    }

    private static let interval: Int32 = 150
    private let session: Session
    private let tell: @Sendable (String) -> Void
    private let isWatching = Mutex(false)
    private let isOver = Atomic(false)
    private var told: [Int: News] = [:]
    /// What was seen at the last look, told or not.
    private var seen: [Int: News] = [:]

    /// A watch that says what happens, one line each; it begins with ``start()``.
    public init(session: Session, tell: @escaping @Sendable (String) -> Void) {
        self.session = session
        self.tell = tell
    }

    /// Begins on a thread of its own.
    public func start() {
        _ = Shell.startThread { [self] in
            while !isOver.load(ordering: .relaxed) {
                look()
                _ = poll(nil, 0, Self.interval)
            }
        }
    }

    /// Ends for good: the thread ends within its interval and releases the session.
    public func stop() { isOver.store(true, ordering: .relaxed) }

    /// Whether a line is being typed; nothing is told while a statement runs, which would tell it itself.
    public var isActive: Bool {
        get { isWatching.withLock { $0 } }
        set { isWatching.withLock { $0 = newValue } }
    }

    private func look() {
        guard isActive else { return }
        let (live, held, isWanted) = session.locked {
            let live = session.sockets.all
            return (live, live.map { $0.transport?.waiting ?? 0 }, session.settings.showsNotices)
        }
        guard isWanted, !live.isEmpty else { return }
        let entries = live.map { PollEntry(descriptor: $0.descriptor, events: [.readable, .streamEnd]) }
        let readiness = Observation.readiness(of: entries)
        var present: Set<Int> = []
        for ((socket, events), held) in zip(zip(live, readiness), held) {
            present.insert(socket.id)
            let news = news(of: socket, events, held: held)
            defer { seen[socket.id] = news }
            if news == told[socket.id] || isGrowing(news, of: socket.id) { continue }
            told[socket.id] = news
            if let news, isActive { tell(text(news, socket.name)) }
        }
        told = told.filter { present.contains($0.key) }
        seen = seen.filter { present.contains($0.key) }
    }

    /// Whether bytes that were already told of keep coming: they are told again when they have stopped.
    private func isGrowing(_ news: News?, of id: Int) -> Bool {
        guard case .bytes = news, case .bytes? = told[id] else { return false }
        return news != seen[id]
    }

    /// - Parameter held: how many bytes its transport holds.
    private func news(of socket: Socket, _ events: PollEvents, held: Int) -> News? {
        if events.contains(.error) { return .failed }
        guard held > 0 || events.contains(.readable) || events.contains(.streamEnd) else { return nil }
        if events.contains(.readable), socket.state == .listen { return .client }
        // A socket that was never connected hangs up all the time; that is no news.
        if events.contains(.hangUp), socket.state == .closed, socket.isTCP { return nil }
        let waiting = held + (Observation.bytesIn(socket.descriptor) ?? 0)
        let isConnection = socket.type == .stream || socket.type == .sequencedPacket
        if isConnection, let end = end(of: socket, events) { return .ended(end, bytes: waiting) }
        return waiting > 0 ? .bytes(waiting) : nil
    }

    /// How the peer ended; nil if it did not: after shutdown rd on this side poll says the same.
    private func end(of socket: Socket, _ events: PollEvents) -> End? {
        guard events.contains(.streamEnd) || events.contains(.hangUp) else { return nil }
        guard socket.isTCP else {
            return events.contains(.hangUp) ? .connection : hasShutDown(socket) ? nil : .direction
        }
        switch socket.state {
        case .closeWait?, .lastAck?, .closing?, .timeWait?: return .stream
        case .closed?: return .connection
        default: return nil
        }
    }

    /// Whether the session itself has ended the socket's receiving.
    private func hasShutDown(_ socket: Socket) -> Bool {
        session.locked { SocketHistory(of: socket.id, in: session.journal).readShutdown != nil }
    }

    private func text(_ news: News, _ name: String) -> String {
        switch news {
        case .client: "\(name): a client is waiting"
        case .bytes(let count): "\(name): \(count) byte\(count == 1 ? "" : "s") waiting"
        case .ended(let end, 0): "\(name): \(end.rawValue)"
        case .ended(let end, let count): "\(name): \(end.rawValue); \(count) byte\(count == 1 ? "" : "s") waiting"
        case .failed: "\(name): an error is pending; the next call on it tells"
        }
    }
}
