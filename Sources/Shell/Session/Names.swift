import Journal
import Language

/// What names refer to where a statement runs: what the session has, but in a background block first what the block has
/// of its own. The caller holds the session's lock.
struct Names: Sendable {
    /// The session.
    let session: Session
    /// What the block has of its own; nil in the foreground.
    let scope: BlockScope?

    /// The names of a session, as seen by the foreground or by a block.
    init(_ session: Session, _ scope: BlockScope? = nil) {
        self.session = session
        self.scope = scope
    }

    /// The variables by name.
    var variables: [String: Value] { scope?.variables ?? session.variables }

    /// The reply of the last statement.
    var lastReply: Value {
        get { scope?.lastReply ?? session.lastReply }
        nonmutating set { if let scope { scope.lastReply = newValue } else { session.lastReply = newValue } }
    }

    /// The failure of the last failed statement.
    var lastFailure: Failure? {
        get { scope.map(\.lastFailure) ?? session.lastFailure }
        nonmutating set { if let scope { scope.lastFailure = newValue } else { session.lastFailure = newValue } }
    }

    /// The socket that a command without a name acts on.
    var current: Socket? { scope.map { $0.current(in: session.sockets) } ?? session.sockets.current }

    /// Makes a socket the current one.
    func use(_ socket: Socket) {
        if let scope { scope.choose(socket, in: session.sockets) } else { session.sockets.use(socket) }
    }

    /// The variable with this name; nil if there is none.
    func variable(_ name: String) -> Value? { (scope?.variables ?? session.variables)[name] }

    /// The open socket with this name.
    func socket(_ name: String) -> Socket? {
        guard let own = scope?.socket(named: name) else { return session.sockets[name] }
        return session.sockets.holds(own) ? own : nil
    }

    /// The open socket with this name, or the one that a variable with this name refers to.
    func socket(named name: String, at span: Span) throws(Failure) -> Socket {
        if let socket = socket(name) { return socket }
        if case .socket(let other)? = variable(name), let socket = session.sockets[other] { return socket }
        if wasClosed(name) { throw Failure(.closedSocket(name), at: span) }
        throw Failure(.unknownSocket(name, near: Suggestion.nearest(to: name, among: session.sockets.names)), at: span)
    }

    /// Whether there was a socket with this name that no longer exists.
    func wasClosed(_ name: String) -> Bool {
        scope?.socket(named: name) != nil || session.sockets.wasClosed(name)
    }

    /// Whether a word is the name of a variable, or of a field of a variable or a socket, without its dollar.
    func isValue(_ word: String) -> Bool {
        guard let dot = word.firstIndex(of: ".") else { return word.isName && variable(word) != nil }
        let name = String(word[..<dot])
        guard name.isName, variable(name) != nil || socket(name) != nil else { return false }
        let fields = word[word.index(after: dot)...].split(separator: ".", omittingEmptySubsequences: false)
        return (try? value(of: name, fields.map(String.init), Span(0, 0))) != nil
    }

    /// Whether a name is taken by an open socket, so that no value can have it. What others have made since a block
    /// began takes none of its names.
    func isTaken(_ name: String) -> Bool {
        guard let scope, scope.socket(named: name) == nil else { return socket(name) != nil }
        return session.sockets[name].map(scope.found) ?? false
    }

    /// Whether a name refers to a socket made by the very statement that assigns the name.
    func isSocket(_ name: String) -> Bool {
        guard let scope else { return session.sockets[name] != nil }
        return scope.socket(named: name).map(session.sockets.holds) ?? false
    }

    /// Assigns a value to a name here, in the enclosing blocks and, unless a socket has the name there, in the session.
    func set(_ name: String, to value: Value) {
        var scope = scope
        while let inner = scope {
            inner.set(name, to: value)
            scope = inner.parent
        }
        guard session.sockets[name] == nil else { return }
        session.variables[name] = value
        session.account.note(name, value.weight)
    }

    /// Throws if there is no room for a value under this name.
    func checkRoom(for value: Value, as name: Name) throws(Failure) {
        let weight = value.weight
        guard weight >= ValueAccount.lightest else { return }
        let account = scope?.account ?? session.account
        try session.checkRoom(weight - account.weight(of: name.text), at: name.span)
        session.warnIfNear(session.heldBytes + weight)
    }
}

extension Names {
    /// The scope of a background block that begins here.
    func begun() -> BlockScope {
        BlockScope(
            variables: variables,
            lastReply: lastReply,
            lastFailure: lastFailure,
            current: current,
            firstSocket: session.sockets.nextID,
            parent: scope
        )
    }
}

extension Context {
    /// What names refer to.
    var names: Names { Names(session, scope) }
}

extension Session {
    /// The open socket with this name, or the one that a variable with this name refers to.
    public func socket(named name: String, at span: Span) throws(Failure) -> Socket {
        try Names(self).socket(named: name, at: span)
    }
}
