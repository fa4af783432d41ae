/// Text that can be typed back and is safe to show on a terminal.
public enum Quoting {
    /// Bytes as a double-quoted literal: what is invisible, or could affect a terminal, is escaped.
    public static func quote(_ bytes: some Sequence<UInt8>) -> String {
        var text = "\""
        escape(bytes, into: &text) { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case "\0": "\\0"
            default: nil
            }
        }
        return text + "\""
    }

    /// A word as it must be typed: bare if the lexer reads it back whole, else quoted. A leading `=` would make it an
    /// assignment to the word before it.
    public static func word(_ text: String) -> String {
        guard !text.isEmpty, text.utf8.first != UInt8(ascii: "=") else { return quote(text.utf8) }
        if text.hasOnly(isWordByte) { return text }
        let isPlain = text.hasOnly { $0 >= 0x80 || isWordByte($0) }
        let isOwn = isPlain && isVisible(text) && !text.unicodeScalars.contains { Lookalike.meant(by: $0) != nil }
        return isOwn ? text : quote(text.utf8)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*")...UInt8(ascii: ":"), UInt8(ascii: "<")...UInt8(ascii: "["),
            UInt8(ascii: "]")...UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default:
            false
        }
    }

    /// `@NAME` as it must be typed: quotes, if the name needs them, come after the `@`.
    public static func file(_ name: [UInt8]) -> String {
        let quoted = quote(name)
        guard let text = String(validating: name, as: UTF8.self), !text.isEmpty else { return "@" + quoted }
        return "@" + (word("@" + text) == "@" + text ? text : quoted)
    }

    /// Text for reading: line ends (including protocols' CR LF) and tabs are kept; anything else that could affect a
    /// terminal is escaped.
    public static func printable(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        var hasReturn = false
        escape(bytes, into: &text) { scalar in
            defer { hasReturn = scalar == "\r" }
            let before = hasReturn && scalar != "\n" ? "\\r" : ""
            switch scalar {
            case "\r": return before
            case "\n", "\t": return before + String(scalar)
            default: return before.isEmpty ? nil : before + (isVisible(scalar) ? String(scalar) : escaped(scalar))
            }
        }
        return hasReturn ? text + "\\r" : text
    }

    /// Text of any origin as it may be written to a terminal: ``printable(_:)``, at no cost for what is plain ASCII.
    public static func harmless(_ text: String) -> String {
        text.hasOnly { $0 >= 0x20 && $0 < 0x7f || $0 == 0x0a || $0 == 0x09 } ? text : printable(text.utf8)
    }

    /// Text for one line: everything that could affect a terminal, including line ends, is escaped.
    public static func oneLine(_ text: String) -> String {
        if text.hasOnly({ $0 >= 0x20 && $0 < 0x7f }) { return text }
        var line = ""
        escape(text.utf8, into: &line) { scalar in
            switch scalar {
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            default: nil
            }
        }
        return line
    }

    private static func isVisible(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isVisible) }

    private static func escape(
        _ bytes: some Sequence<UInt8>,
        into text: inout String,
        _ special: (Unicode.Scalar) -> String?
    ) {
        var iterator = bytes.makeIterator()
        var decoder = ScalarDecoder()
        var count = 0
        while let piece = decoder.next(&iterator) {
            count += 1
            if count & 0xFFF == 0, Interruption.endsThis { return }
            switch piece {
            case .scalar(let scalar):
                if let escaped = special(scalar) {
                    text += escaped
                } else if isVisible(scalar) {
                    text.unicodeScalars.append(scalar)
                } else {
                    text += escaped(scalar)
                }
            case .byte(let byte):
                text += hexEscape(byte)
            }
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x80 ? hexEscape(UInt8(scalar.value)) : "\\u{" + String(scalar.value, radix: 16) + "}"
    }

    private static func hexEscape(_ byte: UInt8) -> String {
        "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    /// Whether a scalar shows as itself and does nothing else: not a control, format or private-use character, a line
    /// or paragraph separator, or unassigned.
    public static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7f { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return false
        default: return true
        }
    }
}

/// Decodes scalars from bytes, and yields invalid bytes one by one.
struct ScalarDecoder {
    enum Piece {
        case scalar(Unicode.Scalar)
        case byte(UInt8)
    }

    private var pending: [UInt8] = []

    mutating func next(_ iterator: inout some IteratorProtocol<UInt8>) -> Piece? {
        if pending.isEmpty {
            guard let byte = iterator.next() else { return nil }
            if byte < 0x80 { return .scalar(Unicode.Scalar(byte)) }
            pending = [byte]
        }
        let needed = Self.length(pending[0])
        while pending.count < needed, let byte = iterator.next() { pending.append(byte) }
        if pending[0] < 0x80 { return .scalar(Unicode.Scalar(pending.removeFirst())) }
        if needed > 1, pending.count >= needed,
            let text = String(validating: pending.prefix(needed), as: UTF8.self),
            let scalar = text.unicodeScalars.first
        {
            pending.removeFirst(needed)
            return .scalar(scalar)
        }
        return .byte(pending.removeFirst())
    }

    private static func length(_ lead: UInt8) -> Int {
        switch lead {
        case 0xc2...0xdf: 2
        case 0xe0...0xef: 3
        case 0xf0...0xf4: 4
        default: 1
        }
    }
}
