/// The history in the line.
extension LineEditor {
    /// ↑: the list's previous choice, the line above, or the last entry that begins like the line.
    func up() {
        if menu?.isChosen == true { return chooseBack() }
        if walk?.shown != line.text {
            if moveLine(by: -1) { return }
            walk = HistoryWalk(original: line, index: history.entries.count, shown: line.text)
        }
        guard let walk, let found = history.last(before: walk.index, where: { matches($0, walk) }) else { return }
        show(history.entries[found], at: found)
    }

    /// ↓: the other way.
    func down() {
        if menu != nil { return complete() }
        guard let walk, walk.shown == line.text else {
            _ = moveLine(by: 1)
            return
        }
        if let found = history.first(after: walk.index, where: { matches($0, walk) }) {
            show(history.entries[found], at: found)
        } else {
            replace(with: walk.original)
            self.walk = nil
        }
    }

    private func matches(_ entry: String, _ walk: HistoryWalk) -> Bool {
        entry != walk.shown && entry.utf8.starts(with: walk.original.text.utf8)
    }

    private func show(_ entry: String, at index: Int) {
        replace(with: EditedLine(entry))
        walk?.index = index
        walk?.shown = entry
    }

    /// How the newest entry that begins like the line continues.
    func suggestion(for line: EditedLine) -> String? {
        guard style.mode == .full, !line.text.isEmpty, line.isAtEnd, walk?.shown != line.text else { return nil }
        let length = line.text.utf8.count
        let found = history.entries.last { $0.utf8.count > length && $0.utf8.starts(with: line.text.utf8) }
        return found.flatMap { String($0.utf8.dropFirst(length)) }
    }

    /// → at the end of the line.
    func takeSuggestion() {
        if let suggestion = suggestion(for: line) { insert(suggestion) }
    }
}
