extension StyledText {
    /// The text broken at blanks into lines of at most `width` columns, after `head`; further lines are indented as wide as
    /// that is. Code of less than half a line stays in one piece, so that it reads as it is typed.
    public func wrapped(width: Int, behind head: StyledText = StyledText()) -> [StyledText] {
        let hang = StyledText(String(repeating: " ", count: DisplayWidth.of(head.text)))
        let room = max(width - hang.text.count, 20)
        guard DisplayWidth.of(text) > room else { return [head + self] }
        var lines: [StyledText] = []
        var line = StyledText()
        var columns = 0
        for word in words(unbroken: room / 2) {
            let wide = DisplayWidth.of(word.text)
            if columns > 0, columns + 1 + wide > room {
                lines.append(line)
                (line, columns) = (StyledText(), 0)
            }
            if columns > 0 {
                line.append(" ", line.pieces.last?.role == word.gap ? word.gap : .plain)
                columns += 1
            }
            line.append(word.pieces)
            columns += wide
        }
        lines.append(line)
        return lines.enumerated().map { ($0.offset == 0 ? head : hang) + $0.element }
    }

    /// A word between blanks, and the role of the blank before it.
    private struct Word {
        var pieces = StyledText()
        var gap = Role.plain
        var text: String { pieces.text }
    }

    private func words(unbroken limit: Int) -> [Word] {
        var words: [Word] = []
        var isOpen = false
        for piece in pieces {
            let isWhole = piece.role == .code && DisplayWidth.of(piece.text) <= limit
            let parts =
                isWhole ? [Substring(piece.text)] : piece.text.split(separator: " ", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { isOpen = false }
                if part.isEmpty { continue }
                if !isOpen { words.append(Word(gap: index > 0 ? piece.role : .plain)) }
                words[words.count - 1].pieces.append(String(part), piece.role)
                isOpen = true
            }
        }
        return words
    }
}
