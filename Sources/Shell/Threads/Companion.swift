import Journal
import Language
import Sockets

/// Another end: a session with its own body, which runs beside the session that started it. The body is a script, as
/// for a lesson's scripted other end, or native code, as for a practice server.
///
/// It costs a thread and what it has open, and nothing while it waits.
public final class Companion: Sendable {
    /// Its name.
    public let name: String
    /// Its session: its sockets, its journal, and the jobs that its body starts.
    public let session: Session
    private let body: Job

    /// Starts a companion whose body is a script.
    ///
    /// - Parameters:
    ///   - output: where it reports; nowhere by default.
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

    /// Starts a companion whose body is code. It holds the session's lock except while it waits: in calls that may
    /// block (`perform`), in `pause`, in `wait`. Each of these throws an interruption once the companion is to end.
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

    /// How its body failed; nil if it did not, or has not ended.
    public var failure: Failure? {
        session.locked { if case .failure(let failure)? = body.outcome { failure } else { nil } }
    }

    /// Whether its body has ended.
    public var hasEnded: Bool { session.locked { body.outcome != nil } }

    /// The calls it has made so far.
    public var journal: Journal { session.locked { session.journal } }

    /// Waits until the body has ended or is waiting itself, usually for the side it serves: a server is listening by
    /// then. If neither happens within two seconds, returns anyway.
    public func settle() { wait(2_000_000_000) { body.outcome != nil || session.isWaiting } }

    /// Lets it finish what it is doing, so that it is in the journal: until it waits for someone, or for a tenth of a
    /// second.
    public func pause() { wait(100_000_000) { session.isAtRest } }

    private func wait(_ patience: UInt64, until isReached: () -> Bool) {
        let end = now() + patience
        session.locked { while !isReached(), now() < end { session.changed.wait(session.lock, milliseconds: 1) } }
    }

    /// Ends it: its blocked call, its body, its jobs, its sockets. All are gone on return.
    public func end() { session.locked { session.endAll() } }
}
