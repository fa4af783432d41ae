/// A socket option: its name for getsockopt(2) and setsockopt(2), and the meaning of its bytes.
///
/// The tables are in `Tables`, one file for each level; `SocketOption+Find` combines them.
public struct SocketOption: Sendable, Hashable {
    /// Which of the two calls the kernel accepts.
    public enum Access: Sendable, Hashable {
        /// Both.
        case readWrite
        /// getsockopt only.
        case readOnly
        /// setsockopt only.
        case writeOnly

        /// Whether getsockopt knows the option.
        public var isReadable: Bool { self != .writeOnly }
        /// Whether setsockopt knows the option.
        public var isWritable: Bool { self != .readOnly }
    }

    /// The C name, such as `SO_REUSEADDR`.
    public let name: String
    /// The layer it belongs to.
    public let level: OptionLevel
    /// The number by which the kernel knows it.
    public let number: Int32
    /// How its value is laid out and typed.
    public let kind: Kind
    /// Which of the two calls the kernel accepts.
    public let access: Access
    /// One line on what it means.
    public let about: String
    /// Where it is described: a man page, an RFC, or, if there is neither, a Linux header.
    public let source: String
    /// The option that this one is merely another name for, if any.
    public let synonym: String?
    /// Whether reading has a side effect, as when `SO_ERROR` clears the error or `SO_PEERPIDFD` opens a descriptor; a
    /// list of all options omits such options.
    public let readHasSideEffect: Bool
    /// The sockets it applies to.
    let scope: OptionScope

    @inline(never)
    init(
        _ name: String,
        _ level: OptionLevel,
        _ number: Int32,
        _ kind: Kind,
        _ access: Access,
        _ about: String,
        source: String,
        scope: OptionScope,
        synonym: String? = nil,
        readHasSideEffect: Bool = false
    ) {
        self.name = name
        self.level = level
        self.number = number
        self.kind = kind
        self.access = access
        self.about = about
        self.source = source
        self.scope = scope
        self.synonym = synonym
        self.readHasSideEffect = readHasSideEffect
    }

    /// The size in bytes of getsockopt's buffer, enough for every value that the kernel could return.
    public var capacity: Int { kind.capacity }

    /// What to type as its value, for a hint: `on|off`, `NUMBER`, `GROUP [INTERFACE]`.
    public var valueHint: String { kind.hint }

    /// Which word of its value, from 0, is an interface; nil if none is.
    public var interfacePlace: Int? {
        switch kind {
        case .interface, .interfaceNetworkOrder, .multicastInterface: 0
        case .membership, .membership6, .groupRequest, .sourceMembership, .groupSourceRequest, .sourceFilter: 1
        default: nil
        }
    }

    /// The possible words of its value, for completion: `on` and `off`, or the names of its constants, with their
    /// prefix or without, as a learner types them. None if it is a number or a text.
    public func valueWords(isLong: Bool) -> [String] {
        switch kind {
        case .boolean, .linger: ["on", "off"]
        case .choice(let choices), .flags(let choices):
            choices.all.map { isLong ? $0.name : $0.name.dropFirst(choices.prefix.count).lowercased() }
        default: []
        }
    }

    private static let prefixes = ["SO_VM_SOCKETS_", "SO_", "TCP_", "IPV6_", "IP_", "UDP_", "PACKET_", "NETLINK_"]

    /// The name without its prefix in lower case: `reuseaddr`. `MCAST_` names keep it.
    public var shortName: String {
        for prefix in Self.prefixes where name.hasPrefix(prefix) {
            return name.dropFirst(prefix.count).lowercased()
        }
        return name.lowercased()
    }

    /// Whether it applies to such a socket; no promise that the kernel has it.
    public func applies(family: AddressFamily, type: SocketType, protocol number: ProtocolNumber) -> Bool {
        scope.holds(family, type.withoutFlags, number)
    }
}
