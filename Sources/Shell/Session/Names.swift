import Journal
import Language

/// What names stand for where a statement runs: what the session has, but in a block in the background first what that has
/// of its own. The caller holds the session's lock.
struct Names: Sendable {
    /// The session.
    let session: Session
    /// What the block has of its own; nil in the foreground.
    let scope: BlockScope?

    /// The names of a session, as the foreground sees them, or as a block does.
    init(_ session: Session, _ scope: BlockScope? = nil) {
        self.session = session
        self.scope = scope
    }

    /// The variables by name.
    var variables: [String: Value] { scope?.variables ?? session.variables }

    /// What the last statement replied.
    var lastReply: Value {
        get { scope?.lastReply ?? session.lastReply }
        nonmutating set { if let scope { scope.lastReply = newValue } else { session.lastReply = newValue } }
    }

    /// How the last statement that failed did.
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

    /// The variable of a name; nil if there is none.
    func variable(_ name: String) -> Value? { (scope?.variables ?? session.variables)[name] }

    /// The open socket of a name.
    func socket(_ name: String) -> Socket? {
        guard let own = scope?.socket(named: name) else { return session.sockets[name] }
        return session.sockets.holds(own) ? own : nil
    }

    /// The open socket of a name, or of the socket that a variable of that name stands for.
    func socket(named name: String, at span: Span) throws(Failure) -> Socket {
        if let socket = socket(name) { return socket }
        if case .socket(let other)? = variable(name), let socket = session.sockets[other] { return socket }
        if wasClosed(name) { throw Failure(.closedSocket(name), at: span) }
        throw Failure(.unknownSocket(name, near: Suggestion.nearest(to: name, among: session.sockets.names)), at: span)
    }

    /// Whether there was a socket of that name, and is no more.
    func wasClosed(_ name: String) -> Bool {
        scope?.socket(named: name) != nil || session.sockets.wasClosed(name)
    }

    /// Whether a name is taken, so that no value can have it: it is that of an open socket. What others have made since a
    /// block began takes none of its names.
    func isTaken(_ name: String) -> Bool {
        guard let scope, scope.socket(named: name) == nil else { return socket(name) != nil }
        return session.sockets[name].map(scope.found) ?? false
    }

    /// Whether a name is found to be that of a socket that the statement which is to give it a value has made.
    func isSocket(_ name: String) -> Bool {
        guard let scope else { return session.sockets[name] != nil }
        return scope.socket(named: name).map(session.sockets.holds) ?? false
    }

    /// Gives a name a value, here, in the blocks around and in the session, where no socket has it.
    func set(_ name: String, to value: Value) {
        var scope = scope
        while let inner = scope {
            inner.set(name, to: value)
            scope = inner.parent
        }
        if session.sockets[name] == nil { session.variables[name] = value }
    }
}

extension Names {
    /// The scope of a block in the background that begins here.
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
    /// What names stand for.
    var names: Names { Names(session, scope) }
}

extension Session {
    /// The open socket of a name, or of the socket that a variable of that name stands for.
    public func socket(named name: String, at span: Span) throws(Failure) -> Socket {
        try Names(self).socket(named: name, at: span)
    }
}
