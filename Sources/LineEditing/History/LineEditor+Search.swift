/// ^R.
extension LineEditor {
    /// Searches until a key that is not part of the search; that key then does what it always does.
    func searchHistory() {
        search = HistorySearch(original: line)
        defer { search = nil }
        while let key = nextKey() {
            // Ctrl-Z has ended the search meanwhile.
            guard search != nil else { return input.putBack(key.text) }
            switch key {
            case .character("\u{12}"): search?.older(in: history)
            case .character("\u{13}"): search?.newer(in: history)
            case .character("\u{8}"), .character("\u{7f}"): look(for: String((search?.pattern.text ?? "").dropLast()))
            case .character("\u{7}"): return
            case .character(let scalar) where scalar.value >= 0x20:
                look(for: (search?.pattern.text ?? "") + String(scalar))
            case .escape: return finishSearch()
            case .character, .sequence:
                finishSearch()
                return input.putBack(key.text)
            }
        }
    }

    /// Takes the next older or newer entry with the pattern of the last search.
    func searchAgain(older: Bool) {
        guard !lastPattern.text.isEmpty else { return }
        let place = walk.flatMap { $0.shown == line.text ? $0.index : nil } ?? history.entries.count
        let fits = lastPattern.matches
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

    /// Leaves the entry that was found in the line.
    func finishSearch() {
        guard let search else { return }
        lastPattern = search.pattern
        replace(with: search.shown)
        walk = search.place.map { HistoryWalk(original: search.original, index: $0, shown: search.shown.text) }
        self.search = nil
    }
}
