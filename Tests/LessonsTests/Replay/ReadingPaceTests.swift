import Testing

@testable import Lessons

@Suite struct ReadingPaceTests {
    @Test func aTextTakesAsLongAsItIsRead() {
        let words = String(repeating: "word ", count: 238)
        #expect(abs(ReadingPace.seconds(reading: words) - 60) < 1e-9)
        #expect(ReadingPace.seconds(reading: "-- ── ✓ \n") == 0)
        #expect(ReadingPace.seconds(reading: "日本語で読む") == ReadingPace.seconds(reading: "one two three"))
    }

    @Test func aPauseIsWhatWasShownSinceTheLast() {
        var pace = ReadingPace()
        let least = pace.pause()
        pace.said([.text(String(repeating: "word ", count: 238))])
        pace.replied(String(repeating: "word ", count: 23))
        #expect(pace.pause() > 60 && pace.pause() == least)
    }

    @Test func aQuestionIsThoughtAbout() {
        var (pace, other) = (ReadingPace(), ReadingPace())
        pace.said([.question("What will it say?", [])])
        other.said([.text("What will it say?")])
        #expect(pace.pause() >= other.pause() + 4)
    }

    @Test func aLongReplyIsLookedAt() {
        var pace = ReadingPace()
        pace.replied(String(repeating: "word ", count: 10_000))
        #expect(pace.pause() < 20)
    }
}
