import Language
import Shell
import Sockets

/// Looks for sockets like a pattern, and tells how the nearest one differs.
struct SocketMatcher {
    let context: CheckContext

    init(_ context: CheckContext) { self.context = context }

    /// What a live socket is, at this moment.
    private struct Actual {
        let socket: Socket
        let state: ConnectionState?
        let local: SocketAddress?
        let peer: SocketAddress?

        init(_ socket: Socket) {
            self.socket = socket
            state = socket.state
            local = Observation.localAddress(of: socket.descriptor)
            peer = Observation.peerAddress(of: socket.descriptor)
        }

        var isBound: Bool { local.map { ($0.port ?? 1) != 0 && $0 != .unix(.unnamed) } ?? false }
    }

    /// Nil where there are enough sockets like the pattern; else what is wanted and what there is.
    func difference(_ pattern: SocketPattern) -> String? {
        let actual = context.session.locked { context.session.sockets.all.map(Actual.init) }
        let scored = actual.map { (actual: $0, faults: faults($0, pattern)) }
        let fitting = scored.filter { $0.faults.isEmpty }.count
        if fitting >= pattern.count { return nil }
        if fitting > 0 { return "wanted \(pattern.count) of \(pattern.description); there are \(fitting)" }
        guard let nearest = scored.min(by: { $0.faults.count < $1.faults.count }) else {
            return "wanted \(pattern.description); there is no socket yet"
        }
        return "wanted \(pattern.description); " + tell(nearest.actual, nearest.faults, pattern)
    }

    private enum Fault {
        case name, family, type, port, bound, peer, state
    }

    private func faults(_ actual: Actual, _ pattern: SocketPattern) -> [Fault] {
        var faults: [Fault] = []
        if let type = pattern.type, type != actual.socket.type { faults.append(.type) }
        if let family = pattern.family, family != actual.socket.family { faults.append(.family) }
        if let name = pattern.name, name != actual.socket.name { faults.append(.name) }
        if let port = pattern.port, port != actual.local?.port { faults.append(.port) }
        if let isBound = pattern.isBound, isBound != actual.isBound { faults.append(.bound) }
        if let port = pattern.peerPort, port != actual.peer?.port { faults.append(.peer) }
        if let state = pattern.state, state != actual.state { faults.append(.state) }
        return faults
    }

    private func tell(_ actual: Actual, _ faults: [Fault], _ pattern: SocketPattern) -> String {
        let name = actual.socket.name
        switch faults.first {
        case .type: return "\(name) is \(actual.socket.type)"
        case .family: return "\(name) is \(actual.socket.family)"
        case .name: return "\(name) is another socket"
        case .port: return actual.isBound ? "\(name) is bound to \(port(actual))" : "\(name) is not bound yet"
        case .bound: return actual.isBound ? "\(name) is bound to \(port(actual))" : "\(name) is not bound yet"
        case .peer: return actual.peer.map { "\(name) is connected to \($0)" } ?? "\(name) is not connected"
        case .state, nil: return state(actual, pattern)
        }
    }

    private func state(_ actual: Actual, _ pattern: SocketPattern) -> String {
        let name = actual.socket.name
        switch (pattern.state, actual.state) {
        case (.listen, .closed) where actual.isBound:
            return "\(name) is bound to \(port(actual)) and has not called listen"
        case (.listen, .closed): return "\(name) is neither bound nor listening"
        case (.established, .closed): return "\(name) is not connected"
        case (.established, .listen): return "\(name) listens; the connection is another socket, from accept"
        default: return "\(name) is \(actual.state?.description ?? "gone")"
        }
    }

    private func port(_ actual: Actual) -> String {
        actual.local?.port.map(String.init) ?? actual.local?.description ?? "nothing"
    }
}

extension SocketPattern: CustomStringConvertible {
    /// What is wanted, in words.
    public var description: String {
        var words: [String] = []
        if let state { words.append("\(state)") }
        if let family { words.append("\(family)") }
        if let type { words.append("\(type)") }
        words.append(words.isEmpty ? "a socket" : "socket")
        if let name { words.append("named \(name)") }
        if let port { words.append("on \(port)") }
        if let isBound { words.append(isBound ? "that is bound" : "that is not bound") }
        if let peerPort { words.append("connected to \(peerPort)") }
        return words.joined(separator: " ")
    }
}
