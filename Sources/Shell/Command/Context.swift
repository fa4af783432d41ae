/// What a parameter may look at: the session, and the socket that the command acts on.
public struct Context {
    /// The session.
    public let session: Session
    /// What a background block has of its own; nil elsewhere.
    let scope: BlockScope?
    /// The socket before the dot, or the current one.
    public let socket: Socket?
    /// What the statement may not do; nil for a person's own.
    let confinement: Confinement?
    /// For completion: how many words of the parameter precede the one being typed.
    public var position = 0
    /// For completion: the command's words before the one being typed, without flags.
    public var words: [Word] = []
    /// For completion: the hosts typed before, newest first. Only called when a host is completed.
    public var pastHosts: () -> [String] = { [] }

    /// A command on a socket of a session.
    public init(session: Session, socket: Socket?) {
        self.init(session: session, scope: nil, socket: socket, confinement: nil)
    }

    init(session: Session, scope: BlockScope?, socket: Socket?, confinement: Confinement?) {
        self.session = session
        self.scope = scope
        self.socket = socket
        self.confinement = confinement
    }

    /// The parameter's own words before the one being typed.
    var ownWords: ArraySlice<Word> { words.suffix(position) }
}
