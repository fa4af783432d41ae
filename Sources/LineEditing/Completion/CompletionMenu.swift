import Language

/// The list of candidates below the line, through which Tab cycles.
struct CompletionMenu {
    let completions: Completions
    /// The line before anything was chosen.
    let original: EditedLine
    /// The line as the menu left it. Once it differs, the menu is over.
    private(set) var line: EditedLine
    private var chosen: Int?
    private var page = 0
    private var perPage = 1

    init(_ completions: Completions, line: EditedLine) {
        self.completions = completions
        original = line
        self.line = line
    }

    var isChosen: Bool { chosen != nil }

    /// Chooses the next (or, with -1, the previous), wrapping around, and returns the line with it.
    mutating func choose(_ step: Int) -> EditedLine {
        let count = completions.candidates.count
        let next = chosen.map { ($0 + step + count) % count } ?? (step > 0 ? min(page * perPage, count - 1) : count - 1)
        chosen = next
        page = next / perPage
        line = original.replacing(completions.range, with: completions.candidates[next].text)
        return line
    }

    /// Turns pages; if a candidate was chosen, the first one of the new page becomes the choice.
    mutating func turn(_ step: Int) -> EditedLine {
        let pages = (completions.candidates.count + perPage - 1) / perPage
        page = max(0, min(pages - 1, page + step))
        guard chosen != nil else { return line }
        chosen = nil
        return choose(1)
    }

    /// The line with the choice as if it had been the only candidate.
    var taken: EditedLine? {
        guard let chosen else { return nil }
        return original.completing(completions.range, with: completions.candidates[chosen])
    }

    /// The page as rows of the screen.
    mutating func rows(columns: Int, height: Int) -> [StyledText] {
        let candidates = completions.candidates
        let layout = CompletionColumns(candidates, columns: columns, height: height)
        let needsPages = candidates.count > height * layout.count
        perPage = max(1, (needsPages ? height - 1 : height) * layout.count)
        page = chosen.map { $0 / perPage } ?? min(page, (candidates.count - 1) / perPage)
        let shown = (page * perPage)..<min(candidates.count, (page + 1) * perPage)
        var rows = layout.rows(shown, chosen: chosen)
        if needsPages {
            let keys = columns < 60 ? "" : " · Tab chooses, PgDn and PgUp turn pages"
            rows.append(
                StyledText("\(shown.lowerBound + 1)–\(shown.upperBound) of \(candidates.count)\(keys)", .dim).prefix(
                    columns: columns
                )
            )
        }
        return rows
    }
}
