import Journal
import Language
import Shell
import Sockets

/// A scripted other end of a lesson.
public final class Peer: Sendable {
    /// Whether it goes on when its step is over.
    let stays: Bool
    private let companion: Companion
    /// Its name in the lesson.
    public var name: String { companion.name }
    /// Its session, for those who want to see its side.
    public var session: Session { companion.session }

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
        self.stays = stays
        let commands = registry.adding(.peer(learner: learner))
        companion = Companion(name, running: script, registry: commands, confinement: confinement)
    }

    /// How it failed, if it did.
    var failure: Failure? { companion.failure }

    /// Whether its script has come to its end.
    public var hasEnded: Bool { companion.hasEnded }

    /// Waits until its script waits or has come to its end.
    func settle() { companion.settle() }

    /// Lets it finish what it is just at, so that what it did is in its journal.
    func pause() { companion.pause() }

    /// Ends it: the call it waits in, its script, its jobs, its sockets.
    func end() { companion.end() }
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
