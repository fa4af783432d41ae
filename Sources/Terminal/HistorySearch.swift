/// ^R: the newest entry with a text in it, while the text is typed.
struct HistorySearch {
    /// The line before the search.
    let original: EditedLine
    private(set) var pattern = ""
    private var found: Int?
    private var entry: String?
    private var failed = false

    init(original: EditedLine) {
        self.original = original
    }

    /// The line that the search has come to.
    var shown: EditedLine {
        guard let entry else { return original }
        let start = entry.range(of: pattern)?.lowerBound ?? entry.startIndex
        return EditedLine(entry, cursor: entry[..<start].utf8.count)
    }

    /// Where in the history it stands.
    var place: Int? { found }

    var prompt: StyledText {
        let state = failed ? StyledText("not in the history", .warning) : StyledText("history", .promptState)
        return state + StyledText(" ‘\(pattern)’: ")
    }

    /// Where the pattern stands.
    var spans: [StyledSpan] {
        guard entry != nil, !pattern.isEmpty else { return [] }
        let start = shown.cursor
        return [StyledSpan(start..<(start + pattern.utf8.count), .match)]
    }

    /// Looks again with another pattern.
    mutating func look(for pattern: String, in history: History) {
        self.pattern = pattern
        find(in: history, before: found.map { $0 + 1 } ?? history.entries.count)
        if failed { find(in: history, before: history.entries.count) }
    }

    /// The next older one with the same pattern.
    mutating func older(in history: History) {
        find(in: history, before: found ?? history.entries.count)
    }

    /// The next newer one with the same pattern.
    mutating func newer(in history: History) {
        guard let found, let next = history.first(after: found, where: { $0.range(of: pattern) != nil }) else {
            failed = true
            return
        }
        take(next, from: history)
    }

    private mutating func find(in history: History, before index: Int) {
        guard !pattern.isEmpty else {
            (found, entry, failed) = (nil, nil, false)
            return
        }
        // An entry equal to what is shown already would look as if nothing had happened.
        guard let next = history.last(before: index, where: { $0.range(of: pattern) != nil }) else {
            failed = true
            return
        }
        take(next, from: history)
    }

    private mutating func take(_ index: Int, from history: History) {
        (found, entry, failed) = (index, history.entries[index], false)
    }
}

extension String {
    /// The first place of a text; byte by byte, so that 10,000 entries are searched between two keys.
    func range(of text: String) -> Range<String.Index>? {
        if text.isEmpty { return startIndex..<startIndex }
        let (mine, wanted) = (utf8, text.utf8)
        guard let first = wanted.first else { return nil }
        var start = mine.startIndex
        while let candidate = mine[start...].firstIndex(of: first) {
            if mine[candidate...].starts(with: wanted) {
                return candidate..<mine.index(candidate, offsetBy: wanted.count)
            }
            start = mine.index(after: candidate)
        }
        return nil
    }
}
