import Language
import Testing

@testable import LineEditing

@Suite struct RenderedTextTests {
    @Test(
        arguments: [
            ("plain\tand\n", "plain\tand\n"), ("\u{1b}]52;c;x\u{7}", "\\x1b]52;c;x\\x07"), ("\u{9b}2J", "\\u{9b}2J"),
            ("a\r\nb\rc", "a\nb\\rc"), ("\u{202e}x", "\\u{202e}x"), ("é 日 ✓", "é 日 ✓"),
        ]
    )
    func plainTextIsHarmless(text: String, shown: String) { #expect(RenderedText(plain: text).text == shown) }

    @Test func onlyAStyleHasSequences() {
        let text = Style(.full).rendered(StyledText("\u{1b}[2Jx", .error))
        #expect(text.text.hasSuffix("m^[[2Jx\u{1b}[0m"))
        #expect((text + .eraseRest + .left(0) + .left(3)).line.text == text.text + "\u{1b}[K\u{1b}[3D\n")
        #expect([text, .none].joined == text)
    }
}
