/// The line's earlier forms, and those that were undone. The oldest are forgotten when all together become too large.
struct UndoStack {
    /// How many bytes of UTF-8 the earlier forms may have together.
    static let sizeLimit = 32 << 20
    /// How many earlier forms are kept.
    static let limit = 1000

    private var earlier: [EditedLine] = []
    /// How many of them were forgotten.
    private var forgotten = 0
    /// The bytes of those that are kept.
    private var size = 0
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
        if !(typing && isTyped && !hasSpace) { keep(current) }
        typing = isTyped
    }

    private mutating func keep(_ line: EditedLine) {
        earlier.append(line)
        size += line.text.utf8.count
        while earlier.count > Self.limit || size > Self.sizeLimit && earlier.count > 1 {
            size -= earlier.removeFirst().text.utf8.count
            forgotten += 1
        }
    }

    private mutating func dropLast(_ count: Int) {
        for line in earlier.suffix(count) { size -= line.text.utf8.count }
        earlier.removeLast(min(count, earlier.count))
    }

    /// How many changes there were.
    var depth: Int { forgotten + earlier.count }

    /// Joins all changes since the stack had this depth into one.
    mutating func join(since depth: Int) {
        typing = false
        if self.depth > depth + 1 { dropLast(self.depth - depth - 1) }
    }

    /// The form before the last change.
    mutating func back() -> EditedLine? {
        typing = false
        guard let line = earlier.last else { return nil }
        dropLast(1)
        later.append(current)
        current = line
        return line
    }

    /// The form that was undone last; none once something else has been changed.
    mutating func forth() -> EditedLine? {
        typing = false
        guard let line = later.popLast() else { return nil }
        keep(current)
        current = line
        return line
    }
}
