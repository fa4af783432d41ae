import Sockets

/// Addresses with a common prefix, `192.0.2.0/24` or `2001:db8::/32` (RFC 4632, RFC 4291 section 2.3); a single address
/// is a network of its own.
public struct Network: Hashable, Sendable, CustomStringConvertible {
    /// As written.
    public let description: String
    private let octets: [UInt8]
    private let length: Int

    /// Parses a network; nil if the text is not one.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let octets = IPv4Address(parts[0])?.octets ?? IPv6Address(parts[0])?.octets, parts.count <= 2 else {
            return nil
        }
        let all = octets.count * 8
        guard let length = parts.count == 2 ? Int(parts[1]) : all, 0...all ~= length else { return nil }
        (description, self.octets, self.length) = (text, octets, length)
    }

    /// Whether it is the single address that stands for all of a machine's, 0.0.0.0 or ::.
    public var isWildcard: Bool { length == octets.count * 8 && octets.allSatisfy { $0 == 0 } }

    /// Whether it contains an address of an Internet family.
    public func contains(_ address: SocketAddress) -> Bool {
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
