import Journal
import Sockets

/// What kind of socket each is, told from the call that made it.
public struct SocketKinds: Sendable {
    /// A kind of socket.
    public struct Kind: Hashable, Sendable {
        /// The address family.
        public let family: AddressFamily
        /// The type, without flags.
        public let type: SocketType

        /// A kind of socket.
        public init(family: AddressFamily, type: SocketType) {
            self.family = family
            self.type = type
        }

        /// Whether it carries a stream over the Internet, that is TCP as a rule.
        public var isTCP: Bool { type == .stream && (family == .inet || family == .inet6) }
        /// Whether each message is by itself.
        public var isDatagram: Bool { type == .datagram || type == .raw }
        /// Whether it is connected and keeps the borders of what is sent (unix(7)).
        public var isRecord: Bool { type == .sequencedPacket }
    }

    /// How many sockets are remembered.
    private static let limit = 65536
    private var known: [Int: Kind?] = [:]
    private var settings = SocketSettings()

    /// Nothing asked yet.
    public init() {}

    /// The kind of the socket that a call was made on; nil if the call that made it is not known.
    public mutating func kind(of call: Call, in journal: Journal) -> Kind? {
        call.socket.flatMap { kind(of: $0, in: journal) }
    }

    /// What was set on a call's socket before it, of the options that change what its data means: `UDP_SEGMENT` and
    /// `UDP_GRO` (udp(7)), by their names.
    public mutating func settings(of call: Call, in journal: Journal) -> [String: Int] {
        settings.begin(before: call, in: journal)
        return call.socket.map { settings[$0] } ?? [:]
    }

    /// Remembers the kind of the sockets that a call made, and what it set.
    public mutating func note(_ call: Call, in journal: Journal) {
        settings.note(call)
        for socket in call.made where known[socket.id] == nil {
            remember(socket.id, Self.made(by: call) ?? origin(of: call, journal))
        }
    }

    private mutating func remember(_ socket: Int, _ kind: Kind?) {
        if known.count >= Self.limit { known = [:] }
        known[socket] = .some(kind)
    }

    private mutating func kind(of socket: Int, in journal: Journal) -> Kind? {
        if let kind = known[socket] { return kind }
        // What a file says may go round in a circle: whoever comes back here finds that nothing is known.
        remember(socket, nil)
        guard let maker = journal.maker(of: socket) else { return nil }
        let kind = Self.made(by: maker) ?? origin(of: maker, journal)
        remember(socket, kind)
        return kind
    }

    /// The kind of the socket that another was accepted or duplicated from.
    private mutating func origin(of call: Call, _ journal: Journal) -> Kind? {
        guard let origin = call.origin, call.has(.accepts) || call.has(.duplicates) else { return nil }
        return kind(of: origin, in: journal)
    }

    private static func made(by call: Call) -> Kind? {
        guard case .constant(_, let family)? = call.argument("domain"),
            case .constant(_, let type)? = call.argument("type")
        else { return nil }
        return Kind(
            family: AddressFamily(rawValue: Int32(clamping: family)),
            type: SocketType(rawValue: Int32(clamping: type) & 0xf)
        )
    }
}
