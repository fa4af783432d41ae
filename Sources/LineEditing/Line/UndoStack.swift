/// The line's earlier forms, and those that were undone.
struct UndoStack {
    private var earlier: [EditedLine] = []
    private var later: [EditedLine] = []
    private var current = EditedLine()
    private var typing = false

    /// Records the line's current form. Letters typed one after the other are undone together, up to a space.
    mutating func note(_ line: EditedLine) {
        defer { current = line }
        guard line.text != current.text else {
            if line.cursor != current.cursor { typing = false }
            return
        }
        later = []
        let added = line.text.utf8.count - current.text.utf8.count
        let isTyped = added > 0 && line.cursor == current.cursor + added
        let hasSpace =
            isTyped && line.text[line.index(at: current.cursor)..<line.cursorIndex].contains(where: \.isWhitespace)
        if !(typing && isTyped && !hasSpace) { earlier.append(current) }
        typing = isTyped
    }

    /// How many changes can be undone.
    var depth: Int { earlier.count }

    /// Joins all changes since the stack had this depth into one.
    mutating func join(since depth: Int) {
        typing = false
        if earlier.count > depth + 1 { earlier.removeLast(earlier.count - depth - 1) }
    }

    /// The form before the last change.
    mutating func back() -> EditedLine? {
        typing = false
        guard let line = earlier.popLast() else { return nil }
        later.append(current)
        current = line
        return line
    }

    /// The form that was undone last; none once something else has been changed.
    mutating func forth() -> EditedLine? {
        typing = false
        guard let line = later.popLast() else { return nil }
        earlier.append(current)
        current = line
        return line
    }
}
