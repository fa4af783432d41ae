import Testing

@testable import Lessons

@Suite struct ClosingTests {
    private let step = "## A {#a}\n\nDo.\n\n```do\n> x = 1\n```\n\n"

    private func parse(_ body: String) -> (lesson: Lesson?, problems: [LessonProblem]) {
        LessonParser.parse(Array("title: T\nid: t\n\n\(body)".utf8), file: "x.md")
    }

    @Test(arguments: ["## Learnt\n", "## Learnt {#learnt}\n"]) func aSectionWithoutFencesClosesTheLesson(
        heading: String
    ) {
        let (lesson, problems) = parse(step + heading + "\n- One.\n- Two.\n")
        #expect(problems == [] && lesson?.steps.map(\.id) == ["a"])
        #expect(lesson?.closing == Closing(title: "Learnt", text: "- One.\n- Two."))
    }

    @Test func aSectionWithAFenceIsAStep() {
        let (lesson, problems) = parse(step + "## B\n\n```do\n> y = 1\n```\n")
        #expect(problems.map(\.kind) == [.missingID("B")] && lesson?.closing == nil)
    }

    @Test func aLessonIsNotOnlyItsClosing() {
        let (lesson, _) = parse("## A {#a}\n\nRead.\n")
        #expect(lesson?.steps.map(\.id) == ["a"] && lesson?.closing == nil)
    }

    @Test func theExerciseIsTheLastStepAndHasACheck() {
        let check = "```do\n> x = 1\n```\n\n```check\nvariable x 1\n```\n\n"
        func problems(_ body: String) -> [LessonProblem.Kind] {
            Course.Entry(id: "t", file: "t.md", bytes: Array("title: T\nid: t\n\n\(body)".utf8)).read.problems.map(
                \.kind
            )
        }
        #expect(problems(step + "## E {#exercise}\n\n" + check + "## Learnt\n\nIt.\n") == [])
        #expect(problems("## E {#exercise}\n\n" + check + step) == [.earlyExercise])
        #expect(problems(step + "## E {#exercise}\n\n```do\n> x = 1\n```\n") == [.uncheckedExercise])
    }

    @Test func itIsSaidInTheOtherLanguage() throws {
        let base = try #require(parse(step + "## Learnt\n\nIt.\n").lesson)
        let french = try #require(parse("## A {#a}\n\nFaire.\n\n```do\n```\n\n## Appris\n\nCela.\n").lesson)
        #expect(base.translated(by: french).closing == Closing(title: "Appris", text: "Cela."))
    }
}
