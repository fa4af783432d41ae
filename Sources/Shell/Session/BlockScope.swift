import Journal
import Language

/// What names refer to in a background block: the variables and the current socket as they were when it began, and what
/// the block has changed since.
///
/// `@unchecked Sendable`: guarded by the session's lock, like the session.
final class BlockScope: @unchecked Sendable {
    /// The variables by name.
    var variables: [String: Value]
    /// What the variables hold that it has set.
    private(set) var account = ValueAccount()
    /// The reply of its last statement, `$reply`.
    var lastReply: Value
    /// The failure of its last failed statement, `$error`.
    var lastFailure: Failure?
    /// The scope of the block that started it; nil if the foreground did.
    let parent: BlockScope?
    /// The sockets that it made under names of its choice. In the session another socket may have that name.
    private var named: [String: Socket]
    /// The sockets that were current, newest last; some may be closed.
    private var chosen: [Socket]
    /// The first socket number not yet used when the block began.
    private let firstSocket: Int
    /// How many chosen sockets there may be before closed ones are removed.
    private var chosenLimit = 64

    /// The scope of a block that begins with these.
    ///
    /// - Parameter firstSocket: the first socket number not yet used.
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

    /// The socket that a command without a name acts on: the newest open one of those that were current.
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

    /// Notes a socket that the block made under a name; the name is not a variable then.
    func name(_ socket: Socket, _ name: String) {
        named[name] = socket
        variables[name] = nil
        account.note(name, 0)
    }

    /// Assigns a value to a name; the name is not a socket's then.
    func set(_ name: String, to value: Value) {
        named[name] = nil
        variables[name] = value
        account.note(name, value.weight)
    }

    /// The socket that the block made under a name, open or not; nil if it made none.
    func socket(named name: String) -> Socket? { named[name] }

    /// Whether a socket existed when the block began.
    func found(_ socket: Socket) -> Bool { socket.id < firstSocket }
}
