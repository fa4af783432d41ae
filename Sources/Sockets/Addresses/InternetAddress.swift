/// A 32-bit Internet address (RFC 791).
public struct IPv4Address: Hashable, Sendable, CustomStringConvertible {
    /// The four octets in network byte order.
    public let octets: [UInt8]

    /// An address from its four octets; nil for any other count.
    public init?(octets: [UInt8]) {
        guard octets.count == 4 else { return nil }
        self.octets = octets
    }

    /// An address from the number in `in_addr`, in host byte order.
    public init(number: UInt32) {
        octets = [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
    }

    /// Parses a text by the rules of inet_pton(3): four decimal numbers separated by dots.
    public init?(_ text: String) {
        var raw = in_addr()
        guard !text.utf8.contains(0), inet_pton(AF_INET, text, &raw) == 1 else { return nil }
        octets = withUnsafeBytes(of: raw) { Array($0) }
    }

    /// Parses a text in any of the forms of inet_aton(3), which the resolver takes, too: `127.1`, `0177.0.0.1`.
    public init?(asInetAton text: String) {
        var raw = in_addr()
        guard !text.utf8.contains(0), inet_aton(text, &raw) != 0 else { return nil }
        octets = withUnsafeBytes(of: raw) { Array($0) }
    }

    /// 0.0.0.0, every address of this host.
    public static let any = Self(number: 0)
    /// 127.0.0.1, this host itself.
    public static let loopback = Self(number: 0x7f00_0001)
    /// 255.255.255.255, every host on this network.
    public static let broadcast = Self(number: 0xffff_ffff)

    /// The address as a number in host byte order.
    public var number: UInt32 { octets.reduce(0) { $0 << 8 | UInt32($1) } }

    /// Dotted decimal.
    public var description: String {
        String(unsafeUninitializedCapacity: 15) { text in
            var count = 0
            func add(_ byte: UInt8) {
                text[count] = byte
                count += 1
            }
            let zero = UInt8(ascii: "0")
            for (place, octet) in octets.enumerated() {
                if place > 0 { add(UInt8(ascii: ".")) }
                if octet >= 100 { add(zero + octet / 100) }
                if octet >= 10 { add(zero + octet / 10 % 10) }
                add(zero + octet % 10)
            }
            return count
        }
    }
}

/// A 128-bit Internet address (RFC 4291).
public struct IPv6Address: Hashable, Sendable, CustomStringConvertible {
    /// The sixteen octets in network byte order.
    public let octets: [UInt8]

    /// An address from its sixteen octets; nil for any other count.
    public init?(octets: [UInt8]) {
        guard octets.count == 16 else { return nil }
        self.octets = octets
    }

    /// Parses a text by the rules of inet_pton(3), without a scope.
    public init?(_ text: String) {
        var raw = in6_addr()
        guard !text.utf8.contains(0), inet_pton(AddressFamily.inet6.rawValue, text, &raw) == 1 else { return nil }
        octets = withUnsafeBytes(of: raw) { Array($0) }
    }

    private init(_ octets: [UInt8]) { self.octets = octets }

    /// ::, every address of this host.
    public static let any = Self([UInt8](repeating: 0, count: 16))
    /// ::1, this host itself.
    public static let loopback = Self([UInt8](repeating: 0, count: 15) + [1])

    /// The IPv4 address in `::ffff:192.0.2.1` (RFC 4291 section 2.5.5.2); nil if it is not such an address.
    public var mapped: IPv4Address? {
        guard octets[..<10].allSatisfy({ $0 == 0 }), octets[10] == 0xff, octets[11] == 0xff else { return nil }
        return IPv4Address(octets: Array(octets[12...]))
    }

    /// Whether the address is unique only on one link and so needs a scope (RFC 4291 section 2.5.6).
    public var isLinkLocal: Bool { octets[0] == 0xfe && octets[1] & 0xc0 == 0x80 }

    /// Whether it is a group's (RFC 4291 section 2.7).
    public var isMulticast: Bool { octets[0] == 0xff }

    /// The shortest text, as in RFC 5952.
    public var description: String {
        var text = [CChar](repeating: 0, count: 46)
        return octets.withUnsafeBytes { bytes in
            _ = inet_ntop(AddressFamily.inet6.rawValue, bytes.baseAddress, &text, socklen_t(text.count))
            return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
