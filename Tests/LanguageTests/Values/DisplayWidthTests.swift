import Testing

import Language

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("😀", 2), ("🇩🇪", 2),
        ("–·…", 3),
        ("\u{200B}", 0), ("\u{AD}", 0), ("✂", 1), ("✅", 2), ("\u{1160}", 0),
    ])
    func countsColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
