/// Reads JSON: RFC 8259.
struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    /// How deeply arrays and objects may be nested; nothing in a journal comes near.
    private static let deepest = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether only blanks are left.
    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return place == bytes.count
        }
    }

    /// The value that begins here.
    mutating func value(depth: Int) throws(JSONNode.Malformed) -> JSONNode {
        guard depth < Self.deepest, let byte = next() else { throw JSONNode.Malformed() }
        switch byte {
        case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    /// The next byte that is no blank; it stays.
    private mutating func next() -> UInt8? {
        if place < bytes.count, bytes[place] > 0x20 { return bytes[place] }
        skipBlanks()
        return place < bytes.count ? bytes[place] : nil
    }

    /// Takes a byte if it is next.
    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: byte) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ byte: Unicode.Scalar) throws(JSONNode.Malformed) {
        guard take(byte) else { throw JSONNode.Malformed() }
    }

    private mutating func members(depth: Int) throws(JSONNode.Malformed) -> [JSONMember] {
        var members: [JSONMember] = []
        place += 1
        if take("}") { return members }
        repeat {
            guard next() == UInt8(ascii: "\"") else { throw JSONNode.Malformed() }
            let key = try text()
            try expect(":")
            members.append(JSONMember(key: key, value: try value(depth: depth)))
        } while take(",")
        try expect("}")
        return members
    }

    private mutating func elements(depth: Int) throws(JSONNode.Malformed) -> [JSONNode] {
        var elements: [JSONNode] = []
        place += 1
        if take("]") { return elements }
        repeat { elements.append(try value(depth: depth)) } while take(",")
        try expect("]")
        return elements
    }

    private mutating func word(_ word: StaticString, _ node: JSONNode) throws(JSONNode.Malformed) -> JSONNode {
        let isThere = word.withUTF8Buffer { word in
            place + word.count <= bytes.count && bytes[place..<(place + word.count)].elementsEqual(word)
        }
        guard isThere else { throw JSONNode.Malformed() }
        place += word.utf8CodeUnitCount
        return node
    }

    private mutating func number() throws(JSONNode.Malformed) -> JSONNode {
        let start = place
        var isWhole = true
        while place < bytes.count {
            switch bytes[place] {
            case 0x30...0x39, UInt8(ascii: "-"): break
            case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
            default: return try number(bytes[start..<place], isWhole)
            }
            place += 1
        }
        return try number(bytes[start..<place], isWhole)
    }

    private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>, _ isWhole: Bool) throws(JSONNode.Malformed)
        -> JSONNode
    {
        let text = String(decoding: digits, as: UTF8.self)
        if isWhole {
            if let number = Int(text) { return .integer(number) }
            if let number = UInt64(text) { return .unsigned(number) }
        }
        guard let first = digits.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
            let number = Double(text), number.isFinite
        else { throw JSONNode.Malformed() }
        return .real(number)
    }
}

extension JSONParser {
    /// The text whose quote is next.
    private mutating func text() throws(JSONNode.Malformed) -> String {
        place += 1
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") {
            guard bytes[place] >= 0x20 else { throw JSONNode.Malformed() }
            place += 1
        }
        guard place < bytes.count else { throw JSONNode.Malformed() }
        if bytes[place] == UInt8(ascii: "\"") {
            defer { place += 1 }
            return try string(bytes[start..<place])
        }
        return try string(escaped(from: start)[...])
    }

    private func string(_ bytes: some Collection<UInt8>) throws(JSONNode.Malformed) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw JSONNode.Malformed() }
        return text
    }

    /// The bytes of a text with escapes in it, up to its quote.
    private mutating func escaped(from start: Int) throws(JSONNode.Malformed) -> [UInt8] {
        var text = Array(bytes[start..<place])
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw JSONNode.Malformed()
            default: text.append(byte)
            }
        }
        throw JSONNode.Malformed()
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONNode.Malformed) {
        guard place < bytes.count else { throw JSONNode.Malformed() }
        let letter = bytes[place]
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += String(try scalar()).utf8
        default: throw JSONNode.Malformed()
        }
    }

    /// `\uXXXX`, or two of them for a scalar beyond the first 65,536.
    private mutating func scalar() throws(JSONNode.Malformed) -> Character {
        var code = try unit()
        if (0xD800..<0xDC00).contains(code) {
            guard take("\\"), take("u") else { throw JSONNode.Malformed() }
            let low = try unit()
            guard (0xDC00..<0xE000).contains(low) else { throw JSONNode.Malformed() }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw JSONNode.Malformed() }
        return Character(scalar)
    }

    private mutating func unit() throws(JSONNode.Malformed) -> UInt32 {
        guard place + 4 <= bytes.count else { throw JSONNode.Malformed() }
        let digits = bytes[place..<(place + 4)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw JSONNode.Malformed() }
        place += 4
        return code
    }
}
