/// The escapes in double-quoted text: read here, written by ``Quoting/quote(_:)``.
enum Escape {
    /// Reads the escape whose backslash, not the last byte, is at `start`: returns its bytes and where it ends.
    static func read(_ text: UnsafeBufferPointer<UInt8>, at start: Int) throws(SyntaxError) -> (
        bytes: [UInt8], end: Int
    ) {
        if let end = lineEnd(text, at: start + 1) { return ([], end) }
        switch text[start + 1] {
        case UInt8(ascii: "n"): return ([0x0a], start + 2)
        case UInt8(ascii: "r"): return ([0x0d], start + 2)
        case UInt8(ascii: "t"): return ([0x09], start + 2)
        case UInt8(ascii: "0"): return ([0], start + 2)
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): return ([text[start + 1]], start + 2)
        case UInt8(ascii: "x"): return try hexadecimal(text, at: start)
        case UInt8(ascii: "u"): return try scalar(text, at: start)
        default:
            // The whole character, however many bytes it has.
            let end = text[(start + 2)...].prefix(3).firstIndex { $0 & 0xc0 != 0x80 } ?? min(start + 5, text.count)
            throw SyntaxError(.unknownEscape(String(decoding: text[start..<end], as: UTF8.self)), Span(start, end))
        }
    }

    /// The end of the line ending, LF or CRLF, at `place`; nil if there is none.
    static func lineEnd(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
        let isReturn = place < text.count && text[place] == UInt8(ascii: "\r")
        let feed = isReturn ? place + 1 : place
        return feed < text.count && text[feed] == UInt8(ascii: "\n") ? feed + 1 : nil
    }

    private static func hexadecimal(_ text: UnsafeBufferPointer<UInt8>, at start: Int) throws(SyntaxError) -> (
        [UInt8], Int
    ) {
        let digits = text[(start + 2)...].prefix(2).compactMapPrefix(hexDigit)
        guard digits.count == 2 else { throw malformed(text, start, start + 2 + digits.count) }
        return ([digits[0] << 4 | digits[1]], start + 4)
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at start: Int) throws(SyntaxError) -> ([UInt8], Int)
    {
        let open = start + 2
        guard open < text.count, text[open] == UInt8(ascii: "{") else { throw malformed(text, start, open) }
        let digits = text[(open + 1)...].prefix(8).compactMapPrefix(hexDigit)
        let close = open + 1 + digits.count
        guard close < text.count, text[close] == UInt8(ascii: "}") else { throw malformed(text, start, close) }
        let number = digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1) }
        guard !digits.isEmpty, let scalar = Unicode.Scalar(number) else { throw malformed(text, start, close + 1) }
        return (Array(String(Character(scalar)).utf8), close + 1)
    }

    private static func malformed(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> SyntaxError {
        SyntaxError(.malformedEscape(String(decoding: text[start..<end], as: UTF8.self)), Span(start, end))
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// The transformed elements up to the first that `transform` rejects.
    fileprivate func compactMapPrefix(_ transform: (UInt8) -> UInt8?) -> [UInt8] {
        var results: [UInt8] = []
        for byte in self {
            guard let result = transform(byte) else { break }
            results.append(result)
        }
        return results
    }
}

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
