/// Reads strace's notation of values. Whatever is in the bytes, it goes forward and ends.
struct StraceScanner {
    /// How deep values may be nested.
    static let depthLimit = 48

    private let bytes: [UInt8]
    private(set) var place: Int

    /// A scanner of the bytes from a place on.
    init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// The byte at the place; 0 at the end.
    var next: UInt8 { place < bytes.count ? bytes[place] : 0 }
    /// Whether all was read.
    var isAtEnd: Bool { place >= bytes.count }

    private func byte(_ ahead: Int) -> UInt8 { place + ahead < bytes.count ? bytes[place + ahead] : 0 }

    /// Whether a text is here.
    func stands(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { place + $0.count <= bytes.count && bytes[place..<place + $0.count].elementsEqual($0) }
    }

    /// Goes on by so many bytes.
    mutating func skip(_ count: Int) { place = min(place + count, bytes.count) }

    /// Goes past blanks and comments.
    mutating func skipBlanks() {
        while !isAtEnd {
            if next == 0x20 || next == 0x09 {
                place += 1
            } else if stands("/*") {
                place += 2
                while !isAtEnd, !stands("*/") { place += 1 }
                skip(2)
            } else {
                return
            }
        }
    }

    /// The values up to a closing bracket, which is taken too; nil if it does not come.
    mutating func list(until end: UInt8, depth: Int = 0) -> [StraceValue]? {
        guard depth < Self.depthLimit else { return nil }
        var values: [StraceValue] = []
        while true {
            skipBlanks()
            guard !isAtEnd else { return nil }
            if next == end {
                place += 1
                return values
            }
            if next == UInt8(ascii: ",") {
                place += 1
                continue
            }
            if stands("=>"), let last = values.popLast() {
                place += 2
                guard let after = value(depth: depth) else { return nil }
                values.append(Self.changed(last, after))
                continue
            }
            guard let value = value(depth: depth) else { return nil }
            values.append(value)
        }
    }

    private static func changed(_ before: StraceValue, _ after: StraceValue) -> StraceValue {
        if case .field(let name, let value) = before { return .field(name, .change(value, after)) }
        return .change(before, after)
    }

    /// The next value; nil if what is open does not end.
    mutating func value(depth: Int = 0) -> StraceValue? {
        guard depth < Self.depthLimit else { return nil }
        skipBlanks()
        switch next {
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "@") where byte(1) == UInt8(ascii: "\""):
            place += 1
            return string().map { .call("@", [$0]) }
        case UInt8(ascii: "{"):
            place += 1
            return list(until: UInt8(ascii: "}"), depth: depth + 1).map { .structure($0) }
        case UInt8(ascii: "["):
            place += 1
            return list(until: UInt8(ascii: "]"), depth: depth + 1).map { .array($0) }
        default: return named(depth: depth)
        }
    }

    /// A word, and what belongs to it: a decoration, arguments, a field's value.
    private mutating func named(depth: Int) -> StraceValue? {
        let word = word()
        switch next {
        case UInt8(ascii: "<") where !word.isEmpty && word != "|":
            guard let decoration = decoration() else { return nil }
            return .descriptor(word, decoration: decoration)
        case UInt8(ascii: "("):
            place += 1
            return list(until: UInt8(ascii: ")"), depth: depth + 1).map { .call(word, $0) }
        case UInt8(ascii: "=") where !word.isEmpty && byte(1) != UInt8(ascii: ">"):
            place += 1
            return value(depth: depth + 1).map { .field(word, $0) }
        default:
            guard word.isEmpty, !isAtEnd else { return .word(word) }
            if next == UInt8(ascii: "<") {
                return decoration().map { .word("<" + String(decoding: $0, as: UTF8.self) + ">") }
            }
            // A closing bracket of another kind, or a sign that means nothing here: a word of its own.
            place += 1
            return .word(String(decoding: [bytes[place - 1]], as: UTF8.self))
        }
    }

    /// A run of characters that mean nothing to the notation.
    mutating func word() -> String {
        let start = place
        while !isAtEnd {
            switch next {
            case 0x00...0x20, UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
                UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "="), UInt8(ascii: "\""):
                return String(decoding: bytes[start..<place], as: UTF8.self)
            case UInt8(ascii: "<"):
                guard byte(1) == UInt8(ascii: "<") else { return String(decoding: bytes[start..<place], as: UTF8.self) }
                place += 2
            default: place += 1
            }
        }
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    /// What `-y` writes after a descriptor, without its outer `<` and `>`. In a path strace escapes both; in a
    /// socket's addresses `->` is an arrow, and a name is in quotes.
    private mutating func decoration() -> [UInt8]? {
        let start = place + 1
        let isPath = byte(1) == UInt8(ascii: "/")
        var depth = 0
        while !isAtEnd {
            switch next {
            case UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: "\"") where !isPath:
                guard string() != nil else { return nil }
                continue
            case UInt8(ascii: ">") where isPath || bytes[place - 1] != UInt8(ascii: "-"):
                depth -= 1
                if depth == 0 {
                    place += 1
                    let end = place - 1
                    if stands("(deleted)") { place += 9 }
                    return Array(bytes[start..<end])
                }
            default: break
            }
            place += 1
        }
        return nil
    }

    /// Bytes in quotes, with C's escapes.
    private mutating func string() -> StraceValue? {
        place += 1
        var content: [UInt8] = []
        while !isAtEnd {
            switch next {
            case UInt8(ascii: "\""):
                place += 1
                let isCut = stands("...")
                if isCut { place += 3 }
                return .string(content, isCut: isCut)
            case UInt8(ascii: "\\"):
                place += 1
                content.append(escaped())
            default:
                content.append(next)
                place += 1
            }
        }
        return nil
    }

    /// The byte of an escape whose backslash was read.
    private mutating func escaped() -> UInt8 {
        let letter = next
        if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(letter) { return digits(radix: 8, most: 3) }
        place += 1
        switch letter {
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "v"): return 0x0b
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "a"): return 0x07
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "x"): return digits(radix: 16, most: 2)
        default: return letter
        }
    }

    private mutating func digits(radix: Int, most: Int) -> UInt8 {
        var number = 0
        var count = 0
        while count < most, let digit = Character(Unicode.Scalar(next)).hexDigitValue, digit < radix {
            number = number * radix + digit
            place += 1
            count += 1
        }
        return UInt8(truncatingIfNeeded: number)
    }
}
