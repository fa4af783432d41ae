/// Data and texts as C source writes them, always safe to show on a terminal.
public enum CText {
    /// How many characters of data are shown.
    static let shownCharacters = 32

    /// Bytes as a C string literal; if there are many, the first of them and the full length.
    public static func literal(_ bytes: [UInt8], count: Int? = nil) -> String {
        var place = 0
        var shown = 0
        var text = "\""
        while place < bytes.count, shown < shownCharacters {
            let length = visibleLength(bytes, at: place)
            if length > 0 {
                text += String(decoding: bytes[place..<place + length], as: UTF8.self)
                place += length
            } else {
                let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                text += escape(bytes[place], before: next)
                place += 1
            }
            shown += 1
        }
        let total = max(count ?? bytes.count, bytes.count)
        return text + (place < total ? "\"... /* \(total) bytes */" : "\"")
    }

    /// A whole text as a C string literal.
    public static func literal(_ text: String) -> String { literal(Array(text.utf8)) }

    /// Names joined as C joins flags; each safe to show.
    public static func word(_ text: String) -> String { Quoting.oneLine(text) }

    /// The length in bytes of the character at a place, if it shows as itself and needs no escape; else 0.
    private static func visibleLength(_ bytes: [UInt8], at place: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 { return byte >= 0x20 && byte < 0x7f && byte != 0x22 && byte != 0x5c ? 1 : 0 }
        let length =
            switch byte {
            case 0xc2...0xdf: 2
            case 0xe0...0xef: 3
            case 0xf0...0xf4: 4
            default: 0
            }
        guard length > 0, place + length <= bytes.count,
            let text = String(validating: bytes[place..<place + length], as: UTF8.self),
            let scalar = text.unicodeScalars.first, Quoting.isVisible(scalar)
        else { return 0 }
        return length
    }

    /// A byte as an escape sequence: octal, as in strace, because C's hexadecimal ones absorb the following digits.
    private static func escape(_ byte: UInt8, before next: UInt8) -> String {
        switch byte {
        case 0x22: return "\\\""
        case 0x5c: return "\\\\"
        case 0x0a: return "\\n"
        case 0x0d: return "\\r"
        case 0x09: return "\\t"
        default:
            let digits = String(byte, radix: 8)
            let isAlone = !(0x30...0x37).contains(next)
            return "\\" + (isAlone ? "" : String(repeating: "0", count: 3 - digits.count)) + digits
        }
    }
}
