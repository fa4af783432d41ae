import CEditLine

/// The line that libedit holds.
extension LineEditor {
    /// The line being edited.
    var line: EditedLine {
        guard let info = el_wline(editor)?.pointee, let start = info.buffer else { return EditedLine() }
        let count = info.lastchar - start
        let scalars = UnsafeBufferPointer(start: start, count: max(0, count)).map { character in
            Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}"
        }
        return EditedLine(scalars: scalars, cursor: info.cursor - start)
    }

    /// Replaces the line with another.
    func replace(with new: EditedLine) {
        var wide = new.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
        if wide.isEmpty {
            let count = Int32(line.text.unicodeScalars.count)
            el_cursor(editor, count)
            el_deletestr(editor, count)
        } else {
            wide.append(0)
            el_wreplacestr(editor, wide)
        }
        let cursor = el_cursor(editor, 0)
        el_cursor(editor, Int32(new.cursorInScalars) - cursor)
    }

    /// Inserts text at the cursor.
    func insert(_ text: String) {
        var wide = text.unicodeScalars.filter { $0.value != 0 }.map { wchar_t(bitPattern: $0.value) }
        guard !wide.isEmpty else { return }
        wide.append(0)
        el_winsertstr(editor, wide)
    }

    /// Moves the cursor to an offset in the line's UTF-8.
    func moveCursor(to offset: Int) {
        var moved = line
        let before = moved.cursorInScalars
        moved.cursor = offset
        el_cursor(editor, Int32(moved.cursorInScalars - before))
    }

    /// Brings the cursor back into the line. Some of libedit's vi commands leave it before the first character, and the
    /// next one then writes there (3.1-20221030, found with valgrind).
    func mendCursor() {
        guard let info = el_wline(editor)?.pointee else { return }
        let place = info.cursor - info.buffer
        if place < 0 { el_cursor(editor, Int32(-place)) }
        if info.cursor > info.lastchar { el_cursor(editor, Int32(info.lastchar - info.cursor)) }
        if let settled = vi.settled, settled.text == line.text { moveCursor(to: settled.cursor) }
        vi.settled = nil
    }

    /// What happened between two keys: a change for undo, a list that no longer fits the line.
    func noteChange() {
        let now = line
        undo.note(now)
        if let menu, menu.line != now { self.menu = nil }
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
