import Language

/// How a prompt, the line being edited and what follows it are laid out at a given width. Pure: text in, rows out.
struct LineLayout {
    /// One row of the screen.
    struct Row: Equatable {
        /// What to write, sequences included.
        var rendered = ""
        /// Columns taken.
        var width = 0
        /// Whether the next row continues this one's line: the terminal itself wraps there.
        var wraps = false
        /// Whether each character takes one column, so that the cursor can be placed by counting.
        var isSimple = true
    }

    private(set) var rows = [Row()]
    private(set) var cursorRow = 0
    private(set) var cursorColumn = 0
    /// What precedes the cursor in its row.
    private(set) var beforeCursor = ""

    private let columns: Int
    private let style: Style
    private var current = Role.plain

    /// What is laid out.
    struct Content: Equatable {
        var prompt = StyledText()
        var continuation = StyledText()
        var line = EditedLine()
        var spans: [StyledSpan] = []
        var trailer = StyledText()
        /// Lines below: a list of completions, help.
        var panel: [StyledText] = []
    }

    init(_ content: Content, columns: Int, style: Style) {
        self.columns = columns
        self.style = style
        add(content.prompt)
        add(line: content.line, spans: content.spans, continuation: content.continuation)
        if !content.trailer.isEmpty { add(content.trailer) }
        for line in content.panel {
            breakLine()
            add(line)
        }
        finishRow()
    }

    /// Whether writing the next row's first character makes the terminal wrap to the row below.
    func terminalWraps(after index: Int) -> Bool {
        rows[index].wraps && index + 1 < rows.count && rows[index + 1].width > 0
    }

    private mutating func add(_ text: StyledText) {
        for piece in text.pieces {
            for character in piece.text {
                if character == "\n" {
                    breakLine()
                } else {
                    put(String(character), DisplayWidth.of(character), piece.role)
                }
            }
        }
    }

    private mutating func add(line: EditedLine, spans: [StyledSpan], continuation: StyledText) {
        let roles = Self.roles(of: line.text, spans)
        var offset = 0
        for character in line.text {
            let next = offset + character.utf8.count
            if line.cursor >= offset && line.cursor < next { markCursor() }
            if character.isNewline {
                breakLine()
                add(continuation)
            } else {
                let shown = VisibleText.of(character)
                put(shown, DisplayWidth.of(shown), roles[offset])
            }
            offset = next
        }
        if line.cursor >= offset { markCursor() }
    }

    private static func roles(of text: String, _ spans: [StyledSpan]) -> [Role] {
        var roles = [Role](repeating: .plain, count: text.utf8.count)
        for span in spans {
            for offset in span.range.clamped(to: 0..<roles.count) { roles[offset] = span.role }
        }
        return roles
    }

    /// The cursor is where the next character will be.
    private mutating func markCursor() {
        if rows[rows.count - 1].width >= columns { wrap() }
        cursorRow = rows.count - 1
        cursorColumn = rows[cursorRow].width
        beforeCursor = rows[cursorRow].rendered + (current == .plain ? "" : "\u{1b}[0m")
    }

    private mutating func put(_ text: String, _ width: Int, _ role: Role) {
        if width > columns - rows[rows.count - 1].width {
            if width > columns { return putEach(text, role) }
            let room = columns - rows[rows.count - 1].width
            if room > 0 { append(String(repeating: " ", count: room), room) }
            wrap()
        }
        if role != current {
            if current != .plain && style.mode == .full { rows[rows.count - 1].rendered += "\u{1b}[0m" }
            rows[rows.count - 1].rendered += style.sequence(for: role)
            current = role
        }
        append(text, width)
        if width != text.utf8.count { rows[rows.count - 1].isSimple = false }
    }

    /// A character whose visible form is wider than the screen.
    private mutating func putEach(_ text: String, _ role: Role) {
        for character in text where DisplayWidth.of(character) <= columns {
            put(String(character), DisplayWidth.of(character), role)
        }
    }

    private mutating func append(_ text: String, _ width: Int) {
        rows[rows.count - 1].rendered += text
        rows[rows.count - 1].width += width
    }

    private mutating func finishRow() {
        guard current != .plain, style.mode == .full else { return }
        rows[rows.count - 1].rendered += "\u{1b}[0m"
    }

    private mutating func wrap() {
        finishRow()
        rows[rows.count - 1].wraps = true
        var next = Row()
        next.rendered = style.sequence(for: current)
        rows.append(next)
    }

    private mutating func breakLine() {
        finishRow()
        current = .plain
        rows.append(Row())
    }
}
