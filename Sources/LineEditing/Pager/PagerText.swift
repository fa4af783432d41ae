import Language

/// A text broken into rows of a given width, the row at the top, and what was searched for in it.
struct PagerText {
    private let text: StyledText
    private let style: Style
    private(set) var lines: [LineLayout.Row] = []
    private(set) var top = 0
    private var columns: Int
    private var height: Int
    private var pattern = SearchPattern("")
    /// The rows in which matches begin.
    private(set) var matches: [Int] = []
    /// Which of them was visited last.
    private(set) var current: Int?

    init(_ text: StyledText, style: Style, columns: Int, height: Int) {
        (self.text, self.style, self.columns, self.height) = (text, style, columns, height)
        layOut()
    }

    var lastTop: Int { max(0, lines.count - height) }

    /// Takes the screen's new size; the top row stays at the top as far as lines are the same.
    mutating func resize(columns: Int, height: Int) {
        let share = lines.isEmpty ? 0 : Double(top) / Double(lines.count)
        (self.columns, self.height) = (columns, height)
        layOut()
        scroll(to: Int(share * Double(lines.count)))
    }

    mutating func scroll(to row: Int) { top = min(lastTop, max(0, row)) }

    /// Marks all matches and goes to the first one from the top row on; if there is none, to the first of all. Case
    /// matters only if the pattern has a capital. False if there is no match.
    mutating func find(_ pattern: String) -> Bool {
        self.pattern = SearchPattern(pattern)
        layOut()
        current = matches.firstIndex { $0 >= top } ?? matches.indices.first
        showCurrent()
        return current != nil
    }

    /// Goes to the next match, or back to the previous one; false if there is none.
    mutating func findAgain(back: Bool = false) -> Bool {
        guard let current, matches.indices.contains(current + (back ? -1 : 1)) else { return false }
        self.current = current + (back ? -1 : 1)
        showCurrent()
        return true
    }

    private mutating func showCurrent() {
        guard let current else { return }
        let row = matches[current]
        if row < top || row >= top + height { scroll(to: row) }
    }

    private mutating func layOut() {
        var marked = StyledText()
        matches = []
        var row = 0
        for (index, line) in text.lines.enumerated() {
            if index > 0 { marked.append("\n") }
            let found = pattern.places(in: line.text)
            matches += found.map { row + rows(of: String(line.text[..<$0.lowerBound])) - 1 }
            marked.append(line.marking(found, as: .match))
            row += rows(of: line.text)
        }
        lines = rows(of: marked)
        if let place = current { current = matches.isEmpty ? nil : min(place, matches.count - 1) }
    }

    private func rows(of text: String) -> Int { rows(of: StyledText(text)).count }

    private func rows(of text: StyledText) -> [LineLayout.Row] {
        var content = LineLayout.Content()
        content.prompt = text
        return LineLayout(content, columns: columns, style: style).rows
    }
}

extension StyledText {
    /// The text with these ranges in another role.
    fileprivate func marking(_ places: [Range<String.Index>], as role: Role) -> StyledText {
        if places.isEmpty { return self }
        let whole = text
        var marked = StyledText()
        var start = whole.startIndex
        var pieceEnd = start
        for piece in pieces {
            pieceEnd = whole.utf8.index(pieceEnd, offsetBy: piece.text.utf8.count)
            for place in places where place.upperBound > start && place.lowerBound < pieceEnd {
                let from = max(place.lowerBound, start)
                marked.append(String(whole[start..<from]), piece.role)
                start = min(place.upperBound, pieceEnd)
                marked.append(String(whole[from..<start]), role)
            }
            marked.append(String(whole[start..<pieceEnd]), piece.role)
            start = pieceEnd
        }
        return marked
    }
}
