import Assistance
import Lessons

extension PeerWatch {
    /// The sessions of a lesson's other ends, for what is said of a call that waits for one of them.
    var beside: [SessionBeside] {
        peers.map { SessionBeside(name: $0.name, session: $0.session, isOver: $0.hasEnded) }
    }
}
