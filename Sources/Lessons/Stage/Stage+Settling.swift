import Shell
import Sockets

extension Stage {
    /// How the step stands once nothing more is on its way: a condition with `eventually` is waited for as long as
    /// somebody else may still bring it about, and no longer.
    func verdictWhenSettled() -> CheckEvaluator.Verdict {
        guard let check else { return .met }
        return kept(CheckEvaluator(context: context).settle(check) { isInMotion })
    }

    /// Whether the state may still change though the learner does nothing: a peer or a job is at work, or a connection
    /// is between two states.
    var isInMotion: Bool {
        let sessions = [session] + cast.map(\.session)
        let before = sessions.map(\.callCount)
        let isAtRest = sessions.allSatisfy { session in
            session.locked { session.isAtRest && !session.sockets.all.contains { $0.isBetweenStates } }
        }
        // One that was at rest may have been woken by another that was looked at later.
        return !isAtRest || before != sessions.map(\.callCount)
    }
}

extension Session {
    fileprivate var callCount: Int { locked { journal.count } }
}

extension Socket {
    /// Whether its connection waits for a segment of the other side's kernel, and not for its program.
    fileprivate var isBetweenStates: Bool {
        switch state {
        case .synSent, .synReceived, .newSynReceived, .finWait1, .closing, .lastAck: true
        default: false
        }
    }
}
