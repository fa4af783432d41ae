/// The address of a socket: the content of the family's `sockaddr` in C.
public enum SocketAddress: Hashable, Sendable {
    /// ip(7): an address and a port in host byte order.
    case inet(IPv4Address, port: UInt16)
    /// ipv6(7): an address, a port, the flow information and the scope (an interface's index, 0 for none).
    case inet6(IPv6Address, port: UInt16, flowInfo: UInt32 = 0, scope: UInt32 = 0)
    /// unix(7): a path, an abstract name, or none.
    case unix(UnixName)
    /// packet(7): an interface and what a frame carries.
    case packet(LinkAddress)
    /// netlink(7): a port identifier (0 is the kernel) and a mask of multicast groups.
    case netlink(port: UInt32, groups: UInt32)
    /// vsock(7): a context identifier and a port.
    case vsock(context: UInt32, port: UInt32)
    /// `AF_UNSPEC`, which undoes a datagram socket's connect.
    case unspecified
    /// A family that is not decoded here, with the bytes after the family's number.
    case other(AddressFamily, [UInt8])

    /// The address's family.
    public var family: AddressFamily {
        switch self {
        case .inet: .inet
        case .inet6: .inet6
        case .unix: .unix
        case .vsock: .vsock
        case .unspecified: .unspecified
        case .other(let family, _): family
        #if os(Linux)
            case .packet: .packet
            case .netlink: .netlink
        #else
            case .packet, .netlink: .unspecified
        #endif
        }
    }

    /// The port, for the families that have one.
    public var port: UInt32? {
        switch self {
        case .inet(_, let port), .inet6(_, let port, _, _): UInt32(port)
        case .vsock(_, let port): port
        default: nil
        }
    }

    /// Whether it stands for every address of the machine (INADDR_ANY, ip(7)), including an IPv4 one in IPv6 form.
    public var isWildcard: Bool {
        switch self {
        case .inet(let host, _): host == .any
        case .inet6(let host, _, _, _): host == .any || host.mapped == .any
        default: false
        }
    }

    /// The address without its port, as text, for the Internet families.
    public var host: String? {
        switch self {
        case .inet(let address, _): address.description
        case .inet6(let address, _, _, let scope):
            scope == 0 ? address.description : "\(address)%\(Interface.name(ofIndex: scope) ?? String(scope))"
        default: nil
        }
    }
}

/// The name of a unix socket (unix(7), "Address format").
public enum UnixName: Hashable, Sendable {
    /// Not bound to a name.
    case unnamed
    /// A path in the file system, without a NUL.
    case path([UInt8])
    /// A name in Linux's abstract namespace, which may contain any byte, including NUL.
    case abstract([UInt8])

    /// How many bytes fit in the kernel's structure.
    public static let capacity = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
}

/// The link-layer address of packet(7).
public struct LinkAddress: Hashable, Sendable {
    /// The interface's index, 0 for any.
    public var interface: UInt32
    /// What the frame carries, an EtherType in host byte order (0x0003 is all).
    public var etherType: UInt16
    /// The ARP hardware type; only the kernel sets it.
    public var hardware: UInt16
    /// Whom the frame was addressed to (`PACKET_HOST` is 0); only the kernel sets it.
    public var packetType: UInt8
    /// The hardware address, at most eight bytes.
    public var address: [UInt8]

    /// The fields of `sockaddr_ll`.
    public init(
        interface: UInt32,
        etherType: UInt16,
        hardware: UInt16 = 0,
        packetType: UInt8 = 0,
        address: [UInt8] = []
    ) {
        self.interface = interface
        self.etherType = etherType
        self.hardware = hardware
        self.packetType = packetType
        self.address = Array(address.prefix(8))
    }
}

extension SocketAddress: CustomStringConvertible {
    /// The words as a learner types them: `127.0.0.1 8088`, `::1 8088`, `/tmp/s`, `@abstract`.
    public var description: String { words.joined(separator: " ") }

    /// The individual words of the address, unquoted.
    public var words: [String] { self == .unix(.unnamed) ? [] : fields.map(\.value.word) }
}
