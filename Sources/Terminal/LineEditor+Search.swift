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

    private func look(for pattern: String) {
        search?.look(for: pattern, in: history)
    }

    private func finishSearch(_ key: String) {
        if let search { replace(with: search.shown) }
        input.putBack(key)
    }
}
