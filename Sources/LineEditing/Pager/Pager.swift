import Language

/// A text longer than the screen, shown one screen at a time. Pure: keys in, a screen out.
struct Pager {
    /// What a key may ask for.
    enum Key: Equatable {
        case forward, back, halfForward, halfBack, lineForward, lineBack, first, last, quit, other
        /// Begins a pattern; goes to its next match, to the previous one.
        case search, next, previous
        /// Shows the keys.
        case help
        /// While a pattern is being typed.
        case typed(Character), erase, enter, cancel
    }

    /// The pattern while it is being typed.
    private(set) var pattern: String?
    private let style: Style
    private var page: PagerText
    /// The text itself while the keys are shown.
    private var covered: PagerText?
    private var message = ""
    private var columns: Int
    private var rows: Int

    init(_ text: StyledText, style: Style, columns: Int, rows: Int) {
        self.style = style
        (self.columns, self.rows) = (columns, rows)
        page = PagerText(text, style: style, columns: columns, height: rows - 1)
    }

    /// Whether all of it fits above a prompt.
    var fits: Bool { page.lines.count < rows }

    private var height: Int { rows - 1 }

    /// Takes the screen's new size.
    mutating func resize(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        page.resize(columns: columns, height: height)
        let height = height
        covered?.resize(columns: columns, height: height)
    }

    /// Moves; false if the key ends it. A page forward from the last page ends it too.
    mutating func handle(_ key: Key) -> Bool {
        message = ""
        if pattern != nil {
            type(key)
            return true
        }
        switch key {
        case .quit where covered == nil: return false
        case .quit, .help: toggleHelp()
        case .forward where page.top == page.lastTop && covered == nil: return false
        case .forward: page.scroll(to: page.top + height)
        case .back: page.scroll(to: page.top - height)
        case .halfForward: page.scroll(to: page.top + max(1, height / 2))
        case .halfBack: page.scroll(to: page.top - max(1, height / 2))
        case .lineForward: page.scroll(to: page.top + 1)
        case .lineBack: page.scroll(to: page.top - 1)
        case .first: page.scroll(to: 0)
        case .last: page.scroll(to: page.lastTop)
        case .search: pattern = ""
        case .next, .previous: searchAgain(back: key == .previous)
        case .other, .typed, .erase, .enter, .cancel: break
        }
        return true
    }

    private mutating func type(_ key: Key) {
        switch key {
        case .typed(let character): pattern?.append(character)
        case .erase: pattern = pattern.flatMap { $0.isEmpty ? nil : String($0.dropLast()) }
        case .cancel, .quit: pattern = nil
        case .enter:
            let wanted = pattern ?? ""
            pattern = nil
            if wanted.isEmpty { return searchAgain(back: false) }
            message = page.find(wanted) ? "" : "‘\(wanted)’ is not in this text"
        default: break
        }
    }

    private mutating func searchAgain(back: Bool) {
        if !page.findAgain(back: back) {
            message =
                page.matches.isEmpty
                ? "nothing is searched for: / does" : back ? "that was the first" : "that was the last"
        }
    }

    private mutating func toggleHelp() {
        if let text = covered {
            (page, covered) = (text, nil)
        } else {
            covered = page
            page = PagerText(Self.keys, style: style, columns: columns, height: height)
        }
    }

    private static let keys: StyledText = """
        space, f, Page Down   a page on; on the last one, leaves
        b, Page Up            a page back
        d, u                  half a page on, back
        j, k, ↓, ↑, Enter     a line on, back
        g, G, Home, End       to the begin, to the end
        /                     searches; capitals matter only if there is one
        n, N                  the next place, the one before
        h                     these keys, and back
        Ctrl-Z                suspends the shell
        q, Escape, Ctrl-C     leave
        """

    /// The screen, from its first row on.
    var screen: String {
        var out = "\u{1b}[H"
        for index in page.top..<(page.top + height) {
            let row = index < page.lines.count ? page.lines[index] : LineLayout.Row()
            out += row.rendered + (row.width < columns ? "\u{1b}[K" : "") + "\r\n"
        }
        return out + style.rendered(status.prefix(columns: columns - 1)) + "\u{1b}[K"
    }

    private var status: StyledText {
        if let pattern { return StyledText("/" + pattern, .emphasis) }
        if !message.isEmpty { return StyledText(" \(message) ", .selected) }
        let place = "\(page.top + 1)–\(min(page.lines.count, page.top + height)) of \(page.lines.count)"
        let match = page.current.map { " · place \($0 + 1) of \(page.matches.count)" } ?? ""
        let keys = covered == nil ? "q quit, space on, b back, / search, h keys" : "q back"
        return StyledText(" \(place)\(match) · \(keys) ", .selected)
    }
}
