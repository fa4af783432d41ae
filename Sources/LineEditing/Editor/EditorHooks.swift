/// All that the editor knows of the shell. Every hook is called on the terminal's thread, while a line is edited, and
/// should answer within some milliseconds. Offsets are UTF-8 offsets in the text; the text may have several lines.
public struct EditorHooks {
    /// The prompt, with the state of the shell in it, for a terminal of so many columns. Asked for at each entry, and
    /// again after notices and when the terminal's size has changed.
    public var prompt: (_ columns: Int) -> StyledText = { _ in StyledText("> ", .promptMark) }
    /// What stands in front of an entry's further lines.
    public var continuationPrompt: () -> StyledText = { StyledText("… ", .promptMark) }
    /// What could stand at the cursor.
    public var complete: (_ text: String, _ cursor: Int) -> Completions = { _, _ in .none }
    /// The rest of the signature, the current parameter in the role `hintCurrent`.
    public var hint: (_ text: String, _ cursor: Int) -> StyledText? = { _, _ in nil }
    /// What the parts of the text are.
    public var highlight: (_ text: String) -> [StyledSpan] = { _ in [] }
    /// Whether Enter should begin another line: a block or a quote is open.
    public var needsMore: (_ text: String) -> Bool = { _ in false }
    /// Help on the word under the cursor, for F1 and `?`, in lines of at most so many columns.
    public var help: (_ text: String, _ cursor: Int, _ columns: Int) -> StyledText? = { _, _, _ in nil }
    /// Whether `?` asks for help here. Elsewhere, say in a quoted text, it is a character like others.
    public var questionMarkAsks: (_ text: String, _ cursor: Int) -> Bool = { _, _ in false }
    /// The last word of an entry as it was typed, quotes and all; nil for an entry that has none.
    public var lastWord: (_ text: String) -> String? = { text in
        text.split(whereSeparator: \.isWhitespace).last.map(String.init)
    }
    /// An entry is about to be read, and from here on Ctrl-C is the editor's. Tells whether one was hit since the entry before:
    /// what was typed ahead of it is dropped then, as the terminal drops what it has not handed out yet (termios(3), NOFLSH).
    public var willRead: () -> Bool = { false }

    /// Hooks that know nothing.
    public init() {}
}

/// What the person at the terminal entered.
public enum Entry: Sendable, Equatable {
    /// A whole entry, all its lines, joined by line feeds, without a last one.
    case text(String)
    /// Ctrl-D on an empty line.
    case endOfFile
    /// Ctrl-C; what had been typed is dropped.
    case interrupted
    /// The terminal was closed. The history is saved; nothing more can be shown.
    case terminalGone
}
