import Testing

@testable import Drawing

@Suite struct MarkupTests {
    @Test func onlyWhatMeansSomethingIsAnEntity() {
        let text = "a<b>&amp;\"'é\u{7}🦊"
        let escaped = "a&lt;b&gt;&amp;amp;&quot;&#39;é"
        #expect(Markup.escaped(text.unicodeScalars) { $0 } == escaped + "\u{7}🦊")
        #expect(Markup.escaped(text.unicodeScalars) { $0 == "\u{7}" ? nil : $0 } == escaped + "🦊")
        #expect(Markup.escaped(text.unicodeScalars) { $0 == "\u{7}" ? "?" : $0 } == escaped + "?🦊")
    }
}
