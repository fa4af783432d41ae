import Testing

@testable import Lessons

@Suite struct RecordingPageTests {
    @Test(arguments: [
        ("<script>&\"'", "&lt;script&gt;&amp;&quot;&#39;"),
        ("\u{1b}[1;31mred\u{1b}[0m\u{1b}", "red"),
        ("\u{1b}[31", ""),
        ("a\r\n\tb\u{7}\u{9b}2J\u{7f}", "a\n\tb2J"),
        ("é🦊", "é🦊"),
    ]) func onlyTextComesThrough(text: String, expected: String) {
        #expect(PageText.escaped(text) == expected)
    }

    @Test func aStepHasItsPlaceOnce() {
        var page = RecordingPage(title: "<T>", language: "fr")
        #expect(page.head.contains("<title>&lt;T&gt;</title>") && page.head.contains("<html lang=\"fr\">"))
        #expect(page.step(id: "bind", title: "Bind") == "")
        let heading = "<h2 id=\"bind\"><a href=\"#bind\" class=\"step\">¶</a>1/2  Bind</h2>\n"
        #expect(page.show([.heading("1/2  Bind")]) == heading)
        #expect(page.step(id: "bind", title: "Bind") == "")
        #expect(page.show([.heading("1/2  Bind")]) == "<h2>1/2  Bind</h2>\n")
        #expect(page.step(id: "last", title: "Last") == "")
        #expect(page.text("> s\n").hasPrefix("<h2 id=\"last\">"))
        #expect(page.end().contains("<nav><ol><li><a href=\"#bind\">Bind</a></li><li>"))
    }

    @Test func theTitleIsNotSaidAgain() {
        var page = RecordingPage(title: "T")
        #expect(page.show([.heading("T"), .text("One.")]) == "<p>One.</p>\n")
        #expect(page.head.components(of: "<h1>T</h1>") == 1)
    }

    @Test func whatIsSaidPartsTheTranscript() {
        var page = RecordingPage(title: "T")
        let pieces = [
            page.text("> a\n"), page.text("1\n"), page.show([.praise("Yes.")]), page.text("> b\n"), page.end(),
        ]
        let expected =
            "<pre>\n&gt; a\n1\n</pre>\n<div class=\"praise\"><p>✓ Yes.</p>\n</div>\n<pre>\n&gt; b\n</pre>\n<nav>"
        #expect(pieces.joined().hasPrefix(expected))
    }

    @Test(arguments: [
        ("a `b` c", "a <code>b</code> c"), ("`<b>*x*`", "<code>&lt;b&gt;*x*</code>"), ("a ` b", "a ` b"), ("``", "``"),
        ("the *same* port", "the <em>same</em> port"), ("**so** it", "<strong>so</strong> it"),
        ("*`listen`* it", "<em><code>listen</code></em> it"), ("2 * 3 * 4", "2 * 3 * 4"),
        ("char *a, *b", "char *a, *b"),
        ("x*y*z", "x*y*z"), ("[a](javascript:b)", "[a](javascript:b)"), ("***", "***"), ("", ""),
    ]) func codeAndEmphasis(text: String, html: String) { #expect(PageText.inline(text) == html) }

    @Test func textIsNoWiderThanItsReader() {
        let text = "One that\ngoes on.\n\n- a\n  b\n- c\n\n3. d\n\n| t |\n| u |\n\n    e\n     f\n<!-- g -->"
        let html = """
            <p>One that goes on.</p>
            <ul><li>a b</li><li>c</li></ul>
            <ol start="3"><li>d</li></ol>
            <pre class="shown">| t |
            | u |</pre>
            <pre class="shown">e
             f</pre>

            """
        #expect(PageText.html(.text(text)) == html)
    }
}

extension String {
    /// How often a text occurs in it.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
