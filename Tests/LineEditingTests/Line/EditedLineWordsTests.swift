import Testing

@testable import LineEditing

@Suite struct EditedLineWordsTests {
    /// A text with its cursor written as a bar.
    private func line(_ text: String) -> EditedLine {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        return EditedLine(String(parts[0] + parts[1]), cursor: parts[0].utf8.count)
    }

    @Test(arguments: [
        ("|one two", 3), ("o|ne two", 3), ("one| two", 7), ("one |127.0.0.1", 7), ("été|", 5), ("日|本 x", 6),
        ("a| ..", 4),
    ])
    func wordsEndBehindLettersAndDigits(text: String, end: Int) {
        #expect(line(text).wordEnd == end)
    }

    @Test(arguments: [
        ("one two|", 4), ("one |two", 0), ("127.0.0.1|", 8), ("été|", 0), ("|x", 0), (" ..|", 0), ("a  ..|", 0),
    ])
    func wordsBeginInFrontOfLettersAndDigits(text: String, start: Int) {
        #expect(line(text).wordStart == start)
    }

    @Test(arguments: [("bind 127.0.0.1|", 5), ("bind 127.0.0.1  |", 5), ("bind|", 0), ("|", 0)])
    func blanksPartWordsToo(text: String, start: Int) {
        #expect(line(text).blankWordStart == start)
    }

    @Test func linesOfAnEntry() {
        let middle = line("one\ntw|o\nthree")
        #expect(middle.lineStart == 4)
        #expect(middle.lineEnd == 7)
    }

    @Test func wordsAreWrittenOtherwise() {
        #expect(line("|one two").changingWord { $0.uppercased() } == line("ONE| two"))
        #expect(line("one| tWO x").changingWord(\.capitalizedWord) == line("one Two| x"))
    }
}
