import Language
import Testing

@testable import Lessons

@Suite struct RecordingTextTests {
    @Test func sequencesAreLeftOut() {
        var text = RecordingText(title: "T")
        #expect(text.text("\u{1b}[1m1\u{1b}[0m\u{7}\n", .reply, at: 0) == "1\n")
    }

    @Test func aTextHasAllOfIt() {
        let theatre = CastTheatre()
        theatre.show([.heading("T"), .text("One `two`.")])
        theatre.type("print 1", atOnce: false)
        theatre.write("1\n")
        theatre.writeFailure(StyledText("E", .error) + ": no\n")
        let text = theatre.written(RecordingText(title: "T"))
        #expect(text == "== T ==\nOne `two`.\n\n> print 1\n1\nE: no\n")
    }
}
