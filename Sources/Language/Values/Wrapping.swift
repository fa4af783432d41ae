extension String {
    /// The line, broken at spaces into parts of at most `width` columns; a longer word stays whole, and there is always
    /// room for at least 20 columns. `head` precedes the first part, spaces of the same width precede the others;
    /// leading spaces of the line are repeated on each. A line that fits is unchanged.
    public func wrapped(width: Int, behind head: String = "") -> [String] {
        let hang = String(repeating: " ", count: DisplayWidth.of(head))
        let room = max(width - hang.count, 20)
        guard DisplayWidth.of(self) > room else { return [head + self] }
        let indent = String(prefix { $0 == " " })
        var parts: [String] = []
        var part = indent
        var columns = indent.count
        for word in split(separator: " ").map(String.init) {
            let wide = DisplayWidth.of(word)
            if columns > indent.count, columns + 1 + wide > room {
                parts.append(part)
                (part, columns) = (indent, indent.count)
            }
            if columns > indent.count { (part, columns) = (part + " ", columns + 1) }
            (part, columns) = (part + word, columns + wide)
        }
        parts.append(part)
        return parts.enumerated().map { ($0.offset == 0 ? head : hang) + $0.element }
    }

    /// The text in at most `width` columns; if it is longer, its beginning and an ellipsis, as far as that fits.
    public func cut(to width: Int, ellipsis: String = "…") -> String {
        guard DisplayWidth.of(self) > width else { return self }
        var kept = ""
        var room = width - DisplayWidth.of(ellipsis)
        for character in self {
            room -= DisplayWidth.of(character)
            if room < 0 { break }
            kept.append(character)
        }
        return width < DisplayWidth.of(ellipsis) ? "" : kept + ellipsis
    }

    /// Line feeds as CR LF, for a terminal that does not translate them itself.
    public var lineEndingsForTerminal: String {
        contains("\n") ? split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : self
    }
}
