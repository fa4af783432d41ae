/// Help without leaving the line.
extension LineEditor {
    /// F1: help on the word under the cursor, below the line until the next key, or in the pager if it is too long.
    func showHelp() {
        let line = line
        guard let help = hooks.help(line.text, line.cursor, screen.size.columns), !help.isEmpty else { return }
        if style.mode == .plain {
            screen.paint(linear.leave() + style.painted(help) + "\r\n")
        } else {
            let size = screen.size
            let room = size.rows - LineLayout(shownContent, columns: size.columns, style: style).rows.count
            let pager = Pager(help, style: style, columns: size.columns, rows: max(2, room + 1))
            if pager.fits {
                panel = help.lines
            } else {
                run(Pager(help, style: style, columns: size.columns, rows: size.rows), leavesLine: true)
            }
        }
    }

    /// `?` where it can only mean help.
    func questionMark() {
        let line = line
        if hooks.questionMarkAsks(line.text, line.cursor) { showHelp() } else { insert("?") }
    }
}
