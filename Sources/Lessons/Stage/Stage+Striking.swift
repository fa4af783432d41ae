import Journal
import Shell
import Sockets

extension Stage {
    /// Ends the peers and all that the session has open. Its connections are reset, so that none of them holds a port of
    /// the lesson's for a minute, in TIME_WAIT (RFC 9293, 3.6.1); and the names that its unix sockets made in this folder
    /// are taken away, as those in the temporary one are.
    public func strike() {
        for session in [session] + cast.map(\.session) { session.locked { session.resetConnectionsOnClose() } }
        endPeers()
        session.locked {
            session.endAll(takesRelativeNames: true)
            session.sockets.restartNames()
        }
    }
}

extension Lesson {
    /// The names of the ports that the lesson's own scripts bind and nobody else, with SO_REUSEADDR: a connection in
    /// TIME_WAIT is in nobody's way there.
    var reusedPorts: Set<String> {
        let fences = steps.flatMap(\.fences)
        return Set(
            head.ports.map(\.name).filter { name in
                let binding = fences.filter { $0.binds(name) }
                return !binding.isEmpty && binding.allSatisfy { $0.isScript && $0.text.contains("reuseaddr on") }
            }
        )
    }
}

extension Lesson.Fence {
    /// Whether a line in it that is run binds a port.
    fileprivate func binds(_ port: String) -> Bool {
        guard isScript || [.perform, .solution, .predict].contains(kind) else { return false }
        return text.split(separator: "\n").contains { $0.contains("bind ") && $0.contains("[\(port)]") }
    }

    fileprivate var isScript: Bool {
        switch kind {
        case .setup, .peer: true
        default: false
        }
    }
}
