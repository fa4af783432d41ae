import Language
import Testing

@testable import LineEditing

@Suite struct PagerTests {
    private static let text = (1...30).map { "line \($0)" }.joined(separator: "\n")

    private func pager(_ text: String = text, columns: Int = 40, rows: Int = 6) -> Pager {
        Pager(StyledText(text), style: Style(.full), columns: columns, rows: rows)
    }

    /// The rows as text, the status last.
    private func rows(_ pager: Pager) -> [String] {
        pager.screen.split(separator: "\r\n", omittingEmptySubsequences: false).map { row in
            var isSequence = false
            return String(
                row.filter { character in
                    if character == "\u{1b}" { isSequence = true }
                    defer { if isSequence && character != "[" && character.isLetter { isSequence = false } }
                    return !isSequence
                }
            )
        }
    }

    private func type(_ text: String, into pager: inout Pager) {
        _ = pager.handle(.search)
        for character in text { _ = pager.handle(.typed(character)) }
        _ = pager.handle(.enter)
    }

    @Test func searchGoesToThePlacesAndStopsAtTheEnds() {
        var pager = pager()
        type("NE 1", into: &pager)
        #expect(rows(pager).last?.contains("‘NE 1’ is not in this text") == true)
        type("ne 2", into: &pager)
        #expect(rows(pager)[0] == "line 1")
        #expect(rows(pager).last?.contains("place 1 of 11") == true)
        _ = pager.handle(.next)
        #expect(rows(pager)[0] == "line 20")
        _ = pager.handle(.previous)
        #expect(rows(pager)[0] == "line 2")
        _ = pager.handle(.previous)
        #expect(rows(pager).last == " that was the first ")
        #expect(rows(pager)[0] == "line 2")
    }

    @Test func aPlaceIsFoundWhereRowsAreBroken() {
        var pager = pager(
            "first\n" + String(repeating: "日", count: 25) + "本語 end\nlast\n" + Self.text,
            columns: 9,
            rows: 4
        )
        type("本語", into: &pager)
        #expect(rows(pager).prefix(3).contains { $0.contains("本語") })
        #expect(pager.screen.contains("\u{1b}[38;5;16;48;5;221m本語"))
    }

    @Test func aMarkGoesOverPieces() {
        let text = StyledText("one tw", .heading) + StyledText("o three", .plain)
        var pager = Pager(text + StyledText("\n" + Self.text), style: Style(.full), columns: 40, rows: 6)
        type("two", into: &pager)
        #expect(rows(pager)[0] == "one two three")
        #expect(pager.screen.contains("\u{1b}[38;5;16;48;5;221mtwo\u{1b}[0m three"))
    }

    @Test func aPatternCanBeGivenUp() {
        var pager = pager()
        for key in [Pager.Key.search, .typed("x"), .erase, .erase] { _ = pager.handle(key) }
        #expect(pager.pattern == nil)
        for key in [Pager.Key.search, .typed("q"), .cancel] { _ = pager.handle(key) }
        #expect(pager.pattern == nil)
        let goesOn = pager.handle(.quit)
        #expect(!goesOn)
    }

    @Test func theKeysComeAndGo() {
        var pager = pager()
        _ = pager.handle(.last)
        let last = rows(pager)
        _ = pager.handle(.help)
        #expect(rows(pager)[0].hasPrefix("space, f"))
        let goesOn = [pager.handle(.quit), pager.handle(.quit)]
        #expect(goesOn == [true, false])
        #expect(rows(pager) == last)
    }

    @Test func aSearchOutlivesAResize() {
        var pager = pager()
        type("line 25", into: &pager)
        pager.resize(columns: 4, rows: 5)
        pager.resize(columns: 40, rows: 6)
        #expect(pager.screen.contains("\u{1b}[38;5;16;48;5;221mline 25"))
    }
}
