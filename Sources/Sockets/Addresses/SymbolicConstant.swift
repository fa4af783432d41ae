/// An integer that C names with a macro: `AF_INET`, `SOCK_STREAM`, `MSG_PEEK`.
///
/// It is typed in three spellings, each meaning the same: the macro (`AF_INET`), the macro without its prefix in
/// any case (`inet`), and the number itself.
public protocol SymbolicConstant: RawRepresentable, Hashable, Sendable where RawValue == Int32 {
    /// What every name begins with, `AF_` for instance.
    static var prefix: String { get }
    /// What a name may begin with besides, `PF_` for instance: another spelling of each name.
    static var otherPrefixes: [String] { get }
    /// The names known on this system, each with one line about it. The first name of a value is the one shown.
    static var known: [Known<Self>] { get }
    /// Those among them that are in use everywhere, to be shown where nothing is typed yet.
    static var common: [Known<Self>] { get }
    /// The short spellings, as a learner types them.
    static var shortNames: [String] { get }
    /// The constant that a word names, or nil where the word is neither a known spelling nor a number that fits.
    init?(spelling: String)
    /// Makes the constant; every number is accepted, since the kernel is the one to refuse it.
    init(rawValue: Int32)
}

/// One named value of a ``SymbolicConstant``.
public struct Known<Constant: Sendable>: Sendable {
    /// The full C name.
    public let name: String
    /// The value that it stands for.
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
    /// A number as C writes it: decimal, or hexadecimal behind `0x`.
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

    /// The constant that a word names, or nil where the word is neither a known spelling nor a number that fits.
    public init?(spelling: String) {
        if let named = Self(name: spelling.uppercased()) {
            self = named
            return
        }
        guard let number = Int32(numeral: spelling), number >= 0 else { return nil }
        self.init(rawValue: number)
    }

    /// The constant of a name in capitals, with a prefix or without; nil where it is none.
    init?(name upper: String) {
        var bare = upper[...]
        for prefix in Self.otherPrefixes where upper.hasPrefix(prefix) { bare = upper.dropFirst(prefix.count) }
        for known in Self.known where known.name == upper || known.name.dropFirst(Self.prefix.count) == bare {
            self = known.value
            return
        }
        return nil
    }

    /// Names have one prefix mostly.
    public static var otherPrefixes: [String] { [] }

    /// The C name, or nil where the number has none here.
    public var name: String? { Self.known.first { $0.value == self }?.name }

    /// The C name, or the number where it has none.
    public var description: String { name ?? String(rawValue) }

    /// The short spellings, as a learner types them.
    public static var shortNames: [String] { known.map { $0.name.dropFirst(prefix.count).lowercased() } }
}
