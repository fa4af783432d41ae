import CEditLine

/// Reads entries from a person at a terminal: libedit's buffer and keys; painting, cutting, history, completion,
/// hints and notices of its own.
///
/// There is one in a process at a time, and one thread owns it. Other threads speak through the screen.
public final class LineEditor {
    /// What was entered.
    public let history: History
    /// How things look.
    public let style: Style
    /// Whether vi's keys are used instead of Emacs's.
    public var usesViKeys = false {
        didSet { if usesViKeys != oldValue { setEditor(vi: usesViKeys) } }
    }
    /// Complaints about the history or `~/.editrc` that have not been shown. They are shown as notices before the next
    /// prompt, unless the caller takes them first.
    public var warnings: [String] = []

    let hooks: EditorHooks
    let screen: Screen
    let keyboard = Keyboard()
    let wake = WakeSignal()
    let editor: OpaquePointer?
    var input = KeyInput()
    /// What is left of the key that libedit is reading.
    var keyToObey = Substring.UnicodeScalarView()
    var painter: ScreenPainter
    var linear = LinearPainter()
    var prompt = StyledText()
    var outcome: Entry?
    var undo = UndoStack()
    var kills = KillRing()
    var vi = ViState()
    /// What the key that was just obeyed leaves to the next of its kind, and what the one before left to it.
    var chain: KeyChain?
    var previous: KeyChain?
    var walk: HistoryWalk?
    var search: HistorySearch?
    /// What was searched for last, for vi's `n`.
    var lastPattern = SearchPattern("")
    var menu: CompletionMenu?
    var panel: [StyledText] = []
    var lastNotices: Double = 0
    /// What `~/.editrc` bound, to be bound again when Emacs's keys are changed for vi's.
    var ownBindings: [[String]] = []
    let historyEvent = HistoryEvent()

    /// An editor on the process's standard input and on a screen.
    ///
    /// - Parameter userBindings: the path of the person's libedit bindings, mostly `~/.editrc`.
    public init(
        hooks: EditorHooks,
        history: History,
        style: Style,
        screen: Screen,
        userBindings: String? = nil
    ) {
        self.screen = screen
        self.hooks = hooks
        self.history = history
        self.style = style
        painter = ScreenPainter(style: style)
        LocaleSetup.adopt()
        editor =
            keyboard.isTerminal && screen.isTerminal ? cel_open("netshell", keyboard.descriptor, screen.output) : nil
        if let warning = history.takeWarning() { warnings.append(warning) }
        guard let editor else { return }
        cel_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
        cel_set_read_key(editor) { editor, character in
            LineEditor.of(editor)?.readKey(into: character) ?? -1
        }
        addFunctions()
        setEditor(vi: false)
        setHistory()
        if let userBindings { load(userBindings: userBindings) }
    }

    deinit {
        if let editor { cel_close(editor) }
    }

    /// The editor behind libedit's pointer.
    static func of(_ editor: OpaquePointer?) -> LineEditor? {
        guard let context = cel_context(editor) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
    }

    /// Leaves a notice, to be shown before the next prompt.
    public func post(_ notice: StyledText) { screen.post(style.rendered(notice)) }

    /// Shows what has been queued, at once. For the time between two entries, on the terminal's thread.
    public func showNotices() {
        screen.flush()
        for warning in warnings { post(StyledText(warning, .warning)) }
        warnings = []
        screen.paint(screen.takeTexts().joined().lineEndingsForTerminal)
    }

    /// Drops the notices that have not been shown: what they are about is over.
    public func dropNotices() { _ = screen.takeTexts() }

    /// How many columns the terminal has.
    public var columns: Int { screen.size.columns }

    /// Reads one entry. Signals are handled by the editor from here until it returns.
    public func readEntry() -> Entry {
        showNotices()
        if editor != nil { cel_signals_begin(wake.writeEnd) }
        if hooks.willRead() { input.discard() }
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

    /// Lets signals be as they were. One that came after the line's end is for what happens next: Ctrl-C hit right behind
    /// Enter ends the statement. Where the terminal is known to be gone, the signal that says so has nothing left to do:
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

    /// Goes to a new row if the output before did not end its own: the mark and the blanks fill a row exactly, so that
    /// they reach the next one only from a row that has something in it. As zsh does it.
    private var freshRow: String {
        guard let columns = screen.knownSize?.columns else { return "" }
        return style.rendered("⏎", .dim) + String(repeating: " ", count: columns - 1) + "\r\u{1b}[K"
    }

    /// One of libedit's own functions ended the line: a binding of the person's, or a key that was left to it.
    private func unexpected(hasLine: Bool, count: Int32) -> Entry {
        if hasLine { return .text(line.text.last == "\n" ? String(line.text.dropLast()) : line.text) }
        return count < 0 ? .terminalGone : .endOfFile
    }

    private func end(_ entry: Entry) {
        if entry == .interrupted { input.discard() }
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
