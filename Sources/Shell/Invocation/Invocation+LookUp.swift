import Journal
import Sockets

extension Invocation {
    /// Makes a call to the resolver or a name database, records it, and throws if it failed. It may take long, so the
    /// session is unlocked for jobs meanwhile.
    public func lookUp<Output: Sendable>(
        _ kind: CallKind,
        _ arguments: [Argument],
        outputs: (Output) -> [Argument] = { _ in [] },
        _ body: @escaping @Sendable (Kernel) -> NameReturned<Output>
    ) throws(Failure) -> Output {
        try confinement?.check(lookUp: kind, arguments, at: span)
        waiter.flush()
        let start = now()
        guard let returned = kind.has(.resolves) ? answer(.lookup(kind, arguments), body) : answerHere(body) else {
            recordUnanswered(kind, arguments, since: start)
            throw Failure(.interrupted(session.lastCall), at: span)
        }
        session.record(
            Call(
                .known(kind),
                statement: statement,
                arguments: arguments,
                result: returned.result,
                error: returned.failure.map { .name($0) },
                outputs: returned.failure == nil ? outputs(returned.output) : [],
                start: returned.start,
                duration: returned.duration,
                isInjected: returned.injected
            )
        )
        if returned.failure != nil { throw Failure(.call(session.lastCall), at: span) }
        return returned.output
    }
}
