import Journal
import Language
import Reading
import Sockets

/// What a rule looks at: the failed call, its socket's history, and the rest of the session.
struct Evidence {
    let failure: Failure
    let call: Call
    let socket: SocketHistory
    /// What is known beside the journal.
    let facts: WaitFacts
    private let journal: Journal
    private let memory = Memory()

    private final class Memory {
        var neighbours: Neighbours?
        var mode: SharedMode??
        var counterpart: Counterpart??
    }

    /// The evidence of a failure; nil if no call failed.
    init?(_ failure: Failure, _ journal: Journal, _ facts: WaitFacts = WaitFacts()) {
        guard let call = failure.call else { return nil }
        (self.failure, self.call, self.journal, self.facts) = (failure, call, journal, facts)
        socket = SocketHistory(of: call, in: journal)
    }

    /// The other sockets of the session, looked for when they are first asked for.
    var neighbours: Neighbours {
        if let found = memory.neighbours { return found }
        let found = Neighbours(of: call, in: journal)
        memory.neighbours = found
        return found
    }

    /// The mode that the socket shares with its duplicates, looked for when it is first asked for.
    var sharedMode: SharedMode? {
        if let found = memory.mode { return found }
        let found = SharedMode(of: call, in: journal)
        memory.mode = .some(found)
        return found
    }

    /// The other end of the socket, if this session has it or one beside it; looked for when it is first asked for.
    var counterpart: Counterpart? {
        if let found = memory.counterpart { return found }
        let found = Counterpart.own(of: call, in: journal) { facts.waitsIn[$0] } ?? facts.elsewhere
        memory.counterpart = .some(found)
        return found
    }

    /// The calls before the failed one that a picture would be made of.
    var excerpt: [Call] { journal.excerpt().filter { $0.number < call.number } }

    /// Goes through the calls on a socket before the failed one, newest first, until the closure returns false.
    func history(of socket: Int, _ body: (Call) -> Bool) {
        var left = SocketHistory.reach
        journal.history(of: socket) { past in
            left -= 1
            return left > 0 && (past.number >= call.number || body(past))
        }
    }

    /// The socket's name.
    var me: String { call.socketName ?? "s" }

    /// A name for one more socket, which no open socket has.
    var other: String { free(["c", "k", "d", "peer"]) }

    /// A name for a listener, which no open socket has.
    var server: String { free(["l", "srv", "server"]) }

    private func free(_ names: [String]) -> String {
        let taken = Set(neighbours.all.filter { !$0.isClosed }.map(\.name)).union([me])
        return names.first { !taken.contains($0) } ?? "new"
    }

    /// The data that was to be sent, as it is typed; a word in its place if it is long.
    var data: String {
        guard case .data(let clip)? = call.argument("buf"), (1...60).contains(clip.count) else { return "hello" }
        return Quoting.quote(clip.bytes)
    }

    /// A peer that could be connected to: a listener of this shell if there is one.
    var somePeer: String {
        let listener = neighbours.open { $0.isListening && $0.local?.family == socket.family }
        if let local = listener?.local { return Self.reachable(local) }
        return socket.family == .unix ? "/tmp/server.sock" : loopback("8088")
    }

    /// The address that was passed, `unspec` if none was.
    var address: SocketAddress { call.address ?? .unspecified }

    /// The address as it is typed.
    var place: String { Self.typed(address) }

    /// An address as it is typed, safe on a terminal.
    static func typed(_ address: SocketAddress) -> String { address.words.map(Quoting.word).joined(separator: " ") }

    /// An address as a peer on this machine types it: loopback for every address.
    static func reachable(_ address: SocketAddress) -> String {
        switch address {
        case .inet(.any, let port): "127.0.0.1 \(port)"
        case .inet6(.any, let port, _, _): "::1 \(port)"
        default: typed(address)
        }
    }

    /// Its port, 0 if there is none.
    var port: Int { Int(address.port ?? 0) }

    /// How many bytes the calls before it took that the same statement made on the socket, as sendall does.
    var takenBefore: Int {
        var taken = 0
        history(of: call.socket ?? 0) { earlier in
            guard earlier.statement == call.statement else { return false }
            if earlier.name == call.name, earlier.result > 0 { taken += earlier.result }
            return true
        }
        return taken
    }

    /// An argument that is a text, quoted as it must be typed; `?` if there is none.
    func word(_ argument: String) -> String { Quoting.word(text(argument) ?? "?") }

    /// An argument that is a text.
    func text(_ argument: String) -> String? {
        if case .text(let text)? = call.argument(argument) { text } else { nil }
    }

    /// An argument that is a number, or stands for one.
    func number(_ argument: String) -> Int? {
        switch call.argument(argument) {
        case .integer(let number), .constant(_, let number), .room(let number): number
        case .descriptor(let descriptor): Int(descriptor)
        default: nil
        }
    }

    /// An argument as the macro that was passed.
    func macro(_ argument: String) -> String {
        switch call.argument(argument) {
        case .constant(let name, _): Quoting.oneLine(name)
        case .integer(let number): String(number)
        default: "?"
        }
    }

    /// A macro as it is typed in short: `inet` for `AF_INET`.
    func short(_ argument: String) -> String { Self.short(macro(argument)) }

    private static func short(_ macro: String) -> String {
        guard let underscore = macro.firstIndex(of: "_"), !macro.contains("|") else { return macro }
        return macro[macro.index(after: underscore)...].lowercased()
    }

    /// Whether a flag was passed.
    func has(_ flag: MessageFlags) -> Bool { (number("flags") ?? 0) & Int(flag.rawValue) != 0 }

    /// Whether a send was to connect with its data in the SYN (RFC 7413).
    var isFastOpen: Bool {
        #if os(Linux)
            has(.fastOpen)
        #else
            false
        #endif
    }

    /// Whether the address is of this machine.
    var isLoopback: Bool { Self.isLoopback(address) }

    static func isLoopback(_ address: SocketAddress) -> Bool {
        switch address {
        case .inet(let host, _): host.octets[0] == 127 || host == .any
        case .inet6(let host, _, _, _): host == .loopback || host == .any
        default: false
        }
    }

    /// The family as it is typed.
    var family: String { socket.family.map { Self.short($0.description) } ?? "inet" }

    /// The type as it is typed.
    var type: String { socket.type.map { Self.short($0.description) } ?? "stream" }

    /// The kind of socket with its article: `an inet dgram socket`.
    var kind: String { (family.hasPrefix("i") ? "an " : "a ") + "\(family) \(type) socket" }

    /// The lines that make the same kind of socket under the same name once more.
    var afresh: String { "\(me).close; \(me) = socket \(family) \(type)" }

    /// How long ago another call was.
    func ago(_ past: Call) -> String {
        switch call.statement - past.statement {
        case ...0: "just before"
        case 1: "one statement ago"
        case let count: "\(count) statements ago"
        }
    }

    /// A loopback address of the socket's family with a port, as it is typed.
    func loopback(_ port: String) -> String { (socket.family == .inet6 ? "::1 " : "127.0.0.1 ") + port }

    /// Whether a socket that is bound to `held` keeps others from `wanted`, or is reached under it.
    static func overlaps(_ held: SocketAddress?, _ wanted: SocketAddress) -> Bool {
        guard let held, held.port == wanted.port else { return false }
        switch (held, wanted) {
        case (.inet(let left, _), .inet(let right, _)): return left == right || left == .any || right == .any
        case (.inet6(let left, _, _, _), .inet6(let right, _, _, _)):
            return left == right || left == .any || right == .any
        case (.inet6(let any, _, _, _), .inet), (.inet, .inet6(let any, _, _, _)): return any == .any
        default: return held == wanted
        }
    }
}
