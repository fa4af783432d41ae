/// A token of a line in another programming language.
enum ForeignToken: Hashable {
    /// An identifier or a keyword.
    case name(String)
    /// A number, or an address of numbers and dots.
    case number(String)
    /// A string or character literal.
    case text(ForeignText)
    /// An operator or a bracket.
    case sign(String)
}

/// A string literal, its escapes resolved; what an f-string or a template literal substitutes is kept as text.
struct ForeignText: Hashable {
    /// A piece of it.
    enum Piece: Hashable {
        case bytes([UInt8])
        case expression(String)
    }

    var pieces: [Piece]
    /// Whether it has a letter before its quote, as in Python.
    var isPrefixed = false
}

/// Splits a line of C, Python, JavaScript, Go and their like into tokens; comments are left out.
struct ForeignLexer {
    /// How many bytes of a line are read.
    static let limit = 2000

    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The tokens of a line; nil if something in it is of no such language.
    static func tokens(of line: some Sequence<UInt8>) -> [ForeignToken]? {
        var lexer = ForeignLexer(Array(line.prefix(limit)))
        var tokens: [ForeignToken] = []
        while lexer.skipsToNext() {
            guard let token = lexer.token() else { return nil }
            tokens.append(token)
        }
        return tokens
    }

    private func byte(_ offset: Int = 0) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }

    private func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    /// Skips blanks and comments; false at the end.
    private mutating func skipsToNext() -> Bool {
        while place < bytes.count {
            if byte() == UInt8(ascii: " ") || (9...13).contains(byte()) {
                place += 1
            } else if byte() == UInt8(ascii: "$"), isNameByte(byte(1)), !isDigit(byte(1)) {
                // A variable of PHP or of this shell.
                place += 1
            } else if byte() == UInt8(ascii: "#") || starts("//") {
                return false
            } else if starts("/*") {
                repeat { place += 1 } while place < bytes.count && !starts("*/")
                place = min(place + 2, bytes.count)
            } else {
                return true
            }
        }
        return false
    }

    private mutating func token() -> ForeignToken? {
        if let text = text() { return .text(text) }
        if isDigit(byte()) || byte() == UInt8(ascii: ".") && isDigit(byte(1)) { return .number(number()) }
        if isNameByte(byte()) || byte() >= 0x80 { return .name(name()) }
        return sign()
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private mutating func name() -> String {
        let start = place
        while isNameByte(byte()) || byte() >= 0x80 { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// A number without the suffixes and underscores that other languages allow in it.
    private mutating func number() -> String {
        let start = place
        while isNameByte(byte()) || byte() == UInt8(ascii: ".") && isDigit(byte(1)) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self).filter { $0 != "_" }
        if text.lowercased().hasPrefix("0x") { return text }
        let digits = text.prefix { $0.isNumber || $0 == "." }
        return digits.isEmpty ? text : String(digits)
    }

    /// The signs of more than one character, the longest first.
    private static let signs = [
        "...", "===", "!==", "**=", ":=", "=>", "->", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=", "*=",
        "/=", "|=", "<<", ">>", "::", "**",
    ]

    private mutating func sign() -> ForeignToken? {
        let sign = Self.signs.first(where: starts) ?? String(decoding: [byte()], as: UTF8.self)
        guard sign.count > 1 || "()[]{},.:;=<>+-*/%&|!?~^@".contains(sign) else { return nil }
        place += sign.utf8.count
        return .sign(sign)
    }
}

extension ForeignLexer {
    /// The string literal here; nil if there is none.
    private mutating func text() -> ForeignText? {
        var start = place
        while start < min(place + 2, bytes.count), "bBuUfFrRL".utf8.contains(bytes[start]) { start += 1 }
        guard start < bytes.count, "\"'`".utf8.contains(bytes[start]) else { return nil }
        let prefix = String(decoding: bytes[place..<start], as: UTF8.self).lowercased()
        let quote = bytes[start]
        let isTriple = bytes[start...].starts(with: [quote, quote, quote])
        place = start + (isTriple ? 3 : 1)
        var reader = Reader(quote, count: isTriple ? 3 : 1, prefix: prefix)
        while place < bytes.count, !reader.ends(bytes, at: place) { take(&reader) }
        place = min(place + (isTriple ? 3 : 1), bytes.count)
        reader.text.isPrefixed = !prefix.isEmpty
        return reader.text
    }

    /// What is read of a string literal.
    private struct Reader {
        let quote: UInt8
        let count: Int
        let isRaw: Bool
        /// The bracket that begins a substituted expression, after a dollar sign in a template literal.
        let substitutes: Bool
        var text = ForeignText(pieces: [])

        init(_ quote: UInt8, count: Int, prefix: String) {
            (self.quote, self.count) = (quote, count)
            isRaw = prefix.contains("r")
            substitutes = prefix.contains("f") || quote == UInt8(ascii: "`")
        }

        func ends(_ bytes: [UInt8], at place: Int) -> Bool {
            bytes[place...].starts(with: [UInt8](repeating: quote, count: count))
        }

        mutating func append(_ more: [UInt8]) {
            if case .bytes(let before)? = text.pieces.last {
                text.pieces[text.pieces.count - 1] = .bytes(before + more)
            } else {
                text.pieces.append(.bytes(more))
            }
        }
    }

    private mutating func take(_ reader: inout Reader) {
        if byte() == UInt8(ascii: "\\"), !reader.isRaw { return reader.append(escape()) }
        let isTemplate = reader.quote == UInt8(ascii: "`")
        let opening = isTemplate ? "${" : "{"
        guard reader.substitutes, starts(opening), !starts("{{") else {
            if reader.substitutes, !isTemplate, starts("{{") || starts("}}") { place += 1 }
            reader.append([byte()])
            place += 1
            return
        }
        place += opening.utf8.count
        let start = place
        while place < bytes.count, byte() != UInt8(ascii: "}") { place += 1 }
        let inside = String(decoding: bytes[start..<place], as: UTF8.self)
        place = min(place + 1, bytes.count)
        // What follows a colon or an exclamation mark is Python's format.
        let expression = isTemplate ? inside : String(inside.prefix { $0 != ":" && $0 != "!" })
        reader.text.pieces.append(.expression(expression))
    }

    /// The bytes of the escape here, as C, Python and JavaScript have them.
    private mutating func escape() -> [UInt8] {
        place += 1
        let letter = byte()
        place += 1
        switch letter {
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "x"): return [UInt8(truncatingIfNeeded: value(digits: 2))]
        case UInt8(ascii: "u"): return Unicode.Scalar(UInt32(value(digits: 4))).map { Array(String($0).utf8) } ?? []
        case UInt8(ascii: "0"): return [0]
        default: return [letter]
        }
    }

    /// The number that at most this many hexadecimal digits make.
    private mutating func value(digits: Int) -> Int {
        var value = 0
        for _ in 0..<digits {
            guard let digit = hexDigit(byte()) else { break }
            value = value << 4 | Int(digit)
            place += 1
        }
        return value
    }
}
