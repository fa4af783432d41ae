import Sockets

/// Literals of C. Whatever is in the data, nothing of it can end the literal, nor be a trigraph.
enum CLiteral {
    /// A string literal. Octal escapes have three digits and no more, so a digit after one stays what it is.
    static func string(_ bytes: some Sequence<UInt8>) -> String { "\"" + bytes.map(byte).joined() + "\"" }

    private static func byte(_ byte: UInt8) -> String {
        switch byte {
        case 0x0a: return "\\n"
        case 0x0d: return "\\r"
        case 0x09: return "\\t"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "?"): return "\\" + String(UnicodeScalar(byte))
        case 0x20..<0x7f: return String(UnicodeScalar(byte))
        default:
            let digits = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
    }

    /// Bytes as the elements of an array, in lines.
    static func elements(_ bytes: [UInt8]) -> [String] {
        pieces(bytes, of: 12).map { line in line.map { "0x" + twoDigits($0) + "," }.joined(separator: " ") }
    }

    /// A constant; the number if the headers may not have the name.
    static func constant(_ constant: Program.Constant) -> String {
        let names = constant.names.joined(separator: " | ")
        if !constant.isInHeaders { return "\(constant.number) /* \(names) */" }
        return names.isEmpty ? String(constant.number) : names
    }
}
