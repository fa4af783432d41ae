import Journal
import Sockets
import Synchronization

// A name server may not respond, and the resolver, which no signal interrupts, waits half a minute for it.

/// The result of a lookup, from the thread that performs it; guarded by the session's lock.
private final class Answer<Output: Sendable>: Sendable {
    let returned = Mutex<NameReturned<Output>?>(nil)
}

extension Invocation {
    /// Looks up on this thread, the session unlocked meanwhile.
    func answerHere<Output>(_ body: (Kernel) -> NameReturned<Output>) -> NameReturned<Output>? {
        session.lock.unlock()
        defer { session.lock.lock() }
        return body(session.kernel)
    }

    /// Looks up on a thread of its own, the session unlocked meanwhile; nil if Ctrl-C or `cancel` ended the wait. An
    /// answer that arrives later is discarded.
    func answer<Output: Sendable>(
        _ wait: Wait,
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
        return waiter.noting(wait) {
            while true {
                if let returned = answer.returned.withLock({ $0 }) { return returned }
                if (try? waiter.checkInterruption()) == nil { return nil }
                session.changed.wait(session.lock, milliseconds: 50)
            }
        }
    }

    /// Records a lookup that was given up, as if it had returned EINTR.
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
