/// Text within XML and HTML.
public enum Markup {
    /// Text with the five characters that mean something as entities (XML 1.0 section 4.6; `&#39;` since HTML 4 has no
    /// `&apos;`).
    ///
    /// - Parameter other: what replaces any other character.
    public static func escaped(_ scalars: some Sequence<Unicode.Scalar>, _ other: (Unicode.Scalar) -> Unicode.Scalar?)
        -> String
    {
        var escaped = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case "\"": escaped += "&quot;".unicodeScalars
            case "'": escaped += "&#39;".unicodeScalars
            default: if let shown = other(scalar) { escaped.append(shown) }
            }
        }
        return String(escaped)
    }
}
