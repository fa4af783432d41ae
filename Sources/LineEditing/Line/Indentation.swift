/// How far a line inside of blocks is indented.
enum Indentation {
    /// The blanks of one block, as the lessons' scripts have them.
    static let step = "    "

    /// What a new line begins with behind this text: nothing in a quote, whose blanks are its own.
    static func behind(_ head: some StringProtocol) -> String {
        let brackets = Brackets(head)
        return brackets.isQuoteOpen ? "" : String(repeating: step, count: brackets.depth)
    }

    /// The line with a `}` typed: where nothing but blanks stands in front of it, as far out as the line that opened its
    /// block.
    static func closing(_ line: EditedLine) -> EditedLine {
        let start = line.lineStart
        let blanks = line.between(start, line.cursor)
        let brackets = Brackets(line.head)
        let isAlone = start > 0 && blanks.allSatisfy { $0 == " " } && !brackets.isQuoteOpen
        if !isAlone { return line.replacing(line.cursor..<line.cursor, with: "}") }
        let depth = max(0, brackets.depth - 1)
        return line.replacing(start..<line.cursor, with: String(repeating: step, count: depth) + "}")
    }
}
