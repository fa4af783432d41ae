import Journal
import Sockets

/// What kind of socket each descriptor is, told from the calls that made them: the journal's calls are given one after
/// the other, and after each the kinds are those of that moment.
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
    }

    private var kinds: [Int32: Kind] = [:]
    /// The number of the last call that was taken in.
    public private(set) var last = 0

    /// Nothing known yet.
    public init() {}

    /// The kind of a descriptor; nil where the call that made it is not known.
    public subscript(_ descriptor: Int32) -> Kind? { kinds[descriptor] }

    /// The kind of the socket that a call was made on.
    public func kind(of call: Call) -> Kind? { call.descriptor.flatMap { kinds[$0] } }

    /// Takes in a call.
    public mutating func note(_ call: Call) {
        last = max(last, call.number)
        guard call.error == nil else { return }
        switch call.name {
        case "socket": kinds[Int32(clamping: call.result)] = Self.made(by: call)
        case "socketpair":
            guard case .list(let pair)? = call.output("sv") else { return }
            for case .descriptor(let descriptor) in pair { kinds[descriptor] = Self.made(by: call) }
        case "accept", "accept4", "dup", "dup2", "dup3":
            kinds[Int32(clamping: call.result)] = call.descriptor.flatMap { kinds[$0] }
        case "close": if let descriptor = call.descriptor { kinds[descriptor] = nil }
        default: break
        }
    }

    /// Takes in the calls of a journal that are new, up to and without the one of a number.
    public mutating func note(_ journal: Journal, before number: Int) {
        for next in stride(from: max(last + 1, journal.first), to: number, by: 1) {
            if let call = journal[next] { note(call) }
        }
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
