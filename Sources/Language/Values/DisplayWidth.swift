/// The width of a text in terminal columns.
///
/// It has its own tables because `wcwidth` depends on the locale. A cluster counts as the sum of its scalars, as in
/// xterm, tmux and every terminal that follows `wcwidth`.
public enum DisplayWidth {
    /// Columns for one scalar: 0 for a combining mark, 2 for a wide one, else 1. Control characters count as 0: they
    /// must already have been made visible.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
        if isZero(scalar) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    /// Columns for one character, a cluster of scalars.
    public static func of(_ character: Character) -> Int {
        character.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// Columns for a text without line breaks.
    public static func of(_ text: String) -> Int {
        if text.hasOnly({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    private static func isZero(_ scalar: Unicode.Scalar) -> Bool {
        if (0x1160...0x11FF).contains(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x1100 { return false }
        // Regional indicators: a pair makes a flag two columns wide.
        if (0x1F1E6...0x1F1FF).contains(value) { return false }
        return wide.contains { $0.contains(value) } || scalar.properties.isEmojiPresentation
    }

    /// East Asian Width W and F (Unicode, EastAsianWidth.txt), by block; emoji are found by their own property.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
    ]
}
