extension SocketOption {
    /// How a value is laid out in C and typed by a learner.
    public enum Kind: Sendable, Hashable {
        /// An int, 0 or 1.
        case boolean
        /// A signed int; the unit, in the plural, becomes the hint.
        case integer(unit: String?)
        /// An unsigned 32-bit number.
        case unsigned(unit: String?)
        /// An unsigned 64-bit number.
        case unsigned64(unit: String?)
        /// An int with named values; any number is accepted too.
        case choice(Choices)
        /// An int with named bits, typed as `A|B`; any number is accepted too.
        case flags(Choices)
        /// A socket's pending error.
        case error
        /// A `struct timeval`, typed in seconds.
        case time
        /// A `struct linger`.
        case linger
        /// A text of at most this many bytes, including its NUL.
        case text(Int)
        /// At most this many bytes, with no structure known here.
        case bytes(Int)
        /// A structure with a pointer, so that it cannot be typed.
        case pointer
        /// A `struct sockaddr` of any family, with a buffer of this many bytes.
        case socketAddress(Int)
        /// A sequence of group IDs.
        case groups
        /// An interface's index as an int.
        case interface
        /// An interface's index in network byte order.
        case interfaceNetworkOrder
        /// An `in_addr`, or an `ip_mreqn` if the interface is named: the outgoing interface for multicast.
        case multicastInterface
        /// An `ip_mreq`, or an `ip_mreqn` if the interface is named: a group and an interface.
        case membership
        /// An `ip_mreq_source`: a group, an interface and a source.
        case sourceMembership
        /// An `ip_msfilter`: a group, an interface, and which sources are included or excluded.
        case sourceFilter
        /// An `ipv6_mreq`: a group and an interface.
        case membership6
        /// A `group_req`: a group of either family and an interface.
        case groupRequest
        /// A `group_source_req`: a group of either family, an interface and a source.
        case groupSourceRequest
        /// The structure of the socket's congestion control, recognized by its size, or bytes.
        case congestionInfo
        /// A structure decoded field by field.
        case structure(StructureLayout)
        /// An option with no name here: a number in four bytes, or bytes.
        case untyped

        /// The size in bytes of getsockopt's buffer.
        var capacity: Int {
            switch self {
            case .boolean, .integer, .unsigned, .choice, .error, .interface, .interfaceNetworkOrder: 4
            case .flags, .unsigned64: 8
            case .time: MemoryLayout<timeval>.size
            case .linger: 8
            case .text(let count), .bytes(let count), .socketAddress(let count): count
            case .pointer: 0
            case .groups: 4 * 256
            case .multicastInterface: 4
            case .membership, .sourceMembership: 12
            case .sourceFilter: 16 + 4 * 64
            case .membership6: 20
            case .groupRequest: 8 + 128
            case .groupSourceRequest: 8 + 2 * 128
            case .congestionInfo: 64
            case .structure(let layout): layout.size
            case .untyped: 256
            }
        }

        /// What to type.
        var hint: String {
            switch self {
            case .boolean: "on|off"
            case .integer(let unit), .unsigned(let unit), .unsigned64(let unit): unit?.uppercased() ?? "NUMBER"
            case .choice(let choices): Self.hint(choices, "|")
            case .flags(let choices): Self.hint(choices, "[|…]")
            case .error: "ERRNO"
            case .time: "SECONDS"
            case .linger: "on|off [SECONDS]"
            case .text: "TEXT"
            case .bytes, .congestionInfo: "0xBYTES"
            case .pointer: "(a pointer)"
            case .socketAddress: "ADDRESS"
            case .groups: "NUMBER…"
            case .interface, .interfaceNetworkOrder: "INTERFACE"
            case .multicastInterface: "ADDRESS|INTERFACE"
            case .membership, .membership6, .groupRequest: "GROUP [INTERFACE]"
            case .sourceMembership, .groupSourceRequest: "GROUP INTERFACE SOURCE"
            case .sourceFilter: "GROUP INTERFACE include|exclude [SOURCE…]"
            case .structure(let layout): layout.members.map { "[\($0.name)=]…" }.joined(separator: " ")
            case .untyped: "NUMBER|0xBYTES"
            }
        }

        /// A few names say more than one word for them; many do not.
        private static func hint(_ choices: Choices, _ separator: String) -> String {
            guard choices.all.count <= 6, separator == "|" else { return "NAME" + (separator == "|" ? "" : separator) }
            return choices.all.map { $0.name }.joined(separator: separator)
        }
    }
}
