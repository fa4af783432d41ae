/// The escapes of double-quoted text: read here, written by ``quote(_:)``.
enum Escape {
    /// Reads the escape whose backslash stands at `start`: what it stands for, and where it ends.
    static func read(_ text: [UInt8], at start: Int) throws(SyntaxError) -> (bytes: [UInt8], end: Int) {
        guard start + 1 < text.count else { throw SyntaxError(.openQuote, Span(start, start + 1)) }
        switch text[start + 1] {
        case UInt8(ascii: "n"): return ([0x0a], start + 2)
        case UInt8(ascii: "r"): return ([0x0d], start + 2)
        case UInt8(ascii: "t"): return ([0x09], start + 2)
        case UInt8(ascii: "0"): return ([0], start + 2)
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): return ([text[start + 1]], start + 2)
        case UInt8(ascii: "\n"): return ([], start + 2)
        case UInt8(ascii: "x"): return try hexadecimal(text, at: start)
        case UInt8(ascii: "u"): return try scalar(text, at: start)
        default:
            let end = min(start + 2, text.count)
            throw SyntaxError(.unknownEscape(String(decoding: text[start..<end], as: UTF8.self)), Span(start, end))
        }
    }

    private static func hexadecimal(_ text: [UInt8], at start: Int) throws(SyntaxError) -> ([UInt8], Int) {
        guard start + 3 < text.count, let high = hexDigit(text[start + 2]), let low = hexDigit(text[start + 3]) else {
            throw malformed(text, start, min(start + 4, text.count))
        }
        return ([high << 4 | low], start + 4)
    }

    private static func scalar(_ text: [UInt8], at start: Int) throws(SyntaxError) -> ([UInt8], Int) {
        let open = start + 2
        guard open < text.count, text[open] == UInt8(ascii: "{"),
            let close = text[open...].prefix(10).firstIndex(of: UInt8(ascii: "}")),
            let number = UInt32(String(decoding: text[open + 1..<close], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(number)
        else { throw malformed(text, start, min(start + 3, text.count)) }
        return (Array(String(Character(scalar)).utf8), close + 1)
    }

    private static func malformed(_ text: [UInt8], _ start: Int, _ end: Int) -> SyntaxError {
        SyntaxError(.malformedEscape(String(decoding: text[start..<end], as: UTF8.self)), Span(start, end))
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
