/// ^R.
extension LineEditor {
    /// Searches until a key that is no part of the search; that key then does what it always does.
    func searchHistory() {
        search = HistorySearch(original: line)
        defer { search = nil }
        while let scalar = nextScalar() {
            switch scalar {
            case "\u{12}": search?.older(in: history)
            case "\u{13}": search?.newer(in: history)
            case "\u{8}", "\u{7f}": look(for: String((search?.pattern ?? "").dropLast()))
            case "\u{7}": return
            case "\u{1b}":
                if input.isEmpty { waitForBytes(milliseconds: 30) }
                return finishSearch(input.isEmpty ? "" : "\u{1b}")
            case _ where scalar.value < 0x20: return finishSearch(String(scalar))
            default: look(for: (search?.pattern ?? "") + String(scalar))
            }
        }
    }

    /// Takes the next older or newer entry with the pattern of the last search.
    func searchAgain(older: Bool) {
        guard !lastPattern.isEmpty else { return }
        let place = walk.flatMap { $0.shown == line.text ? $0.index : nil } ?? history.entries.count
        let fits = { [lastPattern] (entry: String) in entry.range(of: lastPattern) != nil }
        let found = older ? history.last(before: place, where: fits) : history.first(after: place, where: fits)
        guard let found else { return }
        let entry = history.entries[found]
        let original = walk.flatMap { $0.shown == line.text ? $0.original : nil } ?? line
        walk = HistoryWalk(original: original, index: found, shown: entry)
        replace(with: EditedLine(entry))
    }

    private func look(for pattern: String) {
        search?.look(for: pattern, in: history)
    }

    private func finishSearch(_ key: String) {
        if let search {
            lastPattern = search.pattern
            replace(with: search.shown)
            walk = search.place.map { HistoryWalk(original: search.original, index: $0, shown: search.shown.text) }
        }
        input.putBack(key)
    }
}
