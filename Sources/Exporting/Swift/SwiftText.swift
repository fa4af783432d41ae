import Language

/// Literals of Swift. Whatever is in the data, nothing of it can end the literal or be an interpolation.
enum SwiftText {
    /// A string literal.
    static func string(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case _ where Quoting.isVisible(scalar): literal.unicodeScalars.append(scalar)
            default: literal += "\\u{" + String(scalar.value, radix: 16) + "}"
            }
        }
        return literal + "\""
    }

    /// Bytes: as the bytes of a string if they are UTF-8, else one by one.
    static func bytes(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return "Array(\(string(text)).utf8)" }
        return "[" + bytes.map { "0x" + twoDigits($0) }.joined(separator: ", ") + "] as [UInt8]"
    }

    /// A constant as an Int32.
    static func constant(_ constant: Program.Constant) -> String {
        guard !constant.names.isEmpty else { return String(constant.number) }
        guard constant.isInHeaders else {
            return "\(constant.number) /* \(constant.names.joined(separator: " | ")) */"
        }
        return constant.names.map { isPlain($0) ? $0 : "number(\($0))" }.joined(separator: " | ")
    }

    /// Whether a constant is an Int32 on every system.
    static func isPlain(_ name: String) -> Bool {
        name.hasPrefix("AF_") || name.hasPrefix("SO_") || name == "SOL_SOCKET"
    }
}
