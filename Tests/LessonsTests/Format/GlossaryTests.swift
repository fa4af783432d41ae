import Journal
import Shell
import Testing

@testable import Lessons

@Suite struct GlossaryTests {
    private func parse(_ text: String) -> (glossary: Glossary, problems: [LessonProblem]) {
        Glossary.parse(Array(text.utf8), file: "glossary.txt")
    }

    @Test func aWordIsFoundInThePluralAndInCapitals() {
        let (glossary, problems) = parse("# words\n\nsocket: one end\nbyte order: which comes first: a choice\n")
        #expect(problems == [])
        #expect(glossary.meaning(of: "Sockets")?.sentence == "one end")
        #expect(glossary.meaning(of: "byte order")?.sentence == "which comes first: a choice")
        #expect(glossary.meaning(of: "bytes") == nil)
    }

    @Test func whatIsWrongIsSaid() {
        #expect(parse("socket\n").problems.map(\.kind) == [.malformedTerm("socket")])
        #expect(parse("a: b\nA: c\n").problems.map(\.kind) == [.repeatedTerm("A")])
        #expect(Glossary.parse([0xff], file: "g").problems.map(\.kind) == [.notText])
    }

    @Test func onlyEmphasisedWordsCount() {
        #expect(
            Glossary.emphasised(in: "A *socket* and a **kernel**, 2 * 3 * 4, *byte\norder*.") == [
                "socket", "byte order",
            ]
        )
    }

    @Test func filesAreKnownByTheirNames() {
        #expect(
            Glossary.language(ofFile: "glossary.txt") == "en" && Glossary.language(ofFile: "glossary.fr.txt") == "fr"
        )
        #expect(Glossary.language(ofFile: "glossary.md") == nil && Glossary.language(ofFile: "glossary.x1.txt") == nil)
    }

    @Test func aWordIsExplainedAfterTheParagraphOfItsFirstUse() throws {
        let text =
            "title: T\nid: t\n\nHello.\n\n## A {#a}\n\nA *socket*.\n\nMore.\n\n```do\n> x = 1\n```\n\n## B {#b}\n\n*Sockets*.\n\n```do\n> y = 1\n```\n"
        var lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
        lesson.glossary = parse("socket: one end\n").glossary
        let stage = Stage(
            lesson,
            session: .init(registry: .init([]), output: SilentOutput()),
            registry: .init([]),
            confinement: nil
        )
        let first = stage.shown(lesson.steps[0].taskBlocks)
        #expect(
            first == [.text("A *socket*."), .definition(term: "socket", "one end"), .text("More."), .task(["x = 1"])]
        )
        _ = stage.begin(1)
        #expect(stage.shown(lesson.steps[1].taskBlocks) == [.text("*Sockets*."), .task(["y = 1"])])
        #expect(first[1].lines(width: 40) == ["  socket: one end", ""])
    }

    @Test func theCoursesOwnIsSound() throws {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let course = try Course(path: root + "/Lessons")
        let own = try #require(course.entries.first?.glossaries["en"])
        #expect(Glossary.parse(own, file: "glossary.txt").problems == [])
        #expect(Course.builtIn.entries.first?.glossaries["en"] == own)
    }
}
