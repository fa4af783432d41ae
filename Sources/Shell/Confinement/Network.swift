import Sockets

/// Addresses with a common prefix, `192.0.2.0/24` or `2001:db8::/32` (RFC 4632, RFC 4291 section 2.3); a single address
/// is a network of its own. A port may follow, `127.0.0.1:6379` or `[::1]:6379` (RFC 3986 section 3.2).
public struct Network: Hashable, Sendable, CustomStringConvertible {
    /// As written.
    public let description: String
    private let octets: [UInt8]
    private let length: Int
    /// The only port; nil for every port.
    private let port: UInt16?

    /// Parses a network; nil if the text is not one.
    public init?(_ text: String) {
        guard let (network, port) = Self.divided(text) else { return nil }
        let parts = network.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let octets = IPv4Address(parts[0])?.octets ?? IPv6Address(parts[0])?.octets, parts.count <= 2 else {
            return nil
        }
        let all = octets.count * 8
        guard let length = parts.count == 2 ? Int(parts[1]) : all, 0...all ~= length else { return nil }
        (description, self.octets, self.length, self.port) = (text, octets, length, port)
    }

    /// A network and the port after it; nil if what follows the colon is not a port.
    private static func divided(_ text: String) -> (network: String, port: UInt16?)? {
        let isBracketed = text.hasPrefix("[")
        guard isBracketed || text.split(separator: ":", omittingEmptySubsequences: false).count == 2 else {
            return (text, nil)
        }
        let parts = text.split(separator: isBracketed ? "]" : ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let digits = isBracketed ? parts[1].dropFirst() : parts[1]
        guard !isBracketed || parts[1].hasPrefix(":"), let port = UInt16(digits), port > 0, digits.first != "+" else {
            return nil
        }
        return (String(isBracketed ? parts[0].dropFirst() : parts[0]), port)
    }

    /// Whether it is the single address that stands for all of a machine's, 0.0.0.0 or ::.
    public var isWildcard: Bool { length == octets.count * 8 && octets.allSatisfy { $0 == 0 } }

    /// Whether it is within the loopback network, where other programs of this machine are.
    public var isLocal: Bool {
        octets.count == 4 ? octets[0] == 127 && length >= 8 : length == 128 && octets == IPv6Address.loopback.octets
    }

    /// How many addresses it has, as the exponent of a power of two.
    public var size: Int { octets.count * 8 - length }

    /// Whether it contains an address of an Internet family, and its port.
    public func contains(_ address: SocketAddress) -> Bool {
        if let port, address.port != UInt32(port) { return false }
        return covers(address)
    }

    /// Whether it contains an address of an Internet family, whatever its port.
    public func covers(_ address: SocketAddress) -> Bool {
        switch address {
        case .inet(let host, _): contains(host.octets)
        case .inet6(let host, _, _, _): contains(host.octets) || host.mapped.map { contains($0.octets) } ?? false
        default: false
        }
    }

    private func contains(_ other: [UInt8]) -> Bool {
        guard other.count == octets.count else { return false }
        return (0..<length).allSatisfy { bit in
            let mask: UInt8 = 0x80 >> (bit % 8)
            return octets[bit / 8] & mask == other[bit / 8] & mask
        }
    }
}
