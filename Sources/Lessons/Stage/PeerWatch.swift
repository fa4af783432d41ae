import Journal
import Shell
import Sockets
import Synchronization

/// Tells at once that a scripted other end has failed, while the learner's call waits for it or a line is being typed: a
/// call that waits for one that is gone may never come back. It looks again and again, on a thread of its own.
///
/// `@unchecked Sendable`: the members are only set at the beginning, and guard themselves.
public final class PeerWatch: @unchecked Sendable {
    /// What the learner does.
    public enum Moment: Sendable {
        /// A statement of theirs runs.
        case running
        /// A line is being typed, or waited for.
        case typing
    }

    private static let interval: Int32 = 100
    private let stage: Stage
    private let tell: ([Passage], Moment) -> Void
    private let moment = Mutex<Moment?>(nil)
    private let isOver = Atomic(false)

    /// A watch over the peers of a stage; it ends with ``stop()``.
    ///
    /// - Parameter tell: shows what is to be said; while a statement runs, with the session's lock held.
    public init(_ stage: Stage, tell: @escaping @Sendable ([Passage], Moment) -> Void) {
        (self.stage, self.tell) = (stage, tell)
        _ = startThread { [self] in
            while !isOver.load(ordering: .relaxed) {
                look()
                _ = poll(nil, 0, Self.interval)
            }
        }
    }

    /// The peers of the step, and those that stayed.
    public var peers: [Peer] { stage.cast }

    /// Ends it: the thread goes within its interval.
    public func stop() { isOver.store(true, ordering: .relaxed) }

    /// Does something of the learner's during which it may be told; peers are made and ended outside.
    public func during<Result>(_ now: Moment, _ body: () throws -> Result) rethrows -> Result {
        moment.withLock { $0 = now }
        defer { moment.withLock { $0 = nil } }
        return try body()
    }

    private func look() {
        moment.withLock { moment in
            guard let moment, stage.hasUntoldFailures else { return }
            switch moment {
            case .typing: tell(stage.takePeerNews(), moment)
            case .running:
                // One that does not wait ends soon, and it is told then.
                let isWaiting = stage.session.locked { stage.session.isWaiting }
                guard isWaiting else { return }
                let news = stage.takePeerNews()
                stage.session.locked { tell(news, moment) }
            }
        }
    }
}
