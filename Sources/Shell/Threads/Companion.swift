import Journal
import Language
import Sockets

/// Another end: a session with a body of its own, which runs beside the session of whoever started it. The body is a script,
/// as a lesson's scripted other end is, or code of the program's own, as a practice server's is.
///
/// It costs a thread and what it has open, and nothing while it waits.
public final class Companion: Sendable {
    /// What it is called.
    public let name: String
    /// Its session: its sockets, its journal, and the jobs that its body starts.
    public let session: Session
    private let body: Job

    /// Starts a companion whose body is a script.
    ///
    /// - Parameters:
    ///   - output: where it tells what happens; nowhere unless one is given.
    ///   - confinement: what the script may not do; nil for a person's own.
    public init(
        _ name: String,
        running script: Source,
        registry: Registry,
        output: any Output = SilentOutput(),
        confinement: Confinement? = nil
    ) {
        self.name = name
        session = Session(registry: registry, output: output)
        body = session.start(script, confinement: confinement)
    }

    /// Starts a companion whose body is code. It holds the session's lock except while it waits: in calls that may wait
    /// (`perform`), in `pause`, in `wait`. Each of these throws an interruption once the companion is to end.
    public init(
        _ name: String,
        registry: Registry = Registry([]),
        output: any Output = SilentOutput(),
        confinement: Confinement? = nil,
        body: @escaping @Sendable (Invocation) throws(Failure) -> Value
    ) {
        self.name = name
        session = Session(registry: registry, output: output)
        self.body = session.start(name, confinement: confinement, body)
    }

    /// How its body failed; nil if it did not, or has not come to its end.
    public var failure: Failure? {
        session.locked { if case .failure(let failure)? = body.outcome { failure } else { nil } }
    }

    /// Whether its body has come to its end.
    public var hasEnded: Bool { session.locked { body.outcome != nil } }

    /// What it has called so far.
    public var journal: Journal { session.locked { session.journal } }

    /// Waits until the body waits itself, for whoever it serves mostly, or has come to its end: a server listens by then. One
    /// that does neither for two seconds is left to itself.
    public func settle() { wait(2_000_000_000) { body.outcome != nil || session.isWaiting } }

    /// Lets it finish what it is just at, so that what it did is in its journal: until it waits for somebody, or for a tenth
    /// of a second.
    public func pause() { wait(100_000_000) { session.isAtRest } }

    private func wait(_ patience: UInt64, until isReached: () -> Bool) {
        let end = now() + patience
        session.locked { while !isReached(), now() < end { session.changed.wait(session.lock, milliseconds: 1) } }
    }

    /// Ends it: the call that it waits in, its body, its jobs, its sockets. It is over when this returns.
    public func end() { session.locked { session.endAll() } }
}
