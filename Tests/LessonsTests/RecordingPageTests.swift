import Testing

@testable import Lessons

@Suite struct RecordingPageTests {
    private let page = RecordingPage(title: "<T>")

    @Test(arguments: [
        ("<script>&\"'", "&lt;script&gt;&amp;&quot;&#39;"),
        ("\u{1b}[1;31mred\u{1b}[0m\u{1b}", "red"),
        ("\u{1b}[31", ""),
        ("a\r\n\tb\u{7}\u{9b}2J\u{7f}", "a\n\tb2J"),
        ("é🦊", "é🦊"),
    ]) func onlyTextComesThrough(text: String, expected: String) {
        #expect(page.text(text) == expected)
    }

    @Test func aStepHasItsPlaceOnce() {
        var page = page
        #expect(page.step(id: "bind", title: "Bind") == "<a id=\"bind\" href=\"#bind\" class=\"step\">¶</a>")
        #expect(page.step(id: "bind", title: "Bind") == "")
        #expect(page.tail.contains("<nav><ol><li><a href=\"#bind\">Bind</a></li></ol></nav>"))
        #expect(page.head.contains("<title>&lt;T&gt;</title>"))
    }
}
