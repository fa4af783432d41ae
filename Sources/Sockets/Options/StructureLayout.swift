/// The layout of a structure in C: what each field is, and where.
public struct StructureLayout: Sendable, Hashable {
    /// One field: its name, form, and offset in bytes.
    public struct Member: Sendable, Hashable {
        /// Its name in C.
        public let name: String
        /// How its bytes are read.
        public let form: Form
        /// What it means, with its unit.
        public let about: String
        /// Where it starts, computed by ``StructureLayout/init(_:)``.
        public fileprivate(set) var offset = 0
    }

    /// How a field's bytes are read; numbers are in host byte order.
    public indirect enum Form: Sendable, Hashable {
        /// Unsigned, in 1, 2, 4 or 8 bytes.
        case unsigned(Int)
        /// Signed, in 1, 2, 4 or 8 bytes.
        case signed(Int)
        /// Bits of a byte; a shift other than 0 shares the previous field's byte.
        case bits(shift: Int, width: Int)
        /// A constant in this many bytes.
        case choice(Choices, Int)
        /// A mask in this many bytes.
        case flags(Choices, Int)
        /// A socket address in this many bytes.
        case address(Int)
        /// The four octets of an IPv4 address.
        case ipv4
        /// The sixteen octets of an IPv6 address.
        case ipv6
        /// Bytes as they are.
        case bytes(Int)

        /// Its size in bytes.
        public var size: Int {
            switch self {
            case .unsigned(let size), .signed(let size), .choice(_, let size), .flags(_, let size): size
            case .address(let size), .bytes(let size): size
            case .bits: 1
            case .ipv4: 4
            case .ipv6: 16
            }
        }

        fileprivate var alignment: Int {
            switch self {
            case .unsigned, .signed, .choice, .flags: size
            case .ipv4, .address: 4
            case .bits, .bytes, .ipv6: 1
            }
        }
    }

    /// The fields in C's order.
    public let members: [Member]
    /// The total size in bytes, including padding.
    public let size: Int

    /// A structure of consecutive fields, each aligned as in C.
    public init(_ members: [Member]) {
        var offset = 0
        var widest = 1
        var placed: [Member] = []
        for var member in members {
            if case .bits(let shift, _) = member.form, shift > 0 {
                member.offset = max(offset - 1, 0)
            } else {
                let alignment = max(member.form.alignment, 1)
                offset = (offset + alignment - 1) / alignment * alignment
                member.offset = offset
                offset += member.form.size
                widest = max(widest, alignment)
            }
            placed.append(member)
        }
        self.members = placed
        size = (offset + widest - 1) / widest * widest
    }

    static func field(_ name: String, _ form: Form, _ about: String) -> Member {
        Member(name: name, form: form, about: about)
    }

    static func u8(_ name: String, _ about: String) -> Member { field(name, .unsigned(1), about) }
    static func u16(_ name: String, _ about: String) -> Member { field(name, .unsigned(2), about) }
    static func u32(_ name: String, _ about: String) -> Member { field(name, .unsigned(4), about) }
    static func u64(_ name: String, _ about: String) -> Member { field(name, .unsigned(8), about) }
    static func i32(_ name: String, _ about: String) -> Member { field(name, .signed(4), about) }
}
