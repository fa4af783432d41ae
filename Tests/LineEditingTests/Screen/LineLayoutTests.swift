import Language
import Testing

@testable import LineEditing

@Suite struct LineLayoutTests {
    private func layout(_ text: String, cursor: Int? = nil, columns: Int, hint: String = "") -> LineLayout {
        var content = LineLayout.Content()
        content.prompt = "> "
        content.continuation = "… "
        content.line = EditedLine(text, cursor: cursor)
        content.trailer = StyledText(hint)
        return LineLayout(content, columns: columns, style: Style(.plain))
    }

    @Test func wrapsAtTheEdge() {
        let layout = layout("abcdefghij", columns: 6)
        #expect(layout.rows.map(\.rendered) == ["> abcd", "efghij", ""])
        #expect((layout.cursorRow, layout.cursorColumn) == (2, 0))
    }

    @Test func aWideCharacterIsNotCut() {
        let layout = layout("abc日本", columns: 6)
        #expect(layout.rows.map(\.rendered) == ["> abc ", "日本"])
        #expect((layout.cursorRow, layout.cursorColumn) == (1, 4))
    }

    @Test func furtherLinesHaveTheSecondPrompt() {
        let layout = layout("try {\nab", cursor: 7, columns: 20)
        #expect(layout.rows.map(\.rendered) == ["> try {", "… ab"])
        #expect((layout.cursorRow, layout.cursorColumn) == (1, 3))
    }

    @Test func controlCharactersAreSpelledOut() {
        #expect(layout("a\u{1b}[2Jb", columns: 40).rows.map(\.rendered) == ["> a^[[2Jb"])
    }

    @Test func theHintDoesNotMoveTheCursor() {
        let layout = layout("ab", columns: 10, hint: " HOST PORT")
        #expect(layout.rows.map(\.rendered) == ["> ab HOST ", "PORT"])
        #expect((layout.cursorRow, layout.cursorColumn) == (0, 4))
    }

    @Test(arguments: 1...30)
    func noRowIsWiderThanTheScreen(columns: Int) {
        let text = "mixed 日本語 \u{1b}[31m e\u{301}\n😀 and more text than fits \u{202e} here"
        for cursor in 0...text.utf8.count {
            let layout = layout(text, cursor: cursor, columns: max(2, columns), hint: "hint")
            #expect(layout.rows.allSatisfy { $0.width <= max(2, columns) })
            #expect(layout.rows.indices.contains(layout.cursorRow))
        }
    }
}
