import Language
import Views

/// Lays possibilities out in columns, each with its word of description. Pure.
struct CompletionColumns {
    /// How many stand side by side.
    let count: Int

    private let candidates: [Completions.Candidate]
    private let textWidth: Int
    private let cellWidth: Int

    init(_ candidates: [Completions.Candidate], columns: Int) {
        self.candidates = candidates
        let widths = candidates.map { DisplayWidth.of(VisibleText.of($0.text, keepingLines: false)) }
        let abouts = candidates.map { DisplayWidth.of(VisibleText.of($0.about, keepingLines: false)) }
        let text = min(widths.max() ?? 0, max(1, columns - 1))
        // A few have a row each, and all that can be said of them fits.
        let about = min(abouts.max() ?? 0, candidates.count <= 5 ? max(columns - text - 3, 0) : 32)
        let cell = text + (about > 0 ? 2 + about : 0)
        textWidth = text
        cellWidth = min(cell, columns - 1)
        count = max(1, (columns + 1) / (cellWidth + 2))
    }

    /// The rows that show a range of the possibilities, filled column by column.
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
        let name = StyledText(VisibleText.of(candidate.text, keepingLines: false), isChosen ? .selected : .plain)
        var text = name.prefix(columns: textWidth)
        let room = cellWidth - textWidth - 2
        if room > 0 {
            text.append(padding(to: textWidth + 2, from: text))
            let about = VisibleText.of(candidate.about, keepingLines: false)
            text.append(StyledText(about, .dim).prefix(columns: room))
        }
        text.append(padding(to: cellWidth, from: text))
        return text
    }

    private func padding(to width: Int, from text: StyledText) -> StyledText {
        StyledText(String(repeating: " ", count: max(0, width - DisplayWidth.of(text.text))))
    }
}
