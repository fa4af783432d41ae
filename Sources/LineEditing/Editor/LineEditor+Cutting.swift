/// Killing and yanking. Kills end at the end of the cursor's line; at its very end they take the line feed.
extension LineEditor {
    /// Whether the previous key was a cut too, so that this one joins it.
    private var followsCut: Bool {
        if case .cut? = previous?.kind { true } else { false }
    }

    func cutToLineEnd() {
        let line = line
        cut(to: line.cursor == line.lineEnd ? line.cursor + 1 : line.lineEnd)
    }

    func cutToLineStart() {
        let line = line
        cut(to: line.cursor == line.lineStart ? line.cursor - 1 : line.lineStart)
    }

    func cutEntry() {
        let line = line
        moveCursor(to: line.text.utf8.count)
        cut(to: 0)
    }

    func cutWord() {
        let line = line
        cut(to: line.cursor == line.lineEnd ? line.wordEnd : min(line.wordEnd, line.lineEnd))
    }

    func cutWordBack() { cutBack(to: \.wordStart) }

    func cutBlankWordBack() { cutBack(to: \.blankWordStart) }

    private func cutBack(to place: KeyPath<EditedLine, Int>) {
        let line = line
        let start = line[keyPath: place]
        cut(to: line.cursor == line.lineStart ? start : max(start, line.lineStart))
    }

    /// Cuts from the cursor to an offset on either side.
    private func cut(to offset: Int) {
        let line = line
        let end = min(max(offset, 0), line.text.utf8.count)
        defer { chain = KeyChain(kind: .cut, line: self.line) }
        guard end != line.cursor else { return }
        kills.cut(line.between(line.cursor, end), end > line.cursor ? .forward : .backward, joins: followsCut)
        replace(with: line.replacing(min(line.cursor, end)..<max(line.cursor, end), with: ""))
    }

    func yank() {
        let start = line.cursor
        guard let text = kills.yank() else { return }
        insert(text)
        chain = KeyChain(kind: .yank(start: start), line: line)
    }

    /// Replaces what was just yanked with the cut before it.
    func yankPop() {
        guard case .yank(let start)? = previous?.kind, let text = kills.yankPop() else { return }
        let line = line
        replace(with: line.replacing(start..<line.cursor, with: text))
        chain = KeyChain(kind: .yank(start: start), line: self.line)
    }

    /// The last word of the previous entry; repeated, of the one before that.
    func insertLastWord() {
        let line = line
        var (start, place) = (line.cursor, history.entries.count)
        if case .lastWord(let before, let entry)? = previous?.kind { (start, place) = (before, entry) }
        guard let found = history.last(before: place, where: { hooks.lastWord($0) != nil }),
            let word = hooks.lastWord(history.entries[found])
        else {
            chain = previous
            return
        }
        replace(with: line.replacing(start..<line.cursor, with: word))
        chain = KeyChain(kind: .lastWord(start: start, entry: found), line: self.line)
    }

    func changeWord(_ change: (String) -> String) { replace(with: line.changingWord(change)) }
}
