import Journal
import Language
import Sockets

/// What a lesson's own statements may do: use what the lesson made, and what its head asks for and the learner allows.
/// Everything else is refused. What the learner types is never confined.
public struct Confinement: Sendable {
    /// What a lesson may do beyond what every lesson may.
    public struct Rights: Sendable {
        /// The files and folders that it may use.
        public var files: [String] = []
        /// The addresses that it may reach, or be reached at.
        public var networks: [Network] = []
        /// The names that it may look up, in lower case.
        public var names: Set<String> = []
        /// Whether it may make raw sockets (raw(7)), which see and send packets of other programs.
        public var hasRawSockets = false
        /// Whether it may use every port of this machine, and be reached from others: as the built-in course may.
        public var hasAllPorts = false

        /// No rights.
        public init() {}
    }

    let rights: Rights
    /// The lesson's own folder; nil if it has none.
    let own: String?
    /// The path prefix of its files in the temporary folder.
    let temporary: String
    /// The prefix of its file names in the temporary folder, and of its abstract names.
    static let prefix = "netshell-"
    /// What it made and used up.
    public let room: Room

    /// Allows the lesson's own folder, if it is a folder of its own, and these rights.
    public init(own: String? = nil, rights: Rights = Rights(), room: Room = Room()) {
        self.own = own.map(Self.resolved).flatMap { Self.isShared($0) ? nil : $0 }
        var rights = rights
        rights.files = rights.files.map(Self.resolved)
        self.rights = rights
        self.room = room
        temporary = Self.resolved("/tmp") + "/" + Self.prefix
    }

    /// Whether other machines may be reached, rather than only let in.
    var reachesOthers: Bool { rights.networks.contains { !$0.isWildcard && !$0.isLocal } }

    /// The failure that a lesson may not do something.
    static func refusal(_ deed: String, _ advice: String..., at span: Span) -> Failure {
        Failure(.other(.confined, message: "a lesson may not \(deed)", advice: advice), at: span)
    }
}
