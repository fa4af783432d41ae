import Language
import LineEditing

/// What a presenter's key did, shown after the line being typed until that line is over; and the line itself.
struct ReplaySign {
    private let writer: Screen
    private let style: Style
    private var text: String?
    /// The column that the line being typed has reached, and how much of it is typed.
    private var column = 0
    private var typed = ""

    init(style: Style, on writer: Screen) {
        self.style = style
        self.writer = writer
    }

    /// Whether a line is being typed.
    var isTyping: Bool { column > 0 }

    /// Begins a line with its prompt.
    mutating func begin() {
        writer.paint(style.rendered(StyledText("> ", .promptMark)))
        column = 2
    }

    /// Types a character.
    mutating func add(_ character: Character) {
        writer.paint(eraseRest + String(character))
        column += DisplayWidth.of(character)
        typed.append(character)
        draw()
    }

    /// Ends the line.
    mutating func end() {
        wipe()
        (column, typed) = (0, "")
        writer.paint("\r\n")
    }

    /// Shows what a key did, dimly; on a line of its own if the terminal only takes linear output.
    mutating func show(_ what: String) {
        guard style.mode == .full else {
            return writer.paint(column == 0 ? "-- \(what)\r\n" : "\r\n-- \(what)\r\n> \(typed)")
        }
        wipe()
        text = "-- " + what
        draw()
    }

    /// Removes it.
    mutating func wipe() {
        writer.paint(eraseRest)
        text = nil
    }

    /// Writes the sign after the line, if there is room, and returns to where the line goes on.
    private func draw() {
        guard let text, style.mode == .full else { return }
        let shown = (column == 0 ? "" : "  ") + text
        let width = DisplayWidth.of(shown)
        guard column + width < TerminalSize.both()?.columns ?? 80 else { return }
        writer.paint(style.rendered(StyledText(shown, .dim)) + "\u{1b}[\(width)D")
    }

    /// Erases the line from the cursor on (ECMA-48, EL) if there is a sign.
    private var eraseRest: String { text == nil || style.mode != .full ? "" : "\u{1b}[K" }
}
