import Language
import Testing

@testable import Lessons

@Suite struct CastTheatreTests {
    private func times(_ cast: String) -> [Double] {
        cast.split(separator: "\n").dropFirst().compactMap { Double($0.dropFirst().prefix { $0 != "," }) }
    }

    private func play(_ theatre: CastTheatre) {
        theatre.show([.text(String(repeating: "word ", count: 60))])
        _ = theatre.cue()
        theatre.type("print 1", atOnce: false)
        theatre.write("1\n")
        theatre.writeFailure(StyledText("E", .error) + ": no\n")
        _ = theatre.cue()
    }

    @Test func allOfItGoesByTheSpeed() {
        let (once, twice) = (CastTheatre(), CastTheatre(speed: 2))
        play(once)
        play(twice)
        #expect(once.duration > 15 && abs(twice.duration - once.duration / 2) < 1e-9)
        let pairs = zip(times(once.cast(.two, title: "T")), times(twice.cast(.two, title: "T")))
        #expect(pairs.allSatisfy { abs($0 / 2 - $1) < 1e-5 })
    }

    @Test func aCastHasItsSizeAndItsColours() {
        let theatre = CastTheatre(size: (100, 30)) { $0.pieces.map { "<\($0.role)>\($0.text)" }.joined() }
        play(theatre)
        let cast = theatre.cast(.two, title: "T")
        #expect(cast.hasPrefix(#"{"version":2,"width":100,"height":30,"#))
        #expect(cast.contains("<promptMark>> ") && cast.contains("<error>E<plain>: no"))
    }

    @Test func aPageTellsInputReplyAndFailureApart() {
        let theatre = CastTheatre()
        play(theatre)
        let page = theatre.page(title: "T", language: "en")
        for part in ["<pre class=\"input\"", "<pre class=\"reply\"", "<pre class=\"failure\""] {
            #expect(page.contains(part))
        }
    }

    @Test func chaptersOfSeveralLessonsHaveNamesOfTheirOwn() throws {
        let text = "title: T\nid: t\n\n## A {#a}\n\nDo.\n"
        let lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
        var one = RecordingChapters(isOfSeveral: false)
        var several = RecordingChapters(isOfSeveral: true)
        #expect(one.begin(lesson) == nil && several.begin(lesson) == RecordingChapter(id: "t", title: "T"))
        #expect(one.chapter(lesson.steps[0]).id == "a" && several.chapter(lesson.steps[0]).id == "t-a")
    }
}
