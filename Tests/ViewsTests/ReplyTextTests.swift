import Language
import Testing

@testable import Views

@Suite struct ReplyTextTests {
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

    @Test func data() {
        #expect(ReplyText.raw(.bytes([0x41, 0x1b, 0x0a])) == "A\\x1b\n" && ReplyText.typed(.none).isEmpty)
        #expect(ReplyText.typed(.bytes([0x41, 0x0a])) == "\"A\\n\"\n" && ReplyText.line(.text("a")) == "a\n")
    }
}
