/// Data as offset, hexadecimal and ASCII, sixteen bytes to a line.
public enum Hexdump {
    /// How many bytes are shown unless all are wanted.
    public static let usualLimit = 512

    private static let digits = Array("0123456789abcdef")

    /// The lines; if the data is longer than `limit` a last one says how much is left out.
    ///
    /// - Parameter total: how long the data was, if only its beginning is at hand.
    public static func lines(_ bytes: [UInt8], limit: Int = usualLimit, total: Int? = nil) -> [String] {
        let shown = min(bytes.count, max(limit, 0))
        var lines = stride(from: 0, to: shown, by: 16).map { offset in
            line(bytes[offset..<min(offset + 16, shown)], at: offset)
        }
        let count = max(total ?? bytes.count, bytes.count)
        if count > shown { lines.append("... \(count - shown) more of \(count) bytes") }
        return lines
    }

    private static func line(_ bytes: ArraySlice<UInt8>, at offset: Int) -> String {
        let number = String(offset, radix: 16)
        var text = String(repeating: "0", count: max(8 - number.count, 0)) + number + " "
        for column in 0..<16 {
            if column == 8 { text += " " }
            let place = bytes.startIndex + column
            guard place < bytes.endIndex else {
                text += "   "
                continue
            }
            text.append(" ")
            text.append(digits[Int(bytes[place] >> 4)])
            text.append(digits[Int(bytes[place] & 15)])
        }
        text += "  |"
        for byte in bytes { text.append(byte >= 0x20 && byte < 0x7f ? Character(Unicode.Scalar(byte)) : ".") }
        return text + "|"
    }
}
