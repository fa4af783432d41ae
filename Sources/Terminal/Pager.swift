/// A text longer than the screen, of which one screen is shown. Pure: keys in, a screen out.
struct Pager {
    /// What a key may ask for.
    enum Key {
        case forward, back, lineForward, lineBack, first, last, quit, other
    }

    private let text: StyledText
    private let style: Style
    private var lines: [LineLayout.Row]
    private var top = 0
    private var columns: Int
    private var rows: Int

    init(_ text: StyledText, style: Style, columns: Int, rows: Int) {
        self.text = text
        self.style = style
        (self.columns, self.rows) = (columns, rows)
        lines = Self.layOut(text, style, columns)
    }

    /// Whether all of it fits above a prompt.
    var fits: Bool { lines.count < rows }

    private static func layOut(_ text: StyledText, _ style: Style, _ columns: Int) -> [LineLayout.Row] {
        var content = LineLayout.Content()
        content.prompt = text
        return LineLayout(content, columns: columns, style: style).rows
    }

    private var height: Int { rows - 1 }
    private var lastTop: Int { max(0, lines.count - height) }

    /// Takes the screen's new size; what was on top stays on top as far as lines are the same.
    mutating func resize(columns: Int, rows: Int) {
        let share = lines.isEmpty ? 0 : Double(top) / Double(lines.count)
        (self.columns, self.rows) = (columns, rows)
        lines = Self.layOut(text, style, columns)
        top = min(lastTop, Int(share * Double(lines.count)))
    }

    /// Moves; false where the key ends it. A page forward from the last page ends it too.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .quit: return false
        case .forward where top == lastTop: return false
        case .forward: top = min(lastTop, top + height)
        case .back: top = max(0, top - height)
        case .lineForward: top = min(lastTop, top + 1)
        case .lineBack: top = max(0, top - 1)
        case .first: top = 0
        case .last: top = lastTop
        case .other: break
        }
        return true
    }

    /// The screen, from its first row on.
    var screen: String {
        var out = "\u{1b}[H"
        for index in top..<(top + height) {
            let row = index < lines.count ? lines[index] : LineLayout.Row()
            out += row.rendered + (row.width < columns ? "\u{1b}[K" : "") + "\r\n"
        }
        let place = "\(top + 1)–\(min(lines.count, top + height)) of \(lines.count)"
        let keys = "space on, b back, q quit"
        let status = StyledText(" \(place) · \(keys) ", .selected).prefix(columns: columns - 1)
        return out + style.rendered(status) + "\u{1b}[K"
    }
}
