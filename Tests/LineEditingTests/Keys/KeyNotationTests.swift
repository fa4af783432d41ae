import Testing

@testable import LineEditing

@Suite struct KeyNotationTests {
    @Test(
        arguments: [
            ("^A", "\u{1}"), ("^a", "\u{1}"), ("^?", "\u{7f}"), ("^[[A", "\u{1b}[A"), ("\\e[1;5C", "\u{1b}[1;5C"),
            ("\\033", "\u{1b}"), ("\\0011", "\u{1}1"), ("\\t\\n\\r\\a\\b\\v\\f", "\t\n\r\u{7}\u{8}\u{b}\u{c}"),
            ("\\^\\\\", "^\\"), ("\\U+e9x", "éx"), ("\\\\U+e9", "\\U+e9"), ("\\U+00041b", "Ab"), ("\\U+5e", "^"),
            ("\\\u{65E5}^A", "\u{65E5}\u{1}"), ("\\U+1F600", "😀"), ("M-x", "\u{1b}x"), ("M-", "M-"), ("日", "日"),
            ("", ""),
        ]
    )
    func standsFor(notation: String, keys: String) throws {
        let reader = try #require(KeyNotation())
        #expect(reader.keys(notation) == keys)
        #expect(reader.keys(KeyNotation.spelling(keys)) == keys)
    }

    @Test(arguments: ["^", "\\", "a^", "a\\", "\\U+", "\\U+zz", "\\U+d800"])
    func isUnreadable(notation: String) throws { #expect(try #require(KeyNotation()).keys(notation) == nil) }
}
