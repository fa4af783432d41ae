import Language
import Testing

@testable import Drawing
@testable import Replies

@Suite struct TableTests {
    private func row(_ values: [(String, Value)]) -> Value {
        .record(Record(.row, values.map { Record.Field($0.0, $0.1) }))
    }

    @Test func recordsOfOneShapeAreATable() {
        let rows = [
            row([("current", .boolean(true)), ("name", .text("日本")), ("fd", .integer(3)), ("peer", .none)]),
            row([("current", .boolean(false)), ("name", .text("abcdef")), ("fd", .integer(10)), ("peer", .text("x"))]),
        ]
        let table = "  NAME    FD  PEER\n> 日本    3\n  abcdef  10  x\n"
        #expect(ReplyText.line(.list(rows)) == table && ReplyText.typed(.list(rows)) == table)
    }

    @Test func otherListsAreNone() {
        let short = row([("a", .integer(1)), ("b", .integer(2))])
        #expect(ReplyText.line(.list([short, short])) == "1 2\n1 2\n")
        let long = row(["a", "b", "c", "d"].map { ($0, .integer(1)) })
        let other = row(["a", "b", "c", "e"].map { ($0, .integer(1)) })
        #expect(
            Table([long, other]) == nil && Table([long, short]) == nil && Table([]) == nil && Table([.none]) == nil
        )
    }

    @Test func whatStandsInACellCannotActOnTheTerminal() {
        let rows = [row(["a", "b", "c", "d"].map { ($0, .text("\u{1b}[2J\n")) })]
        let text = ReplyText.line(.list(rows))
        #expect(!text.contains("\u{1b}") && text.filter { $0 == "\n" }.count == 2)
    }

    /// Columns of two, six, six and eight characters.
    private var wide: [Value] {
        [
            row([("a", .text("1")), ("b", .text("bbbbbb")), ("c", .text("cccccc")), ("d", .text("dddddddd"))]),
            row([("a", .text("2")), ("b", .text("b")), ("c", .text("")), ("d", .text(""))]),
        ]
    }

    @Test(arguments: [
        (nil, "A B       C       D\n1 bbbbbb  cccccc  dddddddd\n2 b\n"),
        (26, "A B       C       D\n1 bbbbbb  cccccc  dddddddd\n2 b\n"),
        (25, "A B      C      D\n1 bbbbbb cccccc dddddddd\n2 b\n"),
        (24, "A B      C      D\n1 bbbbbb cccccc dddddddd\n2 b\n"),
        (23, "A B      C\n      D\n1 bbbbbb cccccc\n      dddddddd\n2 b\n"),
        (1, "A\n      B\n      C\n      D\n1\n      bbbbbb\n      cccccc\n      dddddddd\n2\n      b\n"),
    ])
    func isFittedToTheScreen(width: Int?, text: String) { #expect(Table(wide)?.text(width: width) == text) }

    @Test func aCellWithoutRoomInALineOfItsOwnIsCutAtBlanks() {
        let words = "one two three four five six seven"
        let long = row([("a", .text("1")), ("b", .text("b")), ("c", .text("c")), ("d", .bytes(Array(words.utf8)))])
        let text = "A B C\n      D\n1 b c\n      \"one two three four\n      five six seven\"\n"
        #expect(Table([long])?.text(width: 26) == text)
    }
}
