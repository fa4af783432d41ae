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

    /// Nil if there are enough sockets like the pattern; else what is wanted and what there is.
    func difference(_ pattern: SocketPattern) -> String? {
        let session = context.session
        let (actual, current) = session.locked { (session.sockets.all.map(Actual.init), session.sockets.current) }
        let scored = actual.map { (actual: $0, faults: faults($0, pattern)) }
        let fitting = scored.filter { $0.faults.isEmpty }.count
        if fitting >= pattern.count { return nil }
        let wanted = pattern.text(in: messages)
        if fitting > 0 {
            return messages(.tooFewSockets, ["count": pattern.count, "wanted": wanted, "seen": fitting])
        }
        // Of several that are as near, the learner means the one that the prompt shows.
        let nearest = scored.min { left, right in
            let (one, other) = (distance(left.faults), distance(right.faults))
            return one == other ? left.actual.socket === current && right.actual.socket !== current : one < other
        }
        var seen = nearest.map { tell($0.actual, $0.faults, pattern) } ?? messages(.noSocket)
        if let name = pattern.name, !actual.isEmpty, !actual.contains(where: { $0.socket.name == name }) {
            seen = messages(.noSocketNamed, ["name": name])
        }
        return messages(.difference, ["wanted": wanted, "seen": seen])
    }

    private var messages: Messages { context.messages }

    /// How far a socket is from the pattern: one that has the name is always nearer.
    private func distance(_ faults: [Fault]) -> Int { faults.count + (faults.contains(.name) ? 100 : 0) }

    /// The names of the sockets like the pattern.
    func names(_ pattern: SocketPattern) -> [String] {
        context.session.locked { context.session.sockets.all.map(Actual.init) }
            .filter { faults($0, pattern).isEmpty }.map(\.socket.name)
    }

    private enum Fault {
        case name, family, type, port, bound, limit, peer, state
    }

    private func faults(_ actual: Actual, _ pattern: SocketPattern) -> [Fault] {
        var faults: [Fault] = []
        if let type = pattern.type, type != actual.socket.type { faults.append(.type) }
        if let family = pattern.family, family != actual.socket.family { faults.append(.family) }
        if let name = pattern.name, name != actual.socket.name { faults.append(.name) }
        if let port = pattern.port, port != actual.local?.port { faults.append(.port) }
        if let isBound = pattern.isBound, isBound != actual.isBound { faults.append(.bound) }
        if pattern.isLimited, actual.socket.timeout == nil { faults.append(.limit) }
        if let port = pattern.peerPort, port != actual.peer?.port { faults.append(.peer) }
        if let state = pattern.state, state != actual.state { faults.append(.state) }
        return faults
    }

    private func tell(_ actual: Actual, _ faults: [Fault], _ pattern: SocketPattern) -> String {
        let name = actual.socket.name
        switch faults.first {
        case .type: return messages(.hasType, ["name": name, "type": actual.socket.type])
        case .family: return messages(.hasType, ["name": name, "type": actual.socket.family])
        case .name: return messages(.isAnother, ["name": name])
        case .port, .bound:
            return actual.isBound
                ? messages(.isBoundTo, ["name": name, "address": address(actual)])
                : messages(.isNotBound, ["name": name])
        case .limit: return messages(.isNotLimited, ["name": name])
        case .peer:
            return actual.peer.map { messages(.isConnectedTo, ["name": name, "address": $0]) }
                ?? messages(.isNotConnected, ["name": name])
        case .state, nil: return state(actual, pattern)
        }
    }

    private func state(_ actual: Actual, _ pattern: SocketPattern) -> String {
        let name = actual.socket.name
        switch (pattern.state, actual.state) {
        case (.listen, .closed) where actual.isBound:
            return messages(.boundNotListening, ["name": name, "address": address(actual)])
        case (.listen, .closed): return messages(.neitherBoundNorListening, ["name": name])
        case (.established, .closed): return messages(.isNotConnected, ["name": name])
        case (.established, .listen): return messages(.listenerIsNoConnection, ["name": name])
        default:
            return actual.state.map { messages(.isInState, ["name": name, "state": $0]) }
                ?? messages(.isGone, ["name": name])
        }
    }

    /// The port, or the whole address if there is none.
    private func address(_ actual: Actual) -> String {
        actual.local?.port.map(String.init) ?? actual.local?.description ?? ""
    }
}

extension SocketPattern {
    /// What is wanted, in words.
    func text(in messages: Messages) -> String {
        let kind = [state?.description, family?.description, type?.description].compactMap { $0 }.joined(separator: " ")
        var words = [kind.isEmpty ? messages(.socket) : messages(.socketOfKind, ["kind": kind])]
        if let name { words.append(messages(.socketNamed, ["name": name])) }
        if let port { words.append(messages(.socketOnPort, ["port": port])) }
        if let isBound { words.append(messages(isBound ? .socketBound : .socketUnbound)) }
        if isLimited { words.append(messages(.socketLimited)) }
        if let peerPort { words.append(messages(.socketToPort, ["port": peerPort])) }
        return words.joined(separator: " ")
    }
}
