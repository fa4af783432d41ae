/// How roles look on this terminal.
public struct Style: Sendable, Equatable {
    /// What the terminal is used as.
    public enum Mode: Sendable {
        /// Colours, hints, a line that is repainted in place.
        case full
        /// Linear output without a single escape sequence: for screen readers, logs and dumb terminals.
        case plain
    }

    /// What the terminal is used as.
    public let mode: Mode

    /// A style for that mode.
    public init(_ mode: Mode) {
        self.mode = mode
    }

    /// The style that the user asked for: plain with `--plain`, with NO_COLOR set to anything, and if TERM is
    /// unset or `dumb`.
    public static func chosen(plain: Bool) -> Style {
        let colourless = environment("NO_COLOR").map { !$0.isEmpty } ?? false
        let terminal = environment("TERM") ?? ""
        return Style(plain || colourless || terminal.isEmpty || terminal == "dumb" ? .plain : .full)
    }

    /// The text as a terminal shows it, its roles turned into SGR sequences (ECMA-48 §8.3.117). Line feeds become
    /// `\r\n`, which is right in every mode of a terminal.
    public func rendered(_ text: StyledText) -> RenderedText { RenderedText(sequences: painted(text)) }

    /// The same, to be painted.
    func painted(_ text: StyledText) -> String {
        text.pieces.map { rendered($0.text.lineEndingsForTerminal, $0.role) }.joined()
    }

    /// A harmless text in one role.
    func rendered(_ text: String, _ role: Role) -> String {
        let start = sequence(for: role)
        return start.isEmpty ? text : "\(start)\(text)\u{1b}[0m"
    }

    /// The sequence that begins a role; empty if it looks like plain text.
    func sequence(for role: Role) -> String {
        guard mode == .full, let codes = Self.codes(for: role) else { return "" }
        return "\u{1b}[\(codes)m"
    }

    private static func codes(for role: Role) -> String? {
        switch role {
        case .plain: nil
        case .promptName, .heading: "1;36"
        case .promptState: "36"
        case .promptMark, .emphasis: "1"
        case .bracket: "1;4"
        case .command: "1;34"
        case .unknown, .error: "31"
        case .string: "32"
        case .number: "35"
        case .name: "36"
        case .option, .warning: "33"
        case .comment, .hint, .suggestion, .dim: "90"
        case .hintCurrent: "1;4;90"
        case .notice: "33"
        case .selected: "7"
        case .match: "4;33"
        }
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
