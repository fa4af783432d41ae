import Commands
import Testing

@testable import Lessons

@Suite struct TranscriptRunnerTests {
    /// What was typed, expected and got may hold anything; none of it acts on the terminal it is shown on.
    @Test func aDifferenceIsShownEscaped() throws {
        let transcript = Transcript("> print \"\u{1b}[2J\"\n\u{1b}]0;title\u{7}\n")
        let difference = try #require(TranscriptRunner(registry: .all).run(transcript).first)
        #expect(difference.description.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(difference.description.contains("\\x1b]0;title\\x07"))
    }
}
