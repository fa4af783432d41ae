import Journal
import Sockets

/// The two ends of a session.
public enum ProgramEnd: String, Sendable, CaseIterable {
    /// The end that is connected to, or sent to first.
    case server
    /// The end that connects, or sends first.
    case client
}

extension Program {
    /// The two programs that a session with both ends makes, for two processes.
    ///
    /// A port that the kernel chose is told by the server, which also takes it as an argument, and is an argument of the
    /// client.
    ///
    /// - Parameter reason: the comment on each call; nil for programs without comments.
    public static func ends(
        _ calls: [Call],
        since first: Int = 1,
        reason: Reason? = nil
    ) throws(ExportProblem) -> [ProgramEnd: Program] {
        let whole = try ProgramBuilder.program(of: calls, since: first, isSplit: true, reason: reason)
        let groups = SocketGroups(whole)
        let servers = groups.servers(of: whole)
        var ends: [ProgramEnd: Program] = [:]
        for end in ProgramEnd.allCases {
            ends[end] = try Splitter(whole: whole, servers: servers, groups: groups, end: end).program()
        }
        return ends
    }
}
