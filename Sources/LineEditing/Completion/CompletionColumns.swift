import Language

/// Lays candidates out in columns, each with its short description. Pure.
struct CompletionColumns {
    /// How many are shown side by side.
    let count: Int

    private let candidates: [Completions.Candidate]
    private let textWidth: Int
    private let cellWidth: Int
    private let ellipsis: String

    /// A layout of candidates; if there are at most `height`, each gets a row, so that their whole descriptions fit.
    init(
        _ candidates: [Completions.Candidate],
        columns: Int,
        height: Int = 5,
        alphabet: Alphabet = Alphabet(isTerminal: true)
    ) {
        self.candidates = candidates
        ellipsis = alphabet == .ascii ? "..." : "…"
        let widths = candidates.map { DisplayWidth.of(VisibleText.of($0.label, keepingLines: false)) }
        let abouts = candidates.map { DisplayWidth.of(VisibleText.of($0.about, keepingLines: false)) }
        let text = min(widths.max() ?? 0, max(1, columns - 1))
        let longest = abouts.max() ?? 0
        let about =
            candidates.count <= height ? min(longest, max(columns - text - 3, 0)) : min(longest, Self.usualAbout)
        let cell = min(text + (about > 0 ? 2 + about : 0), columns - 1)
        textWidth = text
        count = max(1, (columns + 1) / (cell + 2))
        // What is left of the row goes to truncated descriptions.
        cellWidth = about < longest ? max(cell, min(text + 2 + longest, (columns + 1) / count - 2)) : cell
    }

    /// How much room a description gets at first when there are many.
    private static let usualAbout = 32

    /// The rows that show a range of the candidates, filled column by column.
    func rows(_ range: Range<Int>, chosen: Int?) -> [StyledText] {
        let height = (range.count + count - 1) / count
        return (0..<height).map { row in
            var text = StyledText()
            for column in 0..<count {
                let index = range.lowerBound + column * height + row
                guard range.contains(index) else { break }
                if column > 0 { text.append("  ") }
                text.append(cell(candidates[index], isChosen: index == chosen))
            }
            return text
        }
    }

    private func cell(_ candidate: Completions.Candidate, isChosen: Bool) -> StyledText {
        let name = StyledText(VisibleText.of(candidate.label, keepingLines: false), isChosen ? .selected : .plain)
        var text = name.prefix(columns: textWidth)
        let room = cellWidth - textWidth - 2
        if room > 0 {
            text.append(padding(to: textWidth + 2, from: text))
            let about = VisibleText.of(candidate.about, keepingLines: false)
            text.append(cut(StyledText(about, .dim), columns: room))
        }
        text.append(padding(to: cellWidth, from: text))
        return text
    }

    private func cut(_ about: StyledText, columns: Int) -> StyledText {
        guard DisplayWidth.of(about.text) > columns else { return about }
        let room = columns - DisplayWidth.of(ellipsis)
        return room > 0 ? about.prefix(columns: room) + StyledText(ellipsis, .dim) : StyledText()
    }

    private func padding(to width: Int, from text: StyledText) -> StyledText {
        StyledText(String(repeating: " ", count: max(0, width - DisplayWidth.of(text.text))))
    }
}
