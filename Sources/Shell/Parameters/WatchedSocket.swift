import Journal
import Language
import Sockets

/// A socket and the events to wait for.
public struct Watched: Sendable {
    /// The socket.
    public let socket: Socket
    /// The events to wait for.
    public let events: PollEvents

    /// A socket and the events to wait for.
    public init(socket: Socket, events: PollEvents) {
        self.socket = socket
        self.events = events
    }
}

/// The parameter for poll: `s1`, `s1:in`, `s1:in|out`.
public struct WatchedSocket: ParameterType {
    public let about = "a socket, followed by :in, :out or :pri if more than in is meant"
    public var denotes: Denoted? { .socket }

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "SOCKET[:EVENTS]" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Watched {
        let (text, span) = try words.takeText("SOCKET", wanted: "a socket")
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let socket = try context.names.socket(named: parts[0], at: span)
        guard parts.count == 2 else { return Watched(socket: socket, events: .readable) }
        guard let events = PollEvents(spelling: parts[1]) else {
            let names = PollEvents.known.map { $0.name.dropFirst(4).lowercased() }
            throw Failure(
                .unsuitable(
                    word: parts[1],
                    wanted: "an event",
                    near: Suggestion.nearest(to: parts[1], among: names),
                    advice: ["there are " + names.joined(separator: ", ")]
                ),
                at: span
            )
        }
        return Watched(socket: socket, events: events)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        guard let colon = prefix.firstIndex(of: ":") else { return SocketName().complete(prefix, context) }
        let events = PollEvents.known.map { Candidate($0.name.dropFirst(4).lowercased(), $0.about) }
        return events.joined(behind: prefix, prefix[colon...].contains("|") ? "|" : ":")
    }
}
