import Testing

@testable import LineEditing

@Suite struct BracketsTests {
    @Test(arguments: [
        ("{a}", 0, 2), ("{({})}", 1, 4), ("{ '}' }", 0, 6), ("{ \"\\\"}\" }", 0, 8), ("{ # }\n}", 0, 6), ("a#{}", 2, 3),
    ])
    func pairs(text: String, open: Int, close: Int) {
        let pairs = Brackets(text).pairs
        #expect(pairs[open] == close)
        #expect(pairs[close] == open)
    }

    @Test(arguments: [("", 0), ("{ {", 2), ("{ } {", 1), ("'{", 0), ("}", 0), ("{(", 1)])
    func depth(text: String, depth: Int) {
        #expect(Brackets(text).depth == depth)
    }

    @Test func whatDoesNotMatchHasNoPartner() {
        #expect(Brackets("(}").pairs.isEmpty)
    }

    @Test(arguments: [
        ("f(é)", 5, [4, 1]), ("f(é)", 1, [1, 4]), ("f(é a)", 4, []), ("()()", 2, [1, 0]), ("(", 1, []), ("'()'", 2, []),
    ])
    func atTheCursor(text: String, cursor: Int, offsets: [Int]) {
        #expect(EditedLine(text, cursor: cursor).bracketsAtCursor == offsets.map { $0..<($0 + 1) })
    }

    @Test(arguments: [
        ("if $a {", "    "), ("if $a { while 1 {", "        "), ("print 'a {", ""), ("a", ""), ("{ } {", "    "),
        ("# {", ""),
    ])
    func linesInBlocksAreIndented(head: String, blanks: String) {
        #expect(Indentation.behind(head) == blanks)
    }

    @Test(arguments: [
        ("{\n    ", "{\n}"), ("{\n  {\n        ", "{\n  {\n    }"), ("{\n    x", "{\n    x}"), ("  ", "  }"),
        ("'{\n  ", "'{\n  }"),
        ("{\n", "{\n}"), ("a\n    ", "a\n}"),
    ])
    func aClosingBraceGoesOut(before: String, after: String) {
        #expect(Indentation.closing(EditedLine(before)) == EditedLine(after))
    }
    @Test func moreBlocksThanAnybodyWritesAreNotIndented() {
        let head = String(repeating: "{ ", count: 20_000)
        #expect(Indentation.behind(head).count == 4 * Indentation.deepest)
    }
}
