/// The bytes of a `sockaddr`, in the layouts of Linux's and Darwin's headers.
extension SocketAddress {
    /// The length of ``raw`` in bytes.
    public var rawCount: Int {
        switch self {
        case .inet: MemoryLayout<sockaddr_in>.size
        case .inet6: MemoryLayout<sockaddr_in6>.size
        default: raw.count
        }
    }

    /// The bytes to pass to the kernel, including the family.
    public var raw: [UInt8] {
        switch self {
        case .inet(let address, let port):
            return header + bigEndian(port) + address.octets + [UInt8](repeating: 0, count: 8)
        case .inet6(let address, let port, let flowInfo, let scope):
            return header + bigEndian(port) + native(flowInfo.bigEndian) + address.octets + native(scope)
        case .unix(.unnamed), .unspecified:
            return header
        case .unix(.path(let path)):
            return header + path + [0]
        case .unix(.abstract(let name)):
            return header + [0] + name
        case .packet(let link):
            let address = link.address + [UInt8](repeating: 0, count: 8 - link.address.count)
            return header + bigEndian(link.etherType) + native(link.interface) + native(link.hardware)
                + [link.packetType, UInt8(link.address.count)] + address
        case .netlink(let port, let groups):
            return header + [0, 0] + native(port) + native(groups)
        case .vsock(let context, let port):
            return header + [0, 0] + native(port) + native(context) + [0, 0, 0, 0]
        case .other(_, let bytes):
            return header + bytes
        }
    }

    /// The address in the bytes that the kernel returned; nil if it returned none.
    public init?(raw: [UInt8]) {
        guard raw.count >= 2 else { return nil }
        #if canImport(Darwin)
            let family = AddressFamily(rawValue: Int32(raw[1]))
        #else
            let family = AddressFamily(rawValue: Int32(raw[0]) | Int32(raw[1]) << 8)
        #endif
        let body = Array(raw.dropFirst(2))
        self = Self.decode(family, body) ?? .other(family, body)
    }

    private static func decode(_ family: AddressFamily, _ body: [UInt8]) -> SocketAddress? {
        switch family {
        case .unspecified:
            return .unspecified
        case .inet:
            guard body.count >= 6, let address = IPv4Address(octets: Array(body[2..<6])) else { return nil }
            return .inet(address, port: body.bigEndian16(at: 0))
        case .inet6:
            guard body.count >= 26, let address = IPv6Address(octets: Array(body[6..<22])) else { return nil }
            let flowInfo = UInt32(bigEndian: body.native32(at: 2))
            return .inet6(address, port: body.bigEndian16(at: 0), flowInfo: flowInfo, scope: body.native32(at: 22))
        case .unix:
            return .unix(UnixName(raw: body))
        case .vsock:
            guard body.count >= 10 else { return nil }
            return .vsock(context: body.native32(at: 6), port: body.native32(at: 2))
        default:
            return decodeLinux(family, body)
        }
    }

    private static func decodeLinux(_ family: AddressFamily, _ body: [UInt8]) -> SocketAddress? {
        #if os(Linux)
            if family == .netlink, body.count >= 10 {
                return .netlink(port: body.native32(at: 2), groups: body.native32(at: 6))
            }
            if family == .packet, body.count >= 10 {
                let length = min(Int(body[9]), 8, body.count - 10)
                return .packet(
                    LinkAddress(
                        interface: body.native32(at: 2),
                        etherType: body.bigEndian16(at: 0),
                        hardware: UInt16(body[6]) | UInt16(body[7]) << 8,
                        packetType: body[8],
                        address: Array(body[10..<10 + length])
                    )
                )
            }
        #endif
        return nil
    }

    private var header: [UInt8] {
        #if canImport(Darwin)
            [0, UInt8(truncatingIfNeeded: family.rawValue)]
        #else
            native(UInt16(truncatingIfNeeded: family.rawValue))
        #endif
    }
}

extension UnixName {
    /// The name in the bytes after the family: none, an abstract one after a NUL, or a path up to its NUL.
    init(raw: [UInt8]) {
        if raw.isEmpty {
            self = .unnamed
        } else if raw[0] == 0 {
            self = .abstract(Array(raw.dropFirst()))
        } else {
            self = .path(Array(raw.prefix { $0 != 0 }))
        }
    }
}

/// The bytes of a number in network byte order.
func bigEndian(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }

/// The bytes of a number in host byte order.
func native<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }

extension [UInt8] {
    /// The number in two bytes in network byte order.
    func bigEndian16(at offset: Int) -> UInt16 { UInt16(self[offset]) << 8 | UInt16(self[offset + 1]) }

    /// The number in bytes in host byte order; zero if they are not all there.
    func native<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type = Number.self) -> Number {
        guard offset + MemoryLayout<Number>.size <= count else { return 0 }
        return withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
    }

    /// The number in four bytes in host byte order.
    func native32(at offset: Int) -> UInt32 { native(at: offset) }
}
