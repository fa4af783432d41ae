import Reading
import Sockets

/// What `-yy` tells about a descriptor: `TCP:[127.0.0.1:40000->127.0.0.1:80]`, `UNIX-STREAM:[1->2,"/path"]`,
/// `socket:[123]`.
struct StraceDecoration: Hashable, Sendable {
    /// Whether the descriptor is a socket.
    var isSocket = false
    /// The kind of the socket, if it is told.
    var kind: SocketKinds.Kind?
    /// The socket's own address.
    var local: SocketAddress?
    /// The peer's.
    var peer: SocketAddress?

    private static let kinds: [String: SocketKinds.Kind] = [
        "TCP": .init(family: .inet, type: .stream), "TCPv6": .init(family: .inet6, type: .stream),
        "UDP": .init(family: .inet, type: .datagram), "UDPv6": .init(family: .inet6, type: .datagram),
        "RAW": .init(family: .inet, type: .raw), "RAWv6": .init(family: .inet6, type: .raw),
        "PING": .init(family: .inet, type: .datagram), "PINGv6": .init(family: .inet6, type: .datagram),
        "UNIX-STREAM": .init(family: .unix, type: .stream), "UNIX-DGRAM": .init(family: .unix, type: .datagram),
        "UNIX-SEQPACKET": .init(family: .unix, type: .sequencedPacket),
    ]

    /// Reads a decoration.
    init(_ bytes: [UInt8]) {
        guard bytes.first != UInt8(ascii: "/"), bytes.last == UInt8(ascii: "]") else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].hasPrefix("[") else { return }
        let name = String(text[..<colon])
        guard name != "pipe", name != "anon_inode", !name.contains("/") else { return }
        isSocket = true
        kind = Self.kinds[name]
        guard let family = kind?.family, family != .unix else { return }
        let ends = text[colon...].dropFirst(2).dropLast()
        guard let arrow = ends.firstRange(of: "->") else {
            local = Self.address(ends, family)
            return
        }
        local = Self.address(ends[..<arrow.lowerBound], family)
        peer = Self.address(ends[arrow.upperBound...], family)
    }

    /// `127.0.0.1:80` or `[::1]:80`; nil for an inode.
    private static func address(_ text: Substring, _ family: AddressFamily) -> SocketAddress? {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        let host = text[..<colon]
        if family == .inet { return IPv4Address(String(host)).map { .inet($0, port: port) } }
        guard host.hasPrefix("["), host.hasSuffix("]") else { return nil }
        return IPv6Address(String(host.dropFirst().dropLast())).map { .inet6($0, port: port) }
    }
}
