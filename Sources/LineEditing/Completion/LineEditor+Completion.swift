import Language

/// Tab.
extension LineEditor {
    /// Completes what all candidates have in common, then lists them, then cycles through them.
    func complete() {
        if menu != nil {
            if style.mode == .full { choose(1) }
            return
        }
        let line = line
        let completions = hooks.complete(line.text, line.cursor)
        if !completions.wanted.isEmpty { return showWanted(completions.wanted) }
        guard let first = completions.candidates.first, completions.range.lowerBound <= line.cursor else { return }
        if completions.candidates.count == 1 {
            return replace(with: line.completing(completions.range, with: first))
        }
        let open = completeCommonPrefix(of: completions)
        if style.mode == .plain { list(open) } else { menu = CompletionMenu(open, line: self.line) }
    }

    /// Shows what is wanted when nothing can be offered, below the line until the next key.
    private func showWanted(_ wanted: [Completions.Candidate]) {
        let rows = CompletionColumns(wanted, columns: screen.size.columns, height: wanted.count).rows(
            0..<wanted.count,
            chosen: nil
        )
        if style.mode == .plain { write(rows) } else { panel = rows }
    }

    /// Inserts the common prefix if it is longer than what was typed; returns what is then left to choose.
    private func completeCommonPrefix(of completions: Completions) -> Completions {
        let start = completions.range.lowerBound
        let common = completions.commonPrefix
        guard common.utf8.count > line.cursor - start else { return completions }
        replace(with: line.replacing(completions.range, with: common))
        return Completions(replacing: start..<(start + common.utf8.count), with: completions.candidates)
    }

    /// Linear output has no list that comes and goes: it is written once.
    private func list(_ completions: Completions) {
        let layout = CompletionColumns(completions.candidates, columns: screen.size.columns)
        write(layout.rows(0..<completions.candidates.count, chosen: nil))
    }

    private func write(_ rows: [StyledText]) {
        screen.paint(linear.leave() + rows.map { style.rendered($0) + "\r\n" }.joined())
    }

    func chooseBack() {
        if menu != nil { choose(-1) }
    }

    private func choose(_ step: Int) {
        if let chosen = menu?.choose(step) { replace(with: chosen) }
    }

    /// Turns the list's pages.
    func page(_ step: Int) {
        if let turned = menu?.turn(step) { replace(with: turned) }
    }

    /// Accepts the chosen candidate.
    func takeChoice() {
        if let taken = menu?.taken { replace(with: taken) }
        menu = nil
    }

    /// Closes the list and restores the line.
    func cancelMenu() {
        if let menu { replace(with: menu.original) }
        menu = nil
    }
}
