/// What a lesson's own statements use up, and how much of it they may.
public enum Allowance: Int, CaseIterable, Sendable {
    /// Statements run, and rounds of loops; a loop that never ends reaches the limit within minutes.
    case statements
    /// Calls made.
    case calls
    /// Bytes sent and received.
    case traffic
    /// Bytes written to files.
    case written
    /// Files created.
    case files
    /// Sockets open at one time in a session.
    case sockets
    /// Jobs running at one time in a session.
    case jobs
    /// Bytes kept in variables.
    case values

    /// The most of it that one lesson may use while it is played.
    var limit: Int {
        switch self {
        case .statements: 20_000_000
        case .calls: 2_000_000
        case .traffic: 1 << 30
        case .written: 64 << 20
        case .files: 100
        case .sockets: 1000
        case .jobs: 100
        case .values: 64 << 20
        }
    }

    /// What a lesson may not do when it is used up.
    var deed: String {
        switch self {
        case .statements: "run more than \(limit) statements"
        case .calls: "make more than \(limit) calls"
        case .traffic: "send and receive more than \(limit >> 20) MiB"
        case .written: "write more than \(limit >> 20) MiB to files"
        case .files: "create more than \(limit) files"
        case .sockets: "have more than \(limit) sockets open"
        case .jobs: "have more than \(limit) jobs running"
        case .values: "keep more than \(limit >> 20) MiB in variables"
        }
    }
}
