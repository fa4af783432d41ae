/// A set of flags whose C macros share a prefix: `AI_PASSIVE`, `NI_DGRAM`.
///
/// It is typed as its flags joined by `|`, each as the macro, the macro without its prefix in any case, or a number.
public protocol SymbolicFlags: OptionSet, Hashable, Sendable, CustomStringConvertible where RawValue == Int32 {
    /// The common prefix of the names, such as `AI_`.
    static var prefix: String { get }
    /// The flags known on this system, each with one line about it.
    static var known: [Known<Self>] { get }
    /// Any bits: the library decides which it knows.
    init(rawValue: Int32)
}

extension SymbolicFlags {
    /// The flags that a spelling names: `passive`, `AI_PASSIVE|AI_CANONNAME`, or a number; nil if a part is unknown.
    public init?(spelling: String) {
        var bits: Int32 = 0
        for part in spelling.split(separator: "|", omittingEmptySubsequences: false) {
            let upper = part.uppercased()
            let known = Self.known.first { $0.name == upper || $0.name.dropFirst(Self.prefix.count) == upper }
            guard let value = known?.value.rawValue ?? Int32(numeral: part), value >= 0 else { return nil }
            bits |= value
        }
        self.init(rawValue: bits)
    }

    /// The names of the set bits, and the rest as a number.
    public var names: [String] {
        var rest = rawValue
        var names: [String] = []
        for flag in Self.known where flag.value.rawValue & rawValue != 0 {
            names.append(flag.name)
            rest &= ~flag.value.rawValue
        }
        if rest != 0 { names.append("0x" + String(UInt32(bitPattern: rest), radix: 16)) }
        return names
    }

    /// In C notation: `AI_PASSIVE|AI_CANONNAME`, `0` for none.
    public var description: String { rawValue == 0 ? "0" : names.joined(separator: "|") }
}

/// The flags of getaddrinfo (getaddrinfo(3), RFC 3493 section 6.1).
public struct AddressInfoFlags: SymbolicFlags {
    /// The bits as the library takes them.
    public let rawValue: Int32

    /// Any bits.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Without a host, the address to bind a server to.
    public static let passive = Self(rawValue: AI_PASSIVE)
    /// Return the host's canonical name.
    public static let canonicalName = Self(rawValue: AI_CANONNAME)
    /// The host is a numeric address; look nothing up.
    public static let numericHost = Self(rawValue: AI_NUMERICHOST)
    /// The service is a numeric port; look nothing up.
    public static let numericService = Self(rawValue: AI_NUMERICSERV)
    /// If there is no IPv6 address, return IPv4-mapped ones.
    public static let v4Mapped = Self(rawValue: AI_V4MAPPED)
    /// With `AI_V4MAPPED`: return those as well as the IPv6 ones.
    public static let all = Self(rawValue: AI_ALL)
    /// Only families for which this host has an address.
    public static let addressConfigured = Self(rawValue: AI_ADDRCONFIG)

    #if os(Linux)
        /// Encode the name, or decode the canonical name, by IDNA.
        static let internationalized = Self(rawValue: 0x40 | 0x80)
    #else
        /// No flag here has to do with IDNA.
        static let internationalized = Self([])
    #endif

    /// The common prefix of the names.
    public static let prefix = "AI_"

    /// The flags by name.
    public static let known: [Known<Self>] = {
        var flags = [
            Known("AI_PASSIVE", passive, "an address to bind a server to"),
            Known("AI_CANONNAME", canonicalName, "tell the canonical name"),
            Known("AI_NUMERICHOST", numericHost, "the host is in digits: look nothing up"),
            Known("AI_NUMERICSERV", numericService, "the service is a number: look nothing up"),
            Known("AI_V4MAPPED", v4Mapped, "IPv4 addresses as IPv6 where there are no others"),
            Known("AI_ALL", all, "with AI_V4MAPPED: both kinds"),
            Known("AI_ADDRCONFIG", addressConfigured, "only families that this host has"),
        ]
        #if os(Linux)
            flags.append(Known("AI_IDN", Self(rawValue: 0x40), "encode the name by IDNA"))
            flags.append(Known("AI_CANONIDN", Self(rawValue: 0x80), "decode the canonical name"))
        #endif
        return flags
    }()
}

/// The flags of getnameinfo (getnameinfo(3), RFC 3493 section 6.2).
public struct NameInfoFlags: SymbolicFlags {
    /// The bits as the library takes them.
    public let rawValue: Int32

    /// Any bits.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Numeric host; look nothing up.
    public static let numericHost = Self(rawValue: NI_NUMERICHOST)
    /// Numeric port; look nothing up.
    public static let numericService = Self(rawValue: NI_NUMERICSERV)
    /// Only the first part of the name for hosts in this domain.
    public static let noDomain = Self(rawValue: NI_NOFQDN)
    /// Fail if there is no name, instead of returning a numeric address.
    public static let nameRequired = Self(rawValue: NI_NAMEREQD)
    /// The service is a datagram one.
    public static let datagram = Self(rawValue: NI_DGRAM)

    #if os(Linux)
        /// Decode the name by IDNA.
        static let internationalized = Self(rawValue: 32)
    #else
        /// No flag here has to do with IDNA.
        static let internationalized = Self([])
    #endif

    /// The common prefix of the names.
    public static let prefix = "NI_"

    /// The flags by name.
    public static let known: [Known<Self>] = {
        var flags = [
            Known("NI_NUMERICHOST", numericHost, "the host in digits"),
            Known("NI_NUMERICSERV", numericService, "the port as a number"),
            Known("NI_NOFQDN", noDomain, "without this host's domain"),
            Known("NI_NAMEREQD", nameRequired, "fail where there is no name"),
            Known("NI_DGRAM", datagram, "the service's name for UDP"),
        ]
        #if os(Linux)
            flags.append(Known("NI_IDN", Self(rawValue: 32), "decode the name by IDNA"))
        #endif
        return flags
    }()
}
