import Language

/// All that the editor knows of the shell. Every hook is called on the terminal's thread while a line is edited, and
/// should answer within a few milliseconds. Offsets are UTF-8 offsets in the text; the text may have several lines.
public struct EditorHooks {
    /// The prompt, showing the shell's state, for a terminal this wide. Called for each entry, and again after
    /// notices and when the terminal's size has changed.
    public var prompt: (_ columns: Int) -> StyledText = { _ in StyledText("> ", .promptMark) }
    /// What precedes an entry's further lines.
    public var continuationPrompt: () -> StyledText = { StyledText("… ", .promptMark) }
    /// What could be completed at the cursor.
    public var complete: (_ text: String, _ cursor: Int) -> Completions = { _, _ in .none }
    /// The rest of the signature, the current parameter in the role `hintCurrent`.
    public var hint: (_ text: String, _ cursor: Int) -> StyledText? = { _, _ in nil }
    /// What the parts of the text are.
    public var highlight: (_ text: String) -> [StyledSpan] = { _ in [] }
    /// Whether Enter should begin another line: a block or a quote is open.
    public var needsMore: (_ text: String) -> Bool = { _ in false }
    /// Help on the word under the cursor, for F1 and `?`, in lines of at most this many columns.
    public var help: (_ text: String, _ cursor: Int, _ columns: Int) -> StyledText? = { _, _, _ in nil }
    /// Whether `?` asks for help here. Elsewhere, say in quoted text, it is an ordinary character.
    public var questionMarkAsks: (_ text: String, _ cursor: Int) -> Bool = { _, _ in false }
    /// The last word of an entry as it was typed, quotes and all; nil for an entry that has none.
    public var lastWord: (_ text: String) -> String? = { text in
        text.split(whereSeparator: \.isWhitespace).last.map(String.init)
    }
    /// An entry is about to be read; Ctrl-C is the editor's from here on. Returns whether it was pressed since the last
    /// entry: type-ahead before it is then dropped, as the terminal drops its unread input (termios(3), NOFLSH).
    public var willRead: () -> Bool = { false }
    /// What was typed since the last entry and read by somebody else; the editor reads it next.
    public var typedAhead: () -> [UInt8] = { [] }

    /// Hooks that know nothing.
    public init() {}
}

/// What the person at the terminal entered.
public enum Entry: Sendable, Equatable {
    /// A whole entry: all its lines, joined by line feeds, without a final one.
    case text(String)
    /// Ctrl-D on an empty line.
    case endOfFile
    /// Ctrl-C; what had been typed is dropped.
    case interrupted
    /// The terminal was closed. The history is saved; nothing more can be shown.
    case terminalGone
}
