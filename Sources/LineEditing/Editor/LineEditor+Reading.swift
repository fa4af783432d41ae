import CTerminal

/// From the prompt to the end of an entry.
extension LineEditor {
    /// Reads one entry. The editor handles signals from here until it returns.
    public func readEntry() -> Entry {
        showNotices()
        if isEditing { ct_signals_begin(wake.writeEnd) }
        if hooks.willRead() { input.discard() }
        input.append(hooks.typedAhead())
        let entry = EndingSignal.number != nil ? .ending : isEditing ? readEdited() : readUnedited()
        switch entry {
        case .text(let text):
            history.add(text)
            if let warning = history.takeWarning() { warnings.append(warning) }
        case .endOfFile, .ending: history.close()
        case .interrupted: break
        }
        // Not before the entry is in the history: a hang-up may end the process.
        if isEditing { giveSignalsBack(after: entry) }
        return entry
    }

    private func readEdited() -> Entry {
        screen.hold(waking: wake.writeEnd)
        defer { screen.release() }
        begin()
        modes.edit()
        while obeyNextKey() {}
        let entry = outcome ?? .ending
        end(entry)
        modes.restore()
        return screen.isGone ? .ending : entry
    }

    /// Restores signal handling. A signal that came after the line's end is for what happens next: Ctrl-C right after
    /// Enter ends the statement; one that ends the process does so unless it has been seen and everything is in order.
    private func giveSignalsBack(after entry: Entry) {
        ct_signals_end()
        let late = Int(ct_signals_take())
        if entry != .ending { EndingSignal.obey() }
        if late & (ct_signal_interrupt | ct_signal_quit) != 0, case .text = outcome { kill(getpid(), SIGINT) }
        if late & ct_signal_stop != 0 { kill(getpid(), SIGTSTP) }
    }

    private func begin() {
        outcome = nil
        line = EditedLine()
        undo = UndoStack()
        (vi.isCommand, vi.isOverwriting, vi.insertion, vi.undoDepth) = (false, false, nil, 0)
        (count, textRest) = (nil, nil)
        (walk, search, menu, panel) = (nil, nil, nil, [])
        (chain, previous) = (nil, nil)
        prompt = hooks.prompt(screen.size.columns)
        if style.mode == .full { screen.paint(freshRow + "\u{1b}[?2004h") }
    }

    /// Goes to a new row if the previous output did not end its own: the mark and the blanks fill a row exactly, so
    /// that they reach the next one only from a row that is not empty. zsh does the same.
    private var freshRow: String {
        guard let columns = screen.knownSize?.columns else { return "" }
        return style.rendered("⏎", .dim) + String(repeating: " ", count: columns - 1) + "\r\u{1b}[K"
    }

    private func end(_ entry: Entry) {
        screen.paint(leave(mark: entry == .interrupted ? "^C" : "") + (style.mode == .full ? "\u{1b}[?2004l" : ""))
    }

    /// Without a terminal there is nothing to edit: lines as they come, no prompt.
    private func readUnedited() -> Entry {
        var text = ""
        while let next = readLine(strippingNewline: true) {
            text += text.isEmpty ? next : "\n" + next
            if !hooks.needsMore(text) { return .text(text) }
        }
        return text.isEmpty ? .endOfFile : .text(text)
    }
}
