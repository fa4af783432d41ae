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

    private let first = RecordingChapter(id: "bind", title: "Bind")

    @Test func aChapterHasItsPlaceOnce() {
        var page = RecordingPage(title: "<T>", language: "fr")
        #expect(page.head.contains("<title>&lt;T&gt;</title>") && page.head.contains("<html lang=\"fr\">"))
        #expect(page.begin(first, at: 0) == "")
        let place = "<a href=\"#bind\" class=\"place\" aria-label=\"Link to this chapter\">¶</a>"
        let heading = "<h2 id=\"bind\" data-t=\"1.50\">1/2  Bind\(place)</h2>\n"
        #expect(page.show([.heading("1/2  Bind")], at: 1.5) == heading)
        #expect(page.begin(first, at: 2) == "")
        #expect(page.show([.heading("1/2  Bind")], at: 2) == "<h2 data-t=\"2.00\">1/2  Bind</h2>\n")
        #expect(page.begin(RecordingChapter(id: "last", title: "Last"), at: 3) == "")
        #expect(page.typed("s", at: 3, lasting: 1).hasPrefix("<h2 id=\"last\" data-t=\"3.00\">"))
        #expect(page.end(at: 4).contains("<ol><li><a href=\"#bind\">Bind</a></li><li>"))
    }

    @Test func theTitleIsNotSaidAgain() {
        var page = RecordingPage(title: "T")
        let said = page.show([.heading("T"), .text("One.")], at: 0)
        #expect(said == "<div class=\"said\" data-t=\"0.00\">\n<p>One.</p>\n</div>\n")
        #expect(page.head.components(of: "<h1>T</h1>") == 1)
    }

    @Test func inputReplyFailureAndNoticeAreToldApart() {
        var page = RecordingPage(title: "T")
        let pieces = [
            page.typed("a <b>", at: 1, lasting: 0.25), page.text("1\n", .reply, at: 2),
            page.text("2\n", .reply, at: 2.1),
            page.text("E: no\n", .failure, at: 2.1), page.text("job 1 done\n", .notice, at: 3),
            page.show([.praise("Yes.")], at: 4), page.text("\n", .reply, at: 4), page.text("3\n", .reply, at: 5),
            page.end(at: 6),
        ]
        let expected = """
            <pre class="input" data-t="1.00" data-d="0.25">
            &gt; a &lt;b&gt;
            </pre>
            <pre class="reply" data-t="2.00">
            1
            2
            </pre>
            <pre class="failure" data-t="2.10">
            E: no
            </pre>
            <pre class="notice" data-t="3.00">
            job 1 done
            </pre>
            <div class="said" data-t="4.00">
            <div class="praise"><p><span class="sign">✓</span> Yes.</p>
            </div>
            </div>
            <pre class="reply" data-t="5.00">
            3
            </pre>
            </main>
            <nav
            """
        #expect(pieces.joined().hasPrefix(expected))
    }

    @Test func thePageNeedsNothingElse() {
        let page = RecordingPage(title: "T").head
        for word in ["http:", "https:", "src=", "url(", "@import", "fetch(", "innerHTML"] {
            #expect(!page.contains(word), "\(word)")
        }
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
