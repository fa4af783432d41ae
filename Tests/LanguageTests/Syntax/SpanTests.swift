import Testing

@testable import Language

@Suite struct SpanTests {
    @Test func spansNeverRunBackwards() {
        #expect(Span(5, 3) == Span(5, 5))
        #expect(Span(1, 2).union(Span(5, 9)) == Span(1, 9) && Span(5, 9).union(Span(1, 2)) == Span(1, 9))
    }

    @Test(arguments: [
        (0, 7, 1), (1, 7, 2), (3, 7, 3), (4, 8, 1), (6, 8, 3), (7, 9, 1), (99, 9, 1), (-1, 7, 1),
    ])
    func positions(_ offset: Int, _ line: Int, _ column: Int) {
        // The second character has two bytes; columns count characters.
        let source = Source(file: "test", firstLine: 7, text: Array("aé\nbc\n".utf8))
        #expect(source.position(of: offset) == (line, column))
    }

    @Test(arguments: [(0, "ab", 0), (2, "ab", 0), (3, "", 3), (4, "cd", 4), (6, "cd", 4), (99, "cd", 4), (-5, "ab", 0)])
    func lines(_ offset: Int, _ text: String, _ start: Int) {
        let line = Source.of("ab\n\ncd").line(around: offset)
        #expect(line.text == text && line.start == start)
    }

    @Test func aLineEndsBeforeItsCarriageReturn() {
        #expect(Source.of("ab\r\ncd").line(around: 1).text == "ab")
        #expect(Source.of("ab\rc\r").line(around: 1).text == "ab\rc")
    }

    @Test func texts() {
        let source = Source.of("abc")
        #expect(
            source.text(of: Span(1, 2)) == "b" && source.text(of: Span(1, 99)) == "bc"
                && source.text(of: Span(9, 99)).isEmpty
        )
    }
}
