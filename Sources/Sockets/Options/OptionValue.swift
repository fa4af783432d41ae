/// A decoded option value.
public enum OptionValue: Sendable, Hashable {
    /// Off or on.
    case boolean(Bool)
    /// A number.
    case integer(Int)
    /// A number with bit 63 set, which does not fit in `Int`.
    case unsigned(UInt64)
    /// A time in seconds.
    case seconds(Double)
    /// Whether close waits for unsent data, and how long in seconds.
    case linger(on: Bool, seconds: Int)
    /// A text, as written by the kernel.
    case text(String)
    /// Bytes without a known meaning.
    case bytes([UInt8])
    /// A network address.
    case address(String)
    /// One of several constants: its name, if any, and its number.
    case choice(String?, Int)
    /// Several bits: the names of those that have one, and the whole number.
    case flags([String], Int)
    /// Several words in the order typed, such as a group and its interface.
    case list([String])
    /// A structure, field by field.
    case structure([Field])

    /// One field of a structure.
    public struct Field: Sendable, Hashable {
        /// Its name in C.
        public let name: String
        /// Its value.
        public let value: OptionValue
        /// What it means, with its unit.
        public let about: String

        /// A field.
        public init(name: String, value: OptionValue, about: String) {
            self.name = name
            self.value = value
            self.about = about
        }
    }

    /// The structure's field with a name; nil if there is none.
    public subscript(field name: String) -> OptionValue? {
        guard case .structure(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }

    /// The number in the value; nil if there is none.
    public var number: Int? {
        switch self {
        case .boolean(let on): on ? 1 : 0
        case .integer(let number), .choice(_, let number), .flags(_, let number): number
        default: nil
        }
    }
}

extension OptionValue: CustomStringConvertible {
    /// The words to type for this value, as ``SocketOption/encode(_:)`` takes them.
    public var description: String { words.joined(separator: " ") }

    /// The words to type for this value, separately.
    public var words: [String] {
        switch self {
        case .boolean(let on): [on ? "on" : "off"]
        case .integer(let number): [String(number)]
        case .unsigned(let number): [String(number)]
        case .seconds(let seconds): [Self.decimal(seconds)]
        case .linger(true, let seconds): ["on", String(seconds)]
        case .linger(false, let seconds): seconds == 0 ? ["off"] : ["off", String(seconds)]
        case .text(let text), .address(let text): [text]
        case .bytes(let bytes): [Words.hexadecimal(of: bytes)]
        case .choice(let name, let number): [name ?? String(number)]
        case .flags(let names, let number): [names.isEmpty ? String(number) : names.joined(separator: "|")]
        case .list(let words): words
        case .structure(let fields): fields.map { "\($0.name)=\($0.value)" }
        }
    }

    private static func decimal(_ seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e15 else { return String(seconds) }
        return seconds == seconds.rounded() ? String(Int(seconds)) : microseconds(seconds)
    }

    /// Plain digits, since Swift would write 0.00001 with an exponent.
    private static func microseconds(_ seconds: Double) -> String {
        let whole = Int(abs(seconds))
        let micro = Int(((abs(seconds) - Double(whole)) * 1_000_000).rounded())
        guard micro > 0, micro < 1_000_000 else { return String(Int(seconds.rounded())) }
        var digits = String(String(1_000_000 + micro).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return (seconds < 0 ? "-" : "") + "\(whole).\(digits)"
    }
}
