import Testing

@testable import Language

@Suite struct EntryProgressTests {
    @Test(arguments: [
        "a", "a\n", "", "}", "} {", "# {", "a # \"", "'{'", "\"{\"", "\"\\\"\"", "a{}b", "repeat 2 { }", "\\x", "a\\",
        "\\\\",
        "'\\'", "\"a\nb\"", "a#{ }", "\\# }",
    ])
    func complete(_ text: String) { #expect(!EntryProgress.needsMore(text)) }

    @Test(arguments: [
        "{", "repeat 2 {\n", "\"", "'", "\"\\\"", "'\\", "a \\", "a \\\r", "\\", "\"a\n", "{ # }", "{ '}'", "a#{",
        "\\# {",
        "} { {",
    ])
    func incomplete(_ text: String) { #expect(EntryProgress.needsMore(text)) }

    /// Where entries end in a text, in bytes.
    private func ends(_ text: String) -> [Int] { entryEnds(Array(text.utf8)) }

    @Test(arguments: [
        ("a\nb\n", [2, 4]), ("a;b\n", [4]), ("repeat 2 {\na\n}\nb\n", [15, 17]), ("a \\\nb\n", [6]),
        ("a \\\r\nb\r\n", [8]),
        ("a \\\\\nb\n", [5, 7]), ("a\\\nb\n", [3, 5]), ("\"a\nb\"\n", [6]), ("# {\n", [4]), ("a \\\r\rb\nc\n", [7, 9]),
        ("}\n", [2]),
    ])
    func entriesEnd(_ text: String, _ expected: [Int]) { #expect(ends(text) == expected) }

    @Test func aTextIsTakenWholeOrLineByLine() {
        let text = Array("repeat 2 {\na \"\n}\n\"\n}\n".utf8)
        var progress = EntryProgress()
        #expect(text.withUnsafeBufferPointer { progress.take($0) } && entryEnds(text) == [text.count])
    }
}
