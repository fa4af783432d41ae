import Testing

@testable import Language

@Suite struct StyledTextTests {
    @Test(arguments: [
        ("\u{1b}[2Jgone", "^[[2Jgone"),
        ("\u{9b}31mred", "\\u{9b}31mred"),
        ("bell\u{7}", "bell^G"),
        ("\u{7f}", "^?"),
        ("abc\u{202e}cba", "abc\\u{202e}cba"),
        ("a\tb", "a    b"),
        ("one\r\ntwo", "one\ntwo"),
        ("ümlaut 日本 😀", "ümlaut 日本 😀"),
    ])
    func nothingActsOnTheTerminal(text: String, shown: String) {
        #expect(StyledText(text).text == shown)
        #expect(("\(text)" as StyledText).text == shown)
    }

    @Test func noControlCharacterGetsThrough() {
        for value in UInt32(0)..<0x2100 {
            guard let scalar = Unicode.Scalar(value), scalar != "\n" else { continue }
            let text = StyledText("a" + String(scalar) + "b").text
            #expect(!text.unicodeScalars.contains(where: VisibleText.acts), "U+\(String(value, radix: 16))")
        }
    }

    @Test func cutsAtColumnsAndLines() {
        let text = StyledText("日本語", .string) + StyledText("\nsecond")
        #expect(text.prefix(columns: 5).text == "日本")
        #expect(text.lines.map(\.text) == ["日本語", "second"])
    }

    @Test func padsToColumns() {
        let text = StyledText("日", .task).padded(to: 4, .task)
        #expect(text.text == "日  " && text.pieces.allSatisfy { $0.role == .task })
        #expect(StyledText("long").padded(to: 2, .task).text == "long")
    }
}
