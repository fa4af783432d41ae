import Testing

@testable import Assistance

/// `?` asks for help where nothing else could be meant, and is a character in a question.
@Suite struct QuestionMarkTests {
    @Test(arguments: [
        ("", true), ("socket", true), ("socket ", true), ("s = socket inet ", true), ("send \"x", false),
        ("send x", false),
        ("# why", false), ("what is a socket", false), ("what is a socket ", false), ("why can't i", false),
        ("how ", true), ("ask what is it", false),
    ])
    func asks(_ text: String, _ doesAsk: Bool) {
        #expect(Prompt().assist.questionMarkAsks(text, text.utf8.count) == doesAsk)
    }
}
