import Journal
import Language

/// A socket by name, open or closed, as long as the journal mentions it.
public struct JournaledSocket: ParameterType {
    /// What can be typed.
    public let about = "the name of a socket, open or closed"
    public var denotes: Denoted? { .socket }

    /// The parameter.
    public init() {}

    /// `SOCKET`
    public func hint(_ context: Context) -> String { "SOCKET" }

    /// Takes a name that is, or was, a socket's.
    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> String {
        let (text, span) = try words.takeText("SOCKET", wanted: "the name of a socket")
        let session = context.session
        if let socket = context.names.socket(text) { return socket.name }
        if case .socket(let name)? = context.names.variable(text), session.sockets[name] != nil { return name }
        guard !session.journal.knows(socketNamed: text) else { return text }
        let known = Self.names(session).union(session.sockets.names)
        throw Failure(.unknownSocket(text, near: Suggestion.nearest(to: text, among: known.sorted())), at: span)
    }

    /// The names of the sockets that the newest calls mention.
    public static func names(_ session: Session) -> Set<String> {
        var names: Set<String> = []
        for call in session.journal.newest(4096) {
            if let name = call.socketName { names.insert(name) }
            for made in call.made { names.insert(made.name) }
        }
        return names
    }

    /// The open ones, and those that the newest calls mention.
    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        Self.names(context.session).union(context.session.sockets.names).sorted().map { Candidate($0) }
    }
}
