import Journal
import Language
import Reading

/// A value as strace writes it.
indirect enum StraceValue: Hashable, Sendable {
    /// A number, a constant, flags with `|` between them, a pointer.
    case word(String)
    /// Bytes in quotes, and whether strace left some out.
    case string([UInt8], isCut: Bool)
    /// A descriptor and what `-y` tells about it.
    case descriptor(String, decoration: [UInt8])
    /// Values in braces.
    case structure([StraceValue])
    /// Values in brackets.
    case array([StraceValue])
    /// `htons(80)`
    case call(String, [StraceValue])
    /// `name=value`
    case field(String, StraceValue)
    /// What went in, and what came out of it: `128 => 16`.
    case change(StraceValue, StraceValue)

    /// The number that it is, decimal, hexadecimal or octal; nil for anything else.
    var number: Int? {
        switch self {
        case .word(let word): Self.number(word)
        case .descriptor(let word, _): Self.number(word)
        case .array(let values) where values.count == 1: values[0].number
        case .change(let before, _): before.number
        case .call(let name, let values) where name.hasPrefix("hto"): values.first?.number
        default: nil
        }
    }

    /// The number as a size: never negative, never beyond belief; 0 if it is none.
    var size: Int { min(max(number ?? 0, 0), Call.sizeLimit) }

    /// What came out, if something did.
    var after: StraceValue {
        switch self {
        case .change(_, let after): after
        case .array(let values) where values.count == 1: values[0].after
        default: self
        }
    }

    /// The number in a word; nil if it is none.
    static func number(_ word: String) -> Int? {
        if let number = Int(word) { return word.count > 1 && word.hasPrefix("0") ? Int(word, radix: 8) : number }
        return word.hasPrefix("0x") ? UInt64(word.dropFirst(2), radix: 16).map { Int(truncatingIfNeeded: $0) } : nil
    }

    /// The word, if it is one.
    var name: String? { if case .word(let word) = self { word } else { nil } }

    /// The bytes, if it is a string.
    var bytes: [UInt8]? { if case .string(let bytes, _) = self { bytes } else { nil } }

    /// The members of a structure or an array.
    var members: [StraceValue] {
        switch self {
        case .structure(let values), .array(let values): values
        default: []
        }
    }

    /// The field of a structure; nil if there is none.
    subscript(field: String) -> StraceValue? {
        for case .field(let name, let value) in members where name == field { return value }
        return nil
    }

    /// The descriptor's number.
    var descriptor: Int32? {
        switch self {
        case .word, .descriptor: number.flatMap { Int32(exactly: $0) }
        default: nil
        }
    }

    /// What `-y` tells about the descriptor.
    var decoration: [UInt8]? { if case .descriptor(_, let decoration) = self { decoration } else { nil } }

    /// The value as strace wrote it, for what is not taken apart.
    var text: String {
        switch self {
        case .word(let word): word
        case .string(let bytes, let isCut): CText.literal(bytes) + (isCut ? "..." : "")
        case .descriptor(let word, _): word
        case .structure(let values): "{" + Self.joined(values) + "}"
        case .array(let values): "[" + Self.joined(values) + "]"
        case .call(let name, let values): "\(name)(\(Self.joined(values)))"
        case .field(let name, let value): "\(name)=\(value.text)"
        case .change(let before, let after): "\(before.text) => \(after.text)"
        }
    }

    /// How many members of a structure are shown that is not taken apart.
    private static let shownMembers = 16

    private static func joined(_ values: [StraceValue]) -> String {
        values.prefix(shownMembers).map(\.text).joined(separator: ", ") + (values.count > shownMembers ? ", ..." : "")
    }
}
