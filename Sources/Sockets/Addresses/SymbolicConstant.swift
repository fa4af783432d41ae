/// An integer with a macro in C: `AF_INET`, `SOCK_STREAM`, `MSG_PEEK`.
///
/// It has three equivalent spellings: the macro (`AF_INET`), the macro without its prefix in any case (`inet`), and the
/// number itself.
public protocol SymbolicConstant: RawRepresentable, Hashable, Sendable where RawValue == Int32 {
    /// The common prefix of the names, such as `AF_`.
    static var prefix: String { get }
    /// Other prefixes, such as `PF_`: another spelling of each name.
    static var otherPrefixes: [String] { get }
    /// The names known on this system, each with one line about it. The first name of a value is the one shown.
    static var known: [Known<Self>] { get }
    /// The most common of them, offered when nothing has been typed yet.
    static var common: [Known<Self>] { get }
    /// The short spellings, as a learner types them.
    static var shortNames: [String] { get }
    /// The constant that a word names, or nil if the word is neither a known spelling nor a number that fits.
    init?(spelling: String)
    /// Makes the constant; every number is accepted, since rejecting it is up to the kernel.
    init(rawValue: Int32)
}

/// One named value of a ``SymbolicConstant``.
public struct Known<Constant: Sendable>: Sendable {
    /// The full C name.
    public let name: String
    /// Its value.
    public let value: Constant
    /// One line for a list of completions.
    public let about: String

    /// A named value, with one line about it.
    public init(_ name: String, _ value: Constant, _ about: String) {
        self.name = name
        self.value = value
        self.about = about
    }
}

extension Int32 {
    /// A number in C notation: decimal, or hexadecimal after `0x`.
    init?(numeral text: some StringProtocol) {
        if text.lowercased().hasPrefix("0x") {
            self.init(text.dropFirst(2), radix: 16)
        } else {
            self.init(text, radix: 10)
        }
    }
}

extension SymbolicConstant {
    public static var common: [Known<Self>] { known }

    /// The constant that a word names, or nil if the word is neither a known spelling nor a number that fits.
    public init?(spelling: String) {
        if let named = Self(name: spelling.uppercased()) {
            self = named
            return
        }
        guard let number = Int32(numeral: spelling), number >= 0 else { return nil }
        self.init(rawValue: number)
    }

    /// The constant with a name in capitals, with or without a prefix; nil if there is none.
    init?(name upper: String) {
        var bare = upper[...]
        for prefix in Self.otherPrefixes where upper.hasPrefix(prefix) { bare = upper.dropFirst(prefix.count) }
        for known in Self.known where known.name == upper || known.name.dropFirst(Self.prefix.count) == bare {
            self = known.value
            return
        }
        return nil
    }

    /// Most names have a single prefix.
    public static var otherPrefixes: [String] { [] }

    /// The C name, or nil if the number has none here.
    public var name: String? { Self.known.first { $0.value == self }?.name }

    /// The C name, or the number if it has none.
    public var description: String { name ?? String(rawValue) }

    /// The short spellings, as a learner types them.
    public static var shortNames: [String] { known.map { $0.name.dropFirst(prefix.count).lowercased() } }
}
