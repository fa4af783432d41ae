import Language
import Testing

@Suite struct WrappingTests {
    @Test(arguments: [
        ("fits  as it is", 20, "", ["fits  as it is"]),
        ("one two three four five six", 20, "", ["one two three four", "five six"]),
        ("  one two three four five", 20, "", ["  one two three four", "  five"]),
        ("one two three four five six", 24, "a   ", ["a   one two three four", "    five six"]),
        ("a aVeryLongWordThatNoLineTakes b", 20, "", ["a", "aVeryLongWordThatNoLineTakes", "b"]),
        ("日本 日本 日本 日本 日本 日本", 20, "", ["日本 日本 日本 日本", "日本 日本"]),
        ("one two three four five six", 1, "日 ", ["日 one two three four", "   five six"]),
        ("", 20, "a ", ["a "]),
    ])
    func breaksAtBlanks(text: String, width: Int, head: String, parts: [String]) {
        #expect(text.wrapped(width: width, behind: head) == parts)
    }

    @Test func hostileTextTakesLinearTime() {
        #expect(String(repeating: "a ", count: 200_000).wrapped(width: 80).count == 5000)
    }
}
