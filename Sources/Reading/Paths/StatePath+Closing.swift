import Journal
import Sockets

extension StatePath {
    /// How long Linux holds a closed connection at least, in TIME_WAIT and in FIN_WAIT2, in nanoseconds.
    private static let holdingTime: UInt64 = 60_000_000_000

    /// The path of a socket that is closed, to what the kernel holds of it now.
    ///
    /// - Parameters:
    ///   - held: what the kernel holds now.
    ///   - time: the monotonic clock now, in nanoseconds.
    ///   - text: a call as the cause of a step shows it.
    public init(
        of closed: ClosedSocket,
        held: HeldConnection,
        at time: UInt64,
        history: Journal,
        text: @escaping @Sendable (Call) -> String
    ) {
        self.init(
            of: closed.id,
            isTCP: closed.isTCP,
            now: nil,
            history: history,
            until: closed.closing.number,
            text: text
        )
        close(by: closed.closing, closed.isTCP, held, age: time > closed.closing.end ? time - closed.closing.end : 0)
    }

    /// The steps from close on: what the call began, and what became of it since.
    private mutating func close(by call: Call, _ isTCP: Bool, _ held: HeldConnection, age: UInt64) {
        let cause = name(call)
        if let after = call.after, after != .closed {
            return append(after, cause + "; another descriptor keeps the socket open")
        }
        guard isTCP, let before = call.before else { return append(.closed, cause) }
        switch before {
        case .established, .synReceived:
            if held == .nothing, age < Self.holdingTime {
                return append(
                    .closed,
                    cause + "; nothing is left of it, as after a reset: data was unread, or came later"
                )
            }
            append(.finWait1, cause)
        case .closeWait: append(.lastAck, cause)
        case .finWait1, .finWait2, .closing, .lastAck, .timeWait:
            append(before, cause + "; the kernel goes on without the process")
        default: return append(.closed, cause)
        }
        end(held)
    }

    private mutating func end(_ held: HeldConnection) {
        switch held {
        case .unknown: return
        case .held(let state, _, _):
            if state == .timeWait, steps.last?.state == .finWait1 { drift(to: .finWait2, true) }
            drift(to: state, true)
        // From the state alone it cannot be told whether the call sent a FIN or, over unread data, a reset.
        case .nothing where steps.last?.state == .lastAck:
            append(.closed, "the peer acknowledged the FIN, or unread data made it a reset")
        case .nothing: append(.closed, "the kernel has forgotten it")
        }
    }

    private mutating func append(_ state: ConnectionState, _ cause: String) {
        steps.append(Step(state: state, cause: cause))
    }
}
