import Shell
import Sockets
import Synchronization

/// Says once of each wait what it is for, where lines are typed through a pipe: there is no row below them that could
/// be repainted.
public final class WaitTeller: Sendable {
    /// How long a call waits before something is said, and how often that is looked at.
    private static let (patience, interval): (UInt64, Int32) = (2_000_000_000, 100)

    private let isOver = Atomic(false)

    /// Begins to watch a session's foreground, on a thread of its own; `say` gets a line of text.
    public init(_ session: Session, say: @escaping @Sendable (String) -> Void) {
        _ = Shell.startThread { [self] in
            var wait = ForegroundWait()
            while !isOver.load(ordering: .relaxed) {
                _ = poll(nil, 0, Self.interval)
                wait.look(at: session)
                guard wait.lasted >= Self.patience, wait.isNew, session.locked({ session.settings.showsNotices }) else {
                    continue
                }
                wait.isNew = false
                guard let situation = WaitSituation(of: session, beside: []) else { continue }
                say("# \(situation.report.sentence). Ctrl-C ends it\n")
            }
        }
    }

    /// Ends for good.
    public func stop() { isOver.store(true, ordering: .relaxed) }
}
