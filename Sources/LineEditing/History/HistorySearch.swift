import Language

/// ^R: the newest entry that contains a text, searched as it is typed.
struct HistorySearch {
    /// The line before the search.
    let original: EditedLine
    private(set) var pattern = SearchPattern("")
    private var found: Int?
    private var entry: String?
    private var failed = false

    init(original: EditedLine) {
        self.original = original
    }

    /// The line that the search has reached.
    var shown: EditedLine {
        guard let entry else { return original }
        let start = pattern.range(in: entry)?.lowerBound ?? entry.startIndex
        return EditedLine(entry, cursor: entry[..<start].utf8.count)
    }

    /// Its position in the history.
    var place: Int? { found }

    var prompt: StyledText {
        let state = failed ? StyledText("not in the history", .warning) : StyledText("history", .promptState)
        return state + StyledText(" ‘\(pattern.text)’: ")
    }

    /// Where the pattern matches.
    var spans: [StyledSpan] {
        guard let entry, let place = pattern.range(in: entry), !place.isEmpty else { return [] }
        let start = entry[..<place.lowerBound].utf8.count
        return [StyledSpan(start..<(start + entry[place].utf8.count), .match)]
    }

    /// Searches again with another pattern.
    mutating func look(for text: String, in history: History) {
        pattern = SearchPattern(text)
        find(in: history, before: found.map { $0 + 1 } ?? history.entries.count)
        if failed { find(in: history, before: history.entries.count) }
    }

    /// The next older match of the same pattern.
    mutating func older(in history: History) {
        find(in: history, before: found ?? history.entries.count)
    }

    /// The next newer match of the same pattern.
    mutating func newer(in history: History) {
        guard let found, let next = history.first(after: found, where: pattern.matches) else {
            failed = true
            return
        }
        take(next, from: history)
    }

    private mutating func find(in history: History, before index: Int) {
        guard !pattern.text.isEmpty else {
            (found, entry, failed) = (nil, nil, false)
            return
        }
        // An entry equal to what is already shown would look as if nothing had happened.
        guard let next = history.last(before: index, where: pattern.matches) else {
            failed = true
            return
        }
        take(next, from: history)
    }

    private mutating func take(_ index: Int, from history: History) {
        (found, entry, failed) = (index, history.entries[index], false)
    }
}
