import Journal
import Language

/// What names stand for in a block in the background: the variables and the current socket as they were when it began, and
/// what the block has made of them since.
///
/// `@unchecked Sendable`: guarded by the session's lock, like the session.
final class BlockScope: @unchecked Sendable {
    /// The variables by name.
    var variables: [String: Value]
    /// What its last statement replied, `$reply`.
    var lastReply: Value
    /// How the last of its statements that failed did, `$error`.
    var lastFailure: Failure?
    /// The scope of the block that started it; nil if that was the foreground.
    let parent: BlockScope?
    /// The sockets that it made under a name of its own choice. Another's may have taken that name in the session.
    private var named: [String: Socket]
    /// The sockets that were current, the newest last; some of them may be closed.
    private var chosen: [Socket]
    /// The first number that no socket had when the block began.
    private let firstSocket: Int
    /// How many chosen ones there are when the closed ones are next looked for.
    private var chosenLimit = 64

    /// The scope of a block that begins with these.
    ///
    /// - Parameter firstSocket: the number that no socket has had yet.
    init(
        variables: [String: Value],
        lastReply: Value,
        lastFailure: Failure?,
        current: Socket?,
        firstSocket: Int,
        parent: BlockScope?
    ) {
        self.variables = variables
        self.lastReply = lastReply
        self.lastFailure = lastFailure
        self.firstSocket = firstSocket
        self.parent = parent
        named = parent?.named ?? [:]
        chosen = current.map { [$0] } ?? []
    }

    /// The socket that a command without a name acts on: the newest that is open of those that were current.
    func current(in table: SocketTable) -> Socket? {
        while let last = chosen.last, !table.holds(last) { chosen.removeLast() }
        return chosen.last
    }

    /// Makes a socket the current one.
    func choose(_ socket: Socket, in table: SocketTable) {
        if chosen.count > chosenLimit {
            chosen.removeAll { !table.holds($0) }
            chosenLimit = 2 * chosen.count + 64
        }
        chosen.append(socket)
    }

    /// Notes a socket that the block made under a name; no variable has it then.
    func name(_ socket: Socket, _ name: String) {
        named[name] = socket
        variables[name] = nil
    }

    /// Gives a name a value; it is no socket's then.
    func set(_ name: String, to value: Value) {
        named[name] = nil
        variables[name] = value
    }

    /// The socket that the block made under a name, open or not; nil if it made none.
    func socket(named name: String) -> Socket? { named[name] }

    /// Whether a socket was there when the block began.
    func found(_ socket: Socket) -> Bool { socket.id < firstSocket }
}
