import Journal
import Sockets

/// The states that a socket went through, and what led into each: a call of the session, or something that came from
/// the network between two calls.
public struct StatePath: Sendable {
    /// One state on the way.
    public struct Step: Sendable, Hashable {
        /// The state.
        public let state: ConnectionState
        /// What led there.
        public let cause: String
    }

    /// The steps in order, the first where the socket began.
    public internal(set) var steps: [Step] = []
    /// A call as a cause shows it.
    let text: @Sendable (Call) -> String
    /// Whether a reset or a timeout ended the connection.
    private var isBroken = false

    /// The path of a socket, from the calls that were made on it and the state that it has now.
    ///
    /// - Parameters:
    ///   - socket: the session's number for it.
    ///   - isTCP: whether the states between are those of TCP.
    ///   - now: its present state, nil if it is gone.
    ///   - hasError: whether an error waits at the socket, so that it was no farewell that ended the connection.
    ///   - history: the journal.
    ///   - last: the number of the last call that is looked at.
    ///   - text: a call as the cause of a step shows it.
    public init(
        of socket: Int,
        isTCP: Bool,
        now: ConnectionState?,
        hasError: Bool = false,
        history: Journal,
        until last: Int = .max,
        text: @escaping @Sendable (Call) -> String
    ) {
        self.text = text
        let (calls, maker, isWhole) = Self.trace(socket, now, history, until: last)
        isBroken = hasError || calls.contains { $0.errno == .connectionReset || $0.errno == .timedOut }
        begin(maker, isTCP: isTCP, first: calls.first?.before ?? now, isWhole: isWhole)
        for call in calls {
            if let before = call.before { drift(to: before, isTCP) }
            if isTCP, call.isRefusedConnect { refuse(call) }
            if call.number != last, let after = call.after, after != call.before { move(to: after, by: call, isTCP) }
        }
        if let now { drift(to: now, isTCP) }
    }

    /// How many telling calls are taken at the most.
    private static let reach = 16384

    /// The telling calls on a socket, oldest first, the one that made it, and whether none is left out. A call that found
    /// and left the socket in the state that it had later, too, tells nothing.
    private static func trace(
        _ socket: Int,
        _ now: ConnectionState?,
        _ history: Journal,
        until last: Int
    ) -> (calls: [Call], maker: Call?, isWhole: Bool) {
        var (calls, maker, state): ([Call], Call?, ConnectionState?) = ([], nil, now)
        history.backwards(over: { digest in
            digest.mayTell(.made(socket)) || digest.mayTell(.broken(socket))
                || ConnectionState.allCases.contains { $0 != state && digest.mayTell(.state(socket, $0)) }
        }) { call in
            guard call.number <= last else { return true }
            if call.socket == socket {
                if call.tells(of: state) { calls.append(call) }
                state = call.before ?? state
            } else if call.made.contains(where: { $0.id == socket }) {
                maker = call
            }
            return maker == nil && calls.count < reach
        }
        return (calls.reversed(), maker, calls.count < reach)
    }

    private mutating func begin(_ maker: Call?, isTCP: Bool, first: ConnectionState?, isWhole: Bool) {
        guard let maker else {
            let cause = isWhole ? "before the journal begins" : "earlier calls are left out"
            if let first { steps.append(Step(state: first, cause: cause)) }
            return
        }
        let cause = name(maker)
        switch maker.kind {
        case .accept, .accept4:
            if isTCP {
                steps.append(Step(state: .listen, cause: "the listener that it came of"))
                steps.append(Step(state: .synReceived, cause: "a SYN came; the kernel answered by itself"))
            }
            steps.append(Step(state: .established, cause: "the handshake was done; then \(cause)"))
        case .socketpair: steps.append(Step(state: .established, cause: cause))
        case .socket: steps.append(Step(state: .closed, cause: cause))
        default: if let first { steps.append(Step(state: first, cause: cause)) }
        }
    }

    /// A change that no call of this socket made.
    mutating func drift(to state: ConnectionState, _ isTCP: Bool) {
        guard let last = steps.last?.state, last != state else { return }
        guard isTCP else { return steps.append(Step(state: state, cause: "between two calls")) }
        if state == .closed, last == .finWait1 || last == .finWait2, !isBroken {
            steps.append(Step(state: .timeWait, cause: "the peer's FIN came; the kernel waits without the socket"))
        }
        steps.append(Step(state: state, cause: Self.cause(from: steps.last?.state ?? last, to: state)))
    }

    /// A connect that failed was on its way for a while.
    private mutating func refuse(_ call: Call) {
        steps.append(Step(state: .synSent, cause: "the call sent a SYN"))
        steps.append(Step(state: .closed, cause: name(call)))
    }

    private mutating func move(to state: ConnectionState, by call: Call, _ isTCP: Bool) {
        guard steps.last?.state != state else { return }
        if isTCP, call.kind == .connect, state == .established, steps.last?.state == .closed {
            steps.append(Step(state: .synSent, cause: "the call sent a SYN and waited"))
        }
        if isTCP, state == .finWait2, steps.last?.state == .established {
            steps.append(Step(state: .finWait1, cause: "the call sent a FIN"))
        }
        steps.append(Step(state: state, cause: name(call)))
    }

    func name(_ call: Call) -> String { "#\(call.number) \(text(call))" }

    /// What comes from the network and leads from one state to another.
    private static func cause(from: ConnectionState, to: ConnectionState) -> String {
        switch (from, to) {
        case (.established, .closeWait): "the peer's FIN came"
        case (.finWait1, .finWait2): "the peer acknowledged the FIN"
        case (.finWait1, .closing): "the peer's FIN crossed this side's"
        case (_, .timeWait): "the peer's FIN came"
        case (.timeWait, .closed): "for this descriptor it is over"
        case (.lastAck, .closed): "the peer acknowledged the FIN"
        case (.synSent, .established): "the SYN was answered"
        case (.synSent, .closed): "the SYN was refused, or never answered"
        case (_, .closed): "a reset came, or the kernel gave up"
        default: "the kernel changed it between two calls"
        }
    }
}

extension Call {
    /// Whether it is a connect whose SYN had a bad answer, or none.
    fileprivate var isRefusedConnect: Bool {
        kind == .connect && before == .closed && after == .closed && !isInjected
            && (errno == .connectionRefused || errno == .timedOut)
    }

    /// Whether it changed the state of its socket, found it in another than the next call did, or ended the connection.
    fileprivate func tells(of later: ConnectionState?) -> Bool {
        if endsConnection { return true }
        return before != after || before != nil && before != later
    }
}
