/// How far a line inside blocks is indented.
enum Indentation {
    /// The indentation of one block, as in the lessons' scripts.
    static let step = "    "
    /// How many blocks are indented at most: what is deeper is hardly a script, and no screen has the room.
    static let deepest = 16

    /// What a new line after this text begins with: nothing in a quote, whose blanks are its own.
    static func behind(_ head: some StringProtocol) -> String {
        let brackets = Brackets(head)
        return brackets.isQuoteOpen ? "" : String(repeating: step, count: min(brackets.depth, deepest))
    }

    /// The line with a `}` typed: if only blanks precede it, as far out as the line that opened its block.
    static func closing(_ line: EditedLine) -> EditedLine {
        let start = line.lineStart
        let blanks = line.between(start, line.cursor)
        let brackets = Brackets(line.head)
        let isAlone = start > 0 && blanks.allSatisfy { $0 == " " } && !brackets.isQuoteOpen
        if !isAlone { return line.replacing(line.cursor..<line.cursor, with: "}") }
        let depth = min(max(0, brackets.depth - 1), deepest)
        return line.replacing(start..<line.cursor, with: String(repeating: step, count: depth) + "}")
    }
}
