/// Moving and deleting by grapheme clusters, in entries of several lines.
extension LineEditor {
    func left() {
        let line = line
        if let previous = line.head.indices.last {
            moveCursor(to: line.text.utf8.distance(from: line.text.startIndex, to: previous))
        }
    }

    func right() {
        let line = line
        if line.isAtEnd { return takeSuggestion() }
        if let character = line.tail.first { moveCursor(to: line.cursor + character.utf8.count) }
    }

    func wordRight() {
        let line = line
        if line.isAtEnd {
            guard let suggestion = suggestion(for: line) else { return }
            return insert(EditedLine(suggestion).between(0, EditedLine.wordEnd(in: suggestion[...])))
        }
        moveCursor(to: line.wordEnd)
    }

    func wordLeft() { moveCursor(to: line.wordStart) }

    func toEntryEnd() { moveCursor(to: line.text.utf8.count) }

    func toLineStart() {
        moveCursor(to: line.lineStart)
    }

    func toLineEnd() {
        let line = line
        if line.isAtEnd { return takeSuggestion() }
        moveCursor(to: line.lineEnd)
    }

    func deleteBackward() {
        let line = line
        guard let character = line.head.last else { return }
        // A combining mark is deleted by itself, so that a wrong accent can be corrected; everything else by cluster.
        let marks = character.unicodeScalars.dropFirst()
        let single =
            !marks.isEmpty
            && marks.allSatisfy {
                $0.properties.generalCategory == .nonspacingMark && !$0.properties.isVariationSelector
            }
        let length = single ? marks.last.map { String($0).utf8.count } ?? 0 : character.utf8.count
        replace(with: line.replacing((line.cursor - length)..<line.cursor, with: ""))
    }

    func deleteForward() {
        let line = line
        guard let character = line.tail.first else { return }
        replace(with: line.replacing(line.cursor..<(line.cursor + character.utf8.count), with: ""))
    }

    /// `^T`: exchanges the characters on both sides of the cursor; at the end of a line, the last two.
    func transpose() {
        let line = line.cursor == line.lineEnd ? line.onCharacter : line
        guard line.cursor > line.lineStart, let last = line.head.last, let next = line.tail.first else { return }
        let start = line.cursor - last.utf8.count
        let range = start..<(line.cursor + next.utf8.count)
        replace(with: line.replacing(range, with: String(next) + String(last)))
    }

    /// Moves one line up or down, to the same column if there is one. False if there is no such line.
    func moveLine(by step: Int) -> Bool {
        let line = line
        let lines = line.text.split(separator: "\n", omittingEmptySubsequences: false)
        let headLines = line.head.split(separator: "\n", omittingEmptySubsequences: false)
        let target = headLines.count - 1 + step
        guard lines.indices.contains(target) else { return false }
        let column = headLines.last?.count ?? 0
        let before = lines[..<target].reduce(0) { $0 + $1.utf8.count + 1 }
        moveCursor(to: before + lines[target].prefix(column).utf8.count)
        return true
    }
}
