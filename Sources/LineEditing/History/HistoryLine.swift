/// One entry as one line of the history file.
///
/// Most entries are written as they are, so that the file can be read and searched. An entry that cannot be (it has
/// line feeds or other control characters) becomes a line that begins with a tab, its control characters and
/// backslashes escaped: `\n`, `\\`, `\x1b`.
enum HistoryLine {
    /// Longer lines are taken for damage.
    static let limit = 1 << 20

    static func encode(_ entry: String) -> String {
        guard entry.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return entry }
        var line = "\t"
        for scalar in entry.unicodeScalars {
            switch scalar {
            case "\n": line += "\\n"
            case "\\": line += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                line += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// The entry, or nil if the line is invalid: not UTF-8, with control characters, too long, wrongly escaped.
    static func decode(_ bytes: some Collection<UInt8>) -> String? {
        guard bytes.count <= limit, let line = String(validating: bytes, as: UTF8.self) else { return nil }
        guard line.first == "\t" else {
            return line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? nil : line
        }
        return unescape(line.dropFirst())
    }

    private static func unescape(_ text: Substring) -> String? {
        var entry = ""
        var rest = text.unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                entry.unicodeScalars.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "n": entry += "\n"
            case "\\": entry += "\\"
            case "x":
                guard rest.count >= 2, let value = UInt32(String(rest.prefix(2)), radix: 16) else { return nil }
                guard let control = Unicode.Scalar(value) else { return nil }
                entry.unicodeScalars.append(control)
                rest.removeFirst(2)
            default: return nil
            }
        }
        return entry
    }
}
