import Language

/// Changing the line.
extension LineEditor {
    /// The longest entry in bytes of UTF-8; what would make one longer is refused. As long as an entry of a script.
    static let longestEntry = 16 << 20

    /// Replaces the line with another.
    func replace(with new: EditedLine) {
        guard fits(new.text.utf8.count) else { return }
        line = new.moved(to: new.cursor)
    }

    /// Inserts text at the cursor.
    func insert(_ text: String) {
        guard !text.isEmpty, fits(line.text.utf8.count + text.utf8.count) else { return }
        line.insert(text)
    }

    private func fits(_ count: Int) -> Bool {
        if count <= Self.longestEntry || count <= line.text.utf8.count { return true }
        post(StyledText("an entry can have at most 16 MiB; larger data is sent from a file: @FILE", .notice))
        return false
    }

    /// Moves the cursor to an offset in the line's UTF-8.
    func moveCursor(to offset: Int) { line = line.moved(to: offset) }

    /// What happened between two keys: a change for undo, a list that no longer fits the line.
    func noteChange() {
        undo.note(line)
        if let menu, menu.line != line { self.menu = nil }
    }

    func takeBack() {
        undo.note(line)
        if let earlier = undo.back() { replace(with: earlier) }
    }

    func redo() {
        undo.note(line)
        if let later = undo.forth() { replace(with: later) }
    }
}
