import CEditLine

/// From the prompt to the end of an entry.
extension LineEditor {
    /// Reads one entry. The editor handles signals from here until it returns.
    public func readEntry() -> Entry {
        showNotices()
        if editor != nil { cel_signals_begin(wake.writeEnd) }
        if hooks.willRead() { input.discard() }
        input.append(hooks.typedAhead())
        let entry = editor == nil ? readUnedited() : readEdited()
        switch entry {
        case .text(let text):
            history.add(text)
            if let warning = history.takeWarning() { warnings.append(warning) }
        case .endOfFile, .terminalGone: history.close()
        case .interrupted: break
        }
        // Not before the entry is in the history: a hang-up may end the process.
        if editor != nil { giveSignalsBack(behind: entry) }
        return entry
    }

    private func readEdited() -> Entry {
        screen.hold(waking: wake.writeEnd)
        defer { screen.release() }
        begin()
        var count: Int32 = 0
        let line = el_wgets(editor, &count)
        let entry = outcome ?? unexpected(hasLine: line != nil, count: count)
        end(entry)
        el_reset(editor)
        return screen.isGone ? .terminalGone : entry
    }

    /// Restores signal handling. A signal that came after the line's end is for what happens next: Ctrl-C right after
    /// Enter ends the statement. If the terminal is known to be gone, the signal that says so has nothing left to do:
    /// the shell ends by itself.
    private func giveSignalsBack(behind entry: Entry) {
        cel_signals_end()
        if entry == .terminalGone { signal(SIGHUP, SIG_IGN) }
        let late = Int(cel_signals_take())
        if entry != .terminalGone, late & cel_signal_hangup != 0 { kill(getpid(), SIGHUP) }
        if late & (cel_signal_interrupt | cel_signal_quit) != 0, case .text = outcome { kill(getpid(), SIGINT) }
        if late & cel_signal_stop != 0 { kill(getpid(), SIGTSTP) }
    }

    private func begin() {
        outcome = nil
        undo = UndoStack()
        (vi.isCommand, vi.settled, vi.insertion, vi.undoDepth) = (false, nil, nil, 0)
        keyToObey = .init()
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

    /// One of libedit's own functions ended the line: one of the user's bindings, or a key left to libedit.
    private func unexpected(hasLine: Bool, count: Int32) -> Entry {
        if hasLine { return .text(line.text.last == "\n" ? String(line.text.dropLast()) : line.text) }
        return count < 0 ? .terminalGone : .endOfFile
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
