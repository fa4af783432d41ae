import Language

/// One line of a drawing: cells that texts are put into, wide characters over two.
struct TextLine {
    private var cells: [String]

    /// An empty line of so many columns.
    init(width: Int) { cells = [String](repeating: " ", count: max(width, 0)) }

    /// How many columns there are.
    var width: Int { cells.count }

    /// Puts a text at a column; what does not fit into `room` columns, or on the line, is cut.
    mutating func put(_ text: String, at column: Int, room: Int = .max) {
        var place = column
        let limit = min(cells.count, room > cells.count ? cells.count : column + room)
        for character in text {
            let width = DisplayWidth.of(character)
            guard place >= 0, place + width <= limit else { return }
            if width == 0 {
                if place > 0 { cells[place - 1] += String(character) }
                continue
            }
            cells[place] = String(character)
            for more in 1..<max(width, 1) where more < width { cells[place + more] = "" }
            place += width
        }
    }

    /// Fills columns with one character.
    mutating func fill(_ columns: Range<Int>, _ character: String) {
        for column in columns.clamped(to: 0..<cells.count) { cells[column] = character }
    }

    /// What is in a column.
    subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : " " }

    /// The line without blanks at its end.
    var text: String {
        var end = cells.count
        while end > 0, cells[end - 1] == " " { end -= 1 }
        return cells[..<end].joined()
    }
}

/// Fitting texts into columns.
enum Fit {
    /// A text in at most `width` columns; if it is cut, an ellipsis says so.
    static func cut(_ text: String, to width: Int, ellipsis: String = "…") -> String {
        text.cut(to: width, ellipsis: ellipsis)
    }

    /// Texts packed into lines of at most `width` columns; a text that is too long by itself is broken at spaces.
    static func wrap(_ pieces: [String], width: Int, lines limit: Int, ellipsis: String) -> [String] {
        var lines: [String] = []
        var line = ""
        func fits(_ text: String) -> Bool { line.isEmpty || DisplayWidth.of(line) + 1 + DisplayWidth.of(text) <= width }
        func add(_ text: String) {
            if !fits(text) {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + text
        }
        for piece in pieces where !piece.isEmpty {
            if DisplayWidth.of(piece) <= width {
                add(piece)
            } else {
                for word in piece.split(separator: " ") { add(cut(String(word), to: width, ellipsis: ellipsis)) }
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > limit else { return lines }
        let rest = lines[(limit - 1)...].joined(separator: " ")
        return Array(lines.prefix(limit - 1)) + [cut(rest, to: width, ellipsis: ellipsis)]
    }
}
