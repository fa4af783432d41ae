import Journal
import Language
import Shell
import Sockets

/// A scripted other end: a session of its own, run in the background.
///
/// `@unchecked Sendable`: the members are only set at the beginning; the session guards itself.
public final class Peer: @unchecked Sendable {
    /// Its name in the lesson.
    public let name: String
    /// Its session, for those who want to see its side.
    public let session: Session
    /// Whether it goes on when its step is over.
    let stays: Bool
    private let job: Job

    /// Starts a peer.
    ///
    /// - Parameters:
    ///   - learner: the session whose state `await` waits for.
    init(
        name: String,
        stays: Bool,
        script: Source,
        registry: Registry,
        learner: Session,
        confinement: Confinement?
    ) {
        self.name = name
        self.stays = stays
        let commands = registry.adding(.peer(learner: learner))
        session = Session(registry: commands, output: SilentOutput())
        job = session.start(script, confinement: confinement)
    }

    /// How it failed, if it did.
    var failure: Failure? {
        session.locked { if case .failure(let failure)? = job.outcome { failure } else { nil } }
    }

    /// Whether its script has come to its end.
    var hasEnded: Bool { session.locked { job.outcome != nil } }

    /// Waits until it waits itself, for the learner mostly, or has come to its end: a server listens by then. A script
    /// that does neither for long is left to itself.
    func settle() {
        wait(Self.patience) { job.outcome != nil || session.isWaiting }
    }

    private static let patience: UInt64 = 2_000_000_000

    /// Lets it finish what it is just at, so that what it did is in its journal: until it waits for somebody, or for a
    /// tenth of a second.
    func pause() { wait(Self.patience / 20) { session.isAtRest } }

    private func wait(_ patience: UInt64, until condition: () -> Bool) {
        let start = now()
        while !session.locked(condition), now() - start < patience { _ = poll(nil, 0, 1) }
    }

    /// Ends it: the call it waits in, its script, its jobs, its sockets.
    func end() {
        session.locked { session.endAll() }
    }
}

private let port = Parameter("port", Number("PORT", in: 1...65535, about: "a port of the learner's"))

extension Registry.Family {
    /// What a peer has beside the shell's commands.
    static func peer(learner: Session) -> Self {
        Self(
            "Peers",
            [
                Command(
                    "await",
                    "wait until the learner's socket is ready on a port",
                    about:
                        "Waits for the state, not for a time: a listener on the port, or a datagram socket bound to it.",
                    parameters: [port]
                ) { invocation throws(Failure) in
                    let wanted = UInt32(invocation[port])
                    try invocation.pause {
                        learner.locked { learner.sockets.all.contains { $0.isReady(on: wanted) } }
                    }
                    return .none
                }
            ]
        )
    }
}

extension Socket {
    /// Whether a peer could reach it on a port.
    fileprivate func isReady(on port: UInt32) -> Bool {
        guard Observation.localAddress(of: descriptor)?.port == port else { return false }
        return type == .datagram || state == .listen
    }
}
