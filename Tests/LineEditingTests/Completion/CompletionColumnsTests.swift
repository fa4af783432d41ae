import Language
import Testing

@testable import LineEditing

@Suite struct CompletionColumnsTests {
    private func candidates(_ count: Int, about: String = "") -> [Completions.Candidate] {
        (1...count).map { Completions.Candidate("name\($0)", about: about) }
    }

    @Test func fillsColumnByColumn() {
        let layout = CompletionColumns(candidates(5), columns: 20)
        #expect(layout.count == 3)
        #expect(layout.rows(0..<5, chosen: nil).map(\.text) == ["name1  name3  name5", "name2  name4"])
    }

    @Test(arguments: [2, 5, 10, 39, 40, 80, 200])
    func neverWiderThanTheScreen(columns: Int) {
        var all = candidates(30, about: "a word or two about it")
        all.append(Completions.Candidate(String(repeating: "日本", count: 30), about: "wide"))
        for row in CompletionColumns(all, columns: columns).rows(0..<31, chosen: 3) {
            #expect(DisplayWidth.of(row.text) <= columns)
        }
    }

    @Test func descriptionsAreCutOnlyWhereTheyMust() {
        let long = "a description of forty-one characters, so"
        func rows(_ count: Int, _ columns: Int, height: Int = 5, _ alphabet: Alphabet = .unicode) -> [String] {
            CompletionColumns(candidates(count, about: long), columns: columns, height: height, alphabet: alphabet)
                .rows(0..<count, chosen: nil).map(\.text)
        }
        #expect(rows(5, 60)[0] == "name1  \(long)")
        #expect(rows(9, 60, height: 9)[0] == "name1  \(long)")
        #expect(rows(9, 60)[0] == "name1  \(long)")
        #expect(rows(9, 82)[0] == "name1  a description of forty-one char…  name6  a description of forty-one char…")
        #expect(rows(9, 82, .ascii)[0].hasPrefix("name1  a description of forty-one ch...  name6"))
        #expect(rows(5, 20)[0] == "name1  a descripti…")
    }

    @Test func theLabelIsWhatIsShown() {
        let layout = CompletionColumns([.init("folder/\u{1b}x", label: "\u{1b}x")], columns: 20)
        let text = layout.rows(0..<1, chosen: nil)[0].text
        #expect(text.hasSuffix("x") && !text.contains("folder") && !text.contains("\u{1b}"))
    }

    @Test func commonPrefixIsWholeCharacters() {
        let completions = Completions(
            replacing: 0..<0,
            with: [.init("caf\u{e9}"), .init("cafe\u{301}s"), .init("caf\u{e8}")]
        )
        #expect(completions.commonPrefix == "caf")
    }

    @Test func menuGoesRoundAndComesBack() {
        let line = EditedLine("use na here", cursor: 6)
        var menu = CompletionMenu(Completions(replacing: 4..<6, with: candidates(3)), line: line)
        _ = menu.rows(columns: 40, height: 5)
        #expect(menu.choose(1) == EditedLine("use name1 here", cursor: 9))
        #expect(menu.choose(-1) == EditedLine("use name3 here", cursor: 9))
        #expect(menu.choose(1).text == "use name1 here")
        #expect(menu.taken == EditedLine("use name1 here", cursor: 10))
        #expect(menu.original == line)
    }

    @Test func longListsArePaged() {
        var menu = CompletionMenu(Completions(replacing: 0..<0, with: candidates(100)), line: EditedLine())
        #expect(
            menu.rows(columns: 10, height: 5).map(\.text) == ["name1  ", "name2  ", "name3  ", "name4  ", "1–4 of 100"]
        )
        _ = menu.turn(1)
        #expect(menu.rows(columns: 10, height: 5).last?.text == "5–8 of 100")
        #expect(menu.choose(1).text == "name5")
    }
}
