import Journal
import Language
import Shell
import Sockets

/// What a check looks at: the learner's session since the step began, and the peers'.
public struct CheckContext {
    let session: Session
    /// The number of the step's first call.
    let firstCall: Int
    /// The sessions of the other ends, by name.
    let peers: [String: Session]
    /// How many of the step's calls were made before the statement that is looked at.
    var judged = 0
    /// The words for differences.
    var messages = Messages.english

    /// What happened in the step, oldest first.
    var calls: [Call] { session.locked { session.journal.calls(from: firstCall) } }

    /// What was received, or sent, in the step, on a socket or on all.
    func data(_ direction: Direction, on socket: String?) -> [UInt8] {
        Self.data(direction, in: calls.filter { socket == nil || $0.socketName == socket })
    }

    /// What another end has received, in the steps before too.
    func received(by peer: String) -> [UInt8] {
        guard let session = peers[peer] else { return [] }
        return Self.data(.received, in: session.locked { session.journal.calls(from: 1) })
    }

    enum Direction: Sendable {
        case sent
        case received
    }

    /// The data that calls moved; what was only peeked at is left out.
    static func data(_ direction: Direction, in calls: [Call]) -> [UInt8] {
        calls.flatMap { call -> [UInt8] in
            guard call.error == nil else { return [] }
            let contents =
                switch direction {
                case .sent: [call.argument("buf"), call.argument("msg_iov")]
                case .received: [call.output("buf"), call.output("msg_iov")]
                }
            if direction == .received, case .constant(let flags, _)? = call.argument("flags"),
                flags.contains("MSG_PEEK")
            {
                return []
            }
            // A datagram's length may be more than what was received of it (MSG_TRUNC).
            return Array(contents.compactMap { $0 }.flatMap(bytes).prefix(max(call.result, 0)))
        }
    }

    /// The bytes in a buffer, or in the parts of a message.
    private static func bytes(_ content: Argument.Content) -> [UInt8] {
        switch content {
        case .data(let clip): clip.bytes
        case .list(let parts): parts.flatMap(bytes)
        default: []
        }
    }
}
