import Journal
import Sockets
import Synchronization

// A name server may be silent, and the resolver, which no signal ends, waits for it half a minute.

/// What a look-up found, from the thread that looks; guarded by the session's lock.
private final class Answer<Output: Sendable>: Sendable {
    let returned = Mutex<NameReturned<Output>?>(nil)
}

extension Invocation {
    /// Looks up on this thread, the session open meanwhile.
    func answerHere<Output>(_ body: (Kernel) -> NameReturned<Output>) -> NameReturned<Output>? {
        session.lock.unlock()
        defer { session.lock.lock() }
        return body(session.kernel)
    }

    /// Looks up on a thread of its own, the session open meanwhile; nil if Ctrl-C or `cancel` ended the waiting. An
    /// answer that comes after that is nobody's.
    func answer<Output: Sendable>(
        _ body: @escaping @Sendable (Kernel) -> NameReturned<Output>
    ) -> NameReturned<Output>? {
        let answer = Answer<Output>()
        let isAsking = startThread { [session] in
            let returned = body(session.kernel)
            session.locked {
                answer.returned.withLock { $0 = returned }
                session.changed.broadcast()
            }
        }
        guard isAsking else { return answerHere(body) }
        while true {
            if let returned = answer.returned.withLock({ $0 }) { return returned }
            if (try? waiter.checkInterruption()) == nil { return nil }
            session.changed.wait(session.lock, milliseconds: 50)
        }
    }

    /// Records a look-up that was given up, as what EINTR would have been.
    func recordUnanswered(_ kind: CallKind, _ arguments: [Argument], since start: UInt64) {
        session.record(
            Call(
                .known(kind),
                statement: statement,
                arguments: arguments,
                result: kind.row.returns == .code ? Int(ResolverError.system.rawValue) : -1,
                error: .name(.system(.interrupted)),
                outputs: [],
                start: start,
                duration: now() - start,
                isInjected: false
            )
        )
    }
}
