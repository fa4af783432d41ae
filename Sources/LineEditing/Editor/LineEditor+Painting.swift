import Language

/// What the line looks like on the screen.
extension LineEditor {
    /// Updates the screen to the current line.
    func paint() {
        screen.paint(paintedLine())
    }

    /// What updates the screen to the current line.
    func paintedLine() -> String {
        let size = screen.size
        if style.mode == .plain { return linear.paint(content(columns: size.columns), columns: size.columns) }
        return painter.paint(content(columns: size.columns), columns: size.columns, rows: size.rows)
    }

    /// Makes room for notices where the line is.
    func eraseLine() -> String {
        style.mode == .plain ? linear.leave() : painter.erase()
    }

    /// Ends the line: all of it stays readable, without hint or list, and what comes next begins below.
    func leave(mark: String) -> String {
        menu = nil
        panel = []
        search = nil
        let columns = screen.size.columns
        var content = content(columns: columns)
        content.line.cursor = content.line.text.utf8.count
        if style.mode == .plain { return linear.paint(content, columns: columns) + mark + linear.leave() }
        return painter.leave(content, mark: mark, columns: columns)
    }

    /// What is on the screen, except for lists and help.
    var shownContent: LineLayout.Content {
        var content = content(columns: screen.size.columns)
        content.panel = []
        return content
    }

    private func content(columns: Int) -> LineLayout.Content {
        var content = LineLayout.Content()
        content.continuation = hooks.continuationPrompt()
        if let search {
            content.prompt = search.prompt
            content.line = search.shown
            content.spans = search.spans
            return content
        }
        content.prompt = modeMark + prompt
        content.line = line
        if style.mode == .plain { return content }
        content.spans = hooks.highlight(content.line.text)
        if outcome == nil { content.spans += content.line.bracketsAtCursor.map { StyledSpan($0, .bracket) } }
        content.trailer = trailer(content.line, columns: columns)
        content.panel = menu?.rows(columns: columns, height: panelHeight) ?? panel
        return content
    }

    /// Marks vi's command mode, as a word if marks are read aloud.
    private var modeMark: StyledText {
        guard vi.isCommand, outcome == nil else { return StyledText() }
        return StyledText(style.mode == .plain ? "command mode: " : "[N] ", .promptMark)
    }

    private var panelHeight: Int { max(3, screen.size.rows / 2) }

    /// What is offered after the line: the rest of a line from the history, or else of the signature.
    private func trailer(_ line: EditedLine, columns: Int) -> StyledText {
        var text = StyledText()
        guard menu == nil, outcome == nil else { return text }
        if let suggestion = suggestion(for: line) {
            let first = suggestion.prefix { !$0.isNewline }
            text.append(first + (first.endIndex < suggestion.endIndex ? "…" : ""), .suggestion)
        } else if let hint = hooks.hint(line.text, line.cursor), !hint.isEmpty {
            text.append(line.text.last.map { $0.isWhitespace } ?? true ? "" : " ")
            text.append(hint)
        }
        return text.prefix(columns: columns)
    }
}
