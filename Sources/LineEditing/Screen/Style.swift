import Language
import Synchronization

/// How roles look on this terminal.
public struct Style: Sendable {
    /// What the terminal is used as.
    public enum Mode: Sendable {
        /// Colours, hints, a line that is repainted in place.
        case full
        /// Linear output without a single escape sequence: for screen readers, logs and dumb terminals.
        case plain
    }

    /// What the terminal is used as.
    public let mode: Mode
    private let depth: ColourDepth
    private let choice: Choice

    /// The theme, the same for all copies of a style, so that a new choice holds everywhere at once.
    private final class Choice: Sendable {
        let theme: Mutex<Theme>
        init(_ theme: Theme) { self.theme = Mutex(theme) }
    }

    /// A style for that mode.
    public init(_ mode: Mode, theme: Theme = .neutral, depth: ColourDepth = .indexed) {
        self.mode = mode
        self.depth = depth
        choice = Choice(theme)
    }

    /// The style that the user asked for: plain with `--plain`, with NO_COLOR set to anything, and if TERM is
    /// unset or `dumb`; the colours are those of which TERM and COLORTERM say that the terminal has them.
    public static func chosen(plain: Bool, theme: Theme = .neutral) -> Style {
        let colourless = environment("NO_COLOR").map { !$0.isEmpty } ?? false
        let terminal = environment("TERM") ?? ""
        return Style(
            plain || colourless || terminal.isEmpty || terminal == "dumb" ? .plain : .full,
            theme: theme,
            depth: ColourDepth(terminal: terminal, colours: environment("COLORTERM"))
        )
    }

    /// The theme; a new one holds for all that is shown from now on, by all copies of this style.
    public var theme: Theme {
        get { choice.theme.withLock { $0 } }
        nonmutating set { choice.theme.withLock { $0 = newValue } }
    }

    /// The text as a terminal shows it, its roles turned into SGR sequences (ECMA-48 §8.3.117). Line feeds become
    /// `\r\n`, which is right in every mode of a terminal.
    public func rendered(_ text: StyledText) -> String {
        text.pieces.map { rendered($0.text.lineEndingsForTerminal, $0.role) }.joined()
    }

    /// A harmless text in one role.
    func rendered(_ text: String, _ role: Role) -> String {
        let start = sequence(for: role)
        return start.isEmpty ? text : "\(start)\(text)\u{1b}[0m"
    }

    /// The sequence that begins a role; empty if it looks like plain text.
    func sequence(for role: Role) -> String {
        guard mode == .full else { return "" }
        let codes = theme.look(of: role).codes(depth)
        return codes.isEmpty ? "" : "\u{1b}[\(codes)m"
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
