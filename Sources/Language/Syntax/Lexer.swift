/// Splits an entry into tokens. It never fails: errors inside a word are found by the ``WordReader`` when the word is
/// read. It allocates nothing, so a script's reader can use it to find the end of an entry.
public enum Lexer {
    /// Every token of a text, including blanks and comments, but not the end.
    public static func tokens(of text: some Sequence<UInt8>) -> [Token] {
        Array(text).withUnsafeBufferPointer { bytes in
            var tokens: [Token] = []
            var place = 0
            while place < bytes.count {
                let token = token(in: bytes, at: place)
                tokens.append(token)
                place = token.span.end
            }
            return tokens
        }
    }

    /// The token at a place; the end if nothing is left.
    static func token(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Token {
        guard start < bytes.count else { return Token(.end, start, start) }
        switch bytes[start] {
        case UInt8(ascii: "\n"): return Token(.newline, start, start + 1)
        case UInt8(ascii: ";"): return Token(.semicolon, start, start + 1)
        case UInt8(ascii: "{"): return Token(.openBrace, start, start + 1)
        case UInt8(ascii: "}"): return Token(.closeBrace, start, start + 1)
        case UInt8(ascii: "#"): return Token(.comment, start, lineFeed(in: bytes, from: start))
        case UInt8(ascii: "&") where endsWord(bytes, at: start + 1): return Token(.ampersand, start, start + 1)
        default: break
        }
        let blanks = blanksEnd(in: bytes, from: start)
        return blanks > start ? Token(.blank, start, blanks) : word(in: bytes, at: start)
    }

    private static func lineFeed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        return place
    }

    /// Where the blanks at a place end.
    private static func blanksEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
            case UInt8(ascii: "\\"):
                guard let end = Escape.lineEnd(bytes, at: place + 1) else { return place }
                place = end
            default: return place
            }
        }
        return place
    }

    /// The word at a place, or its continuation inside a quote.
    static func word(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, inside open: UInt8? = nil) -> Token {
        var traits: Token.Traits = []
        var place = start
        if let open { place = closing(open, in: bytes, from: start, &traits) }
        while true {
            while place < bytes.count, isPlain(bytes[place]) { place += 1 }
            guard !endsWord(bytes, at: place) else { return Token(.word, start, place, traits) }
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): place = closing(byte, in: bytes, from: place, &traits)
            case UInt8(ascii: "$"): traits.insert(.variables)
            case 0, 0x80...: traits.insert(.otherBytes)
            default: break
            }
        }
    }

    /// The ASCII characters that end a word or are not plain text in it, as bits: `\0 \t \n \r " $ & ' ;` and the space
    /// below 64, `{ }` above.
    private static let special: (low: UInt64, high: UInt64) = (0x0800_00d5_0000_2601, 0x2800_0000_0000_0000)

    /// Whether the byte is plain text anywhere in a word: nearly all are, so this is a fast lookup.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? special.low : special.high) &>> UInt64(byte & 63) & 1 == 0
    }

    /// The place after the closing quote, or the end of the text.
    private static func closing(
        _ quote: UInt8,
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        _ traits: inout Token.Traits
    ) -> Int {
        traits.insert(.quotes)
        let hasEscapes = quote == UInt8(ascii: "\"")
        if let end = quoteEnd(quote, in: bytes, from: start, hasEscapes: hasEscapes) { return end }
        traits.insert(hasEscapes ? .openDoubleQuote : .openSingleQuote)
        return bytes.count
    }

    /// The place after the closing quote; nil if there is none.
    static func quoteEnd(
        _ quote: UInt8,
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        hasEscapes: Bool
    ) -> Int? {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == quote { return place }
            if byte == UInt8(ascii: "\\"), hasEscapes { place += 1 }
        }
        return nil
    }

    /// Whether no word can continue at this place.
    static func endsWord(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place < bytes.count else { return true }
        switch bytes[place] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"),
            UInt8(ascii: "{"), UInt8(ascii: "}"):
            return true
        case UInt8(ascii: "&"):
            return place + 1 >= bytes.count
                || bytes[place + 1] != UInt8(ascii: "&") && endsWord(bytes, at: place + 1)
        default:
            return false
        }
    }
}
