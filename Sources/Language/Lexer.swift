/// What the parser reads.
struct Token: Sendable {
    enum Kind: Sendable {
        case argument([ArgumentSyntax.Part])
        case newline
        case semicolon
        case ampersand
        case openBrace
        case closeBrace
        case end
    }

    let kind: Kind
    let span: Span
}

/// Turns bytes into tokens, one at a time.
struct Lexer {
    let text: [UInt8]
    private(set) var offset = 0

    init(_ text: [UInt8]) { self.text = text }

    /// The next token; `end` again and again at the end.
    mutating func next() throws(SyntaxError) -> Token {
        skipBlanks()
        guard offset < text.count else { return Token(kind: .end, span: Span(offset, offset)) }
        switch text[offset] {
        case UInt8(ascii: "\n"): return single(.newline)
        case UInt8(ascii: ";"): return single(.semicolon)
        case UInt8(ascii: "{"): return single(.openBrace)
        case UInt8(ascii: "}"): return single(.closeBrace)
        case UInt8(ascii: "&") where endsWord(at: offset + 1): return single(.ampersand)
        default: return try argument()
        }
    }

    private mutating func single(_ kind: Token.Kind) -> Token {
        offset += 1
        return Token(kind: kind, span: Span(offset - 1, offset))
    }

    /// Passes over spaces, a comment, and a backslash at the end of a line.
    private mutating func skipBlanks() {
        while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                offset += 1
            case UInt8(ascii: "\\"):
                guard let end = Escape.lineEnd(text, at: offset + 1) else { return }
                offset = end
            case UInt8(ascii: "#"):
                while offset < text.count, text[offset] != UInt8(ascii: "\n") { offset += 1 }
            default:
                return
            }
        }
    }

    private mutating func argument() throws(SyntaxError) -> Token {
        let start = offset
        var parts: [ArgumentSyntax.Part] = []
        while !endsWord(at: offset) {
            switch text[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): parts.append(.quoted(try quoted()))
            case UInt8(ascii: "$"): parts.append(try variable())
            default: parts.append(.word(try word()))
            }
        }
        return Token(kind: .argument(parts), span: Span(start, offset))
    }

    private mutating func word() throws(SyntaxError) -> String {
        let start = offset
        var isASCII = true
        while !endsWord(at: offset) {
            let byte = text[offset]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "$") { break }
            if byte == 0 { throw SyntaxError(.nulByte, Span(offset, offset + 1)) }
            if byte >= 0x80 { isASCII = false }
            offset += 1
        }
        return isASCII ? String(decoding: text[start..<offset], as: UTF8.self) : try checked(start..<offset)
    }

    private func checked(_ range: Range<Int>) throws(SyntaxError) -> String {
        guard let string = String(validating: text[range], as: UTF8.self) else {
            throw SyntaxError(.invalidUTF8, Span(range.lowerBound, range.upperBound))
        }
        return string
    }

    /// `$NAME`, `$1`, each with fields behind dots.
    private mutating func variable() throws(SyntaxError) -> ArgumentSyntax.Part {
        let start = offset
        offset += 1
        let name = identifier(orNumber: true)
        guard !name.isEmpty else { throw SyntaxError(.nameExpected, Span(start, offset)) }
        var fields: [String] = []
        while offset + 1 < text.count, text[offset] == UInt8(ascii: "."), isNameByte(text[offset + 1]) {
            offset += 1
            fields.append(identifier(orNumber: true))
        }
        return .variable(name: name, fields: fields)
    }

    private mutating func identifier(orNumber: Bool) -> String {
        let start = offset
        while offset < text.count, isNameByte(text[offset]) { offset += 1 }
        return String(decoding: text[start..<offset], as: UTF8.self)
    }

    private mutating func quoted() throws(SyntaxError) -> [UInt8] {
        let start = offset
        let quote = text[offset]
        var bytes: [UInt8] = []
        offset += 1
        while offset < text.count {
            let byte = text[offset]
            if byte == quote {
                offset += 1
                return bytes
            }
            if byte == 0 { throw SyntaxError(.nulByte, Span(offset, offset + 1)) }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), offset + 1 < text.count {
                let (escaped, end) = try Escape.read(text, at: offset)
                bytes += escaped
                offset = end
            } else if byte >= 0x80 {
                bytes += try nonASCII().utf8
            } else {
                bytes.append(byte)
                offset += 1
            }
        }
        throw SyntaxError(.openQuote, Span(start, start + 1))
    }

    private mutating func nonASCII() throws(SyntaxError) -> String {
        let start = offset
        while offset < text.count, text[offset] >= 0x80 { offset += 1 }
        return try checked(start..<offset)
    }

    /// Whether no word can go on at this place.
    private func endsWord(at place: Int) -> Bool {
        guard place < text.count else { return true }
        switch text[place] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"),
            UInt8(ascii: "{"), UInt8(ascii: "}"):
            return true
        case UInt8(ascii: "&"):
            return place + 1 >= text.count || text[place + 1] != UInt8(ascii: "&") && endsWord(at: place + 1)
        default:
            return false
        }
    }
}

/// Whether a name can hold the byte.
func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
    default:
        false
    }
}

extension String {
    /// Whether the text can name a variable or a socket: letters, digits and `_`, not beginning with a digit.
    public var isName: Bool {
        guard let first = utf8.first, first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else { return false }
        return hasOnly(isNameByte)
    }

    /// Whether each byte of its UTF-8 is of a kind. Every word of every line is asked, so the bytes are looked at where
    /// they lie.
    func hasOnly(_ isWanted: (UInt8) -> Bool) -> Bool {
        var text = self
        return text.withUTF8 { bytes in
            for byte in bytes where !isWanted(byte) { return false }
            return true
        }
    }
}
