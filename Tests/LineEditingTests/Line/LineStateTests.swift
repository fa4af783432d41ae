import Testing

@testable import LineEditing

@Suite struct LineStateTests {
    @Test func undoTakesAWordBackAtATime() {
        var undo = UndoStack()
        var text = ""
        for character in "abc def" {
            text.append(character)
            undo.note(EditedLine(text))
        }
        #expect(undo.back()?.text == "abc")
        #expect(undo.back()?.text == "")
        #expect(undo.back() == nil)
    }

    @Test func theOldestFormsAreForgotten() {
        var undo = UndoStack()
        for number in 0...(2 * UndoStack.limit) { undo.note(EditedLine(String(number) + " ")) }
        let depth = undo.depth
        #expect(depth == 2 * UndoStack.limit + 1)
        var count = 0
        while undo.back() != nil { count += 1 }
        #expect(count == UndoStack.limit)
        let long = String(repeating: "x ", count: UndoStack.sizeLimit / 8)
        for number in 0..<10 { undo.note(EditedLine(long + String(number))) }
        undo.join(since: undo.depth - 2)
        count = 0
        while undo.back() != nil { count += 1 }
        #expect((1...4).contains(count))
    }

    @Test func redoBringsBackUntilSomethingElseChanges() {
        var undo = UndoStack()
        for text in ["a", "a b", "a b c"] { undo.note(EditedLine(text)) }
        #expect(undo.back()?.text == "a b")
        #expect(undo.back()?.text == "a")
        #expect(undo.forth()?.text == "a b")
        #expect(undo.forth()?.text == "a b c")
        #expect(undo.forth() == nil)
        #expect(undo.back()?.text == "a b")
        undo.note(EditedLine("a b d"))
        #expect(undo.forth() == nil)
        #expect(undo.back()?.text == "a b")
    }

    @Test func replacingKeepsTheCursorBehindTheNewText() {
        let line = EditedLine("añb", cursor: 3)
        #expect(line.replacing(1..<3, with: "日") == EditedLine("a日b", cursor: 4))
        #expect(line.head == "añ")
    }

    @Test(arguments: [("a\r\nb\r\n", "a\nb"), ("a\rb", "a\nb"), ("\n\n", ""), ("one", "one"), ("a\n\nb\n", "a\n\nb")])
    func pasteIsTidied(pasted: String, text: String) {
        #expect(LineEditor.tidied(pasted) == text)
    }

    @Test func searchGoesBackAndForth() {
        let history = History(path: nil)
        for entry in ["listen 5", "connect a 80", "listen 6", "close"] { history.add(entry) }
        var search = HistorySearch(original: EditedLine("typed"))
        search.look(for: "lis", in: history)
        #expect(search.shown.text == "listen 6")
        search.older(in: history)
        #expect(search.shown.text == "listen 5")
        search.older(in: history)
        #expect(search.shown.text == "listen 5")
        search.newer(in: history)
        #expect(search.shown.text == "listen 6")
        search.look(for: "lisx", in: history)
        #expect(search.prompt.text.hasPrefix("not in the history"))
    }

    @Test func linearOutputHasNoEscape() {
        var painter = LinearPainter()
        var content = LineLayout.Content()
        content.prompt = "> "
        var out = ""
        for (text, cursor) in [("", 0), ("a", 1), ("ab", 2), ("ab", 1), ("axb", 2), ("xb", 0), ("xb\ny", 4), ("q", 1)] {
            content.line = EditedLine(text, cursor: cursor)
            out += painter.paint(content, columns: 20)
        }
        #expect(!out.contains("\u{1b}"))
        #expect(out.hasPrefix("> ab\u{8}xb\u{8}"))
    }
}
