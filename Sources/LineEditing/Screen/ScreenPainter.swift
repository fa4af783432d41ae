import Language

/// Keeps prompt and line on the screen of a capable terminal, repainted in place.
///
/// All that it must remember is how far below its first row the cursor is. Positions are relative and rows are
/// counted, so it need not query the terminal.
struct ScreenPainter {
    /// The cursor's row below the first painted row.
    private var cursorRow = 0
    private var isShown = false
    /// Rows painted.
    private var height = 1
    private var content: LineLayout.Content?
    /// Columns at the time of painting.
    private var columns = 0
    private var screenRows = 0

    let style: Style

    init(style: Style) {
        self.style = style
    }

    /// What updates the screen from the last painting to this.
    mutating func paint(_ content: LineLayout.Content, columns: Int, rows: Int) -> String {
        if isShown && content == self.content && columns == self.columns && rows == screenRows { return "" }
        let layout = LineLayout(content, columns: columns, style: style)
        let window = Self.window(rows: layout.rows.count, cursor: layout.cursorRow, height: rows)
        // After a full row the cursor hangs on its last column, which an erase would take with it.
        let endsFull = layout.rows[window.upperBound - 1].width >= columns
        var out = "\u{1b}[?25l" + toTop() + (endsFull ? clear : "")
        for index in window {
            let row = layout.rows[index]
            out += row.rendered
            if row.width < columns { out += "\u{1b}[K" }
            if index < window.upperBound - 1 && !layout.terminalWraps(after: index) { out += "\r\n" }
        }
        if !endsFull { out += "\u{1b}[J" }
        out += Self.up(window.upperBound - 1 - layout.cursorRow) + "\r" + Self.column(layout) + "\u{1b}[?25h"
        cursorRow = layout.cursorRow - window.lowerBound
        height = window.count
        isShown = true
        self.content = content
        self.columns = columns
        screenRows = rows
        return out
    }

    /// Erases what was painted; the cursor is where the first row began.
    mutating func erase() -> String {
        guard isShown else { return "" }
        defer { (isShown, cursorRow, height) = (false, 0, 1) }
        return toTop() + clear
    }

    /// Leaves what is painted on the screen and begins below it. The whole line is shown, even if it is longer
    /// than the screen; hints and lists are not.
    mutating func leave(_ content: LineLayout.Content, mark: String = "", columns: Int) -> String {
        var last = content
        last.trailer = StyledText(mark)
        last.panel = []
        let layout = LineLayout(last, columns: columns, style: style)
        var out = erase()
        for (index, row) in layout.rows.enumerated() {
            if index > 0 && row.width == 0 && layout.rows[index - 1].wraps { continue }
            out += row.rendered
            if !layout.terminalWraps(after: index) { out += "\r\n" }
        }
        return out
    }

    /// Where the cursor is after the column count changed, if the terminal reflowed the painted rows (as most do)
    /// and if it only cut them (as xterm does). Nil if both give the same row.
    func columnsAfterResize(to columns: Int) -> (reflowed: Int, cut: Int)? {
        guard isShown, let content, columns != self.columns else { return nil }
        let before = LineLayout(content, columns: self.columns, style: style)
        let after = LineLayout(content, columns: columns, style: style)
        if after.cursorRow == before.cursorRow && after.rows.count == before.rows.count { return nil }
        return (after.cursorColumn, min(before.cursorColumn, columns - 1))
    }

    /// Takes the painted rows as reflowed.
    mutating func reflowed(columns: Int) {
        guard isShown, let content else { return }
        let layout = LineLayout(content, columns: columns, style: style)
        (cursorRow, height) = (layout.cursorRow, layout.rows.count)
    }

    /// The rows that fit on the screen, the cursor among them.
    private static func window(rows: Int, cursor: Int, height: Int) -> Range<Int> {
        guard rows > height else { return 0..<rows }
        let first = max(0, min(cursor - height + 1, rows - height))
        return first..<(first + height)
    }

    /// Clears the painted rows from the first one on. Not by erasing from the first row of the screen to its end: some
    /// terminals (tmux) take that for clearing the screen and keep a copy in their scrollback.
    private var clear: String {
        height > 1 ? "\u{1b}[K\u{1b}[B\u{1b}[J\u{1b}[A" : "\u{1b}[K"
    }

    private func toTop() -> String {
        isShown ? Self.up(cursorRow) + "\r" : ""
    }

    private static func up(_ rows: Int) -> String {
        rows > 0 ? "\u{1b}[\(rows)A" : ""
    }

    /// Puts the cursor in its column. If the terminal may see a character's width differently, the row's
    /// beginning is written again, so that the terminal itself finds the column.
    private static func column(_ layout: LineLayout) -> String {
        if layout.cursorColumn == 0 { return "" }
        return layout.rows[layout.cursorRow].isSimple ? "\u{1b}[\(layout.cursorColumn)C" : layout.beforeCursor
    }
}
