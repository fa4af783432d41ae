/// Makes characters visible that would otherwise act on the terminal or be invisible.
public enum VisibleText {
    /// The text with every control character, direction override and stray line break spelled out: `^[` for ESC,
    /// `\u{9b}` for CSI. With `keepingLines`, line feeds stay and a tab becomes four spaces.
    public static func of(_ text: String, keepingLines: Bool) -> String {
        if text.unicodeScalars.allSatisfy({ !acts($0) }) { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if keepingLines && scalar == "\n" {
                shown.unicodeScalars.append(scalar)
            } else if keepingLines && scalar == "\t" {
                shown += "    "
            } else if !(keepingLines && scalar == "\r") {
                shown += of(scalar)
            }
        }
        return shown
    }

    /// One scalar as it may be shown.
    public static func of(_ scalar: Unicode.Scalar) -> String {
        guard acts(scalar) else { return String(Character(scalar)) }
        if scalar.value < 0x20, let letter = Unicode.Scalar(scalar.value + 0x40) { return "^\(Character(letter))" }
        if scalar.value == 0x7F { return "^?" }
        return "\\u{\(String(scalar.value, radix: 16))}"
    }

    /// One character as it may be shown on the line being edited.
    public static func of(_ character: Character) -> String {
        character.unicodeScalars.contains(where: acts)
            ? character.unicodeScalars.map { of($0) }.joined() : String(character)
    }

    /// Whether a terminal would obey this scalar instead of showing it, or reorder others.
    public static func acts(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x20, 0x7F..<0xA0: true
        case 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C: true
        default: false
        }
    }
}
