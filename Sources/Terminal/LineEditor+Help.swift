/// Help without leaving the line.
extension LineEditor {
    /// F1: help on the word under the cursor, below the line until the next key; longer than the screen, in the pager.
    func showHelp() {
        let line = line
        guard let help = hooks.help(line.text, line.cursor), !help.isEmpty else { return }
        if style.mode == .plain {
            device.write(linear.leave() + style.rendered(help) + "\r\n")
        } else {
            panel = help.lines
        }
    }

    /// `?` where it can only mean help.
    func questionMark() {
        let line = line
        if hooks.questionMarkAsks(line.text, line.cursor) { showHelp() } else { insert("?") }
    }
}
