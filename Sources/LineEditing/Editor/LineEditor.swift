import Language

/// Reads entries at a terminal: keys, the line, what is painted, history, completion, hints and notices.
///
/// There is at most one in a process, owned by one thread. Other threads speak through the screen.
public final class LineEditor {
    /// What was entered.
    public let history: History
    /// How things look.
    public let style: Style
    /// Whether vi's keys are used instead of Emacs's.
    public internal(set) var usesViKeys = false
    /// Complaints about the history or `~/.editrc` that have not been shown yet. They are shown as notices before the
    /// next prompt, unless the caller takes them first.
    public var warnings: [String] = []

    let hooks: EditorHooks
    let screen: Screen
    let keyboard = Keyboard()
    let wake = WakeSignal()
    /// Whether there is a terminal to edit on, and libedit for its keys.
    var isEditing: Bool
    var modes: TerminalModes
    var input = KeyInput()
    /// The line being edited.
    var line = EditedLine()
    /// What keys do while text is typed, and in vi's command mode.
    var typingMap: KeyMap?
    var commandMap: KeyMap?
    /// The count typed before a key.
    var count: Int?
    /// How much input follows the text that a key typed.
    var textRest: Int?
    /// Whether the key being obeyed comes from such a text.
    var isTypingText = false
    var painter: ScreenPainter
    var linear = LinearPainter()
    var prompt = StyledText()
    var outcome: Entry?
    var undo = UndoStack()
    var kills = KillRing()
    var vi = ViState()
    /// What the key just handled leaves to the next of its kind, and what the previous one left to it.
    var chain: KeyChain?
    var previous: KeyChain?
    var walk: HistoryWalk?
    var search: HistorySearch?
    /// The last search, for vi's `n`.
    var lastPattern = SearchPattern("")
    var menu: CompletionMenu?
    var panel: [StyledText] = []
    var lastNotices: Double = 0
    /// When the line was last painted, and how long that took, in seconds.
    var lastPainting: Double = 0
    var paintingTime: Double = 0
    /// What `~/.editrc` bound, to be bound again when switching from Emacs's keys to vi's.
    var ownBindings: [BindingLine.Bound] = []

    /// The state of an editor that has no keys yet.
    init(_ hooks: EditorHooks, _ history: History, _ style: Style, _ screen: Screen) {
        self.screen = screen
        self.hooks = hooks
        self.history = history
        self.style = style
        painter = ScreenPainter(style: style)
        isEditing = keyboard.isTerminal && screen.isTerminal
        modes = TerminalModes(of: keyboard.descriptor)
        if let warning = history.takeWarning() { warnings.append(warning) }
    }

    /// Queues a notice, to be shown before the next prompt.
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
}
