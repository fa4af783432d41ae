import Testing

@testable import Lessons

@Suite struct LessonParserTests {
    private func parse(_ text: String) -> (lesson: Lesson?, problems: [LessonProblem]) {
        LessonParser.parse(Array(text.utf8), file: "x.md")
    }

    private let head = "title: T\nid: t\n\n"

    @Test func headIntroductionAndSteps() throws {
        let (lesson, problems) = parse(
            head
                + "Hello.\n\n## One {#one}\n\nDo it.\n\n```do\n> socketpair\ns1 s2\n```\n\n```check\nsocket unix\n```\n\nGood.\n"
        )
        #expect(problems.isEmpty)
        let step = try #require(lesson?.steps.first)
        #expect(lesson?.introduction == "Hello.")
        #expect(step.id == "one" && step.title == "One" && step.line == 6)
        #expect(step.answer.steps.map(\.input) == ["socketpair"])
    }

    @Test(arguments: [
        ("title: T\n\n## A {#a}\n", LessonProblem.Kind.missingKey("id")),
        ("title: T\nid: Bad Id\n\n## A {#a}\n", .malformedID("Bad Id")),
        ("title: T\nid: t\ncolour: red\n\n## A {#a}\n", .unknownKey("colour", known: LessonHead.keys)),
        (
            "title: T\nid: t\ntime: soon\n\n## A {#a}\n",
            .malformedValue(key: "time", value: "soon", wanted: "minutes from 1 to 120")
        ),
        ("title: T\nid: t\n\n## A\n", .missingID("A")),
        ("title: T\nid: t\n\n## A {#a}\n## B {#a}\n", .repeatedID("a")),
        ("title: T\nid: t\n\n", .noSteps),
        ("title: T\nid: t\n\n## A {#a}\n```do\n> x\n", .openFence),
        ("title: T\nid: t\n\n## A {#a}\n```chek\n```\n", .unknownFence("chek", near: ["check"])),
        ("title: T\nid: t\n\n```check\nsocket\n```\n\n## A {#a}\n", .earlyFence("check")),
        ("title: T\nid: t\n\n```hint 1\nThink.\n```\n\n## A {#a}\n", .earlyFence("hint 1")),
    ])
    func whatIsWrongIsSaid(text: String, kind: LessonProblem.Kind) {
        #expect(parse(text).problems.map(\.kind).contains(kind))
    }

    @Test func codeMayStandBeforeTheFirstStep() {
        let (lesson, problems) = parse(head + "Hello.\n\n```c\nlisten(s, 5);\n```\n\n## A {#a}\n")
        #expect(problems.isEmpty && lesson?.introduction == "Hello.\n\n```c\nlisten(s, 5);\n```")
    }

    @Test func lineEndsOfOtherSystemsAndAByteOrderMarkAreRead() throws {
        let text = head + "Hello.\n\n## A {#a}\n\nDo.\n\n```do\n> x = 1\n```\n"
        let windows = [0xef, 0xbb, 0xbf] + Array(text.replacing("\n", with: "\r\n").utf8)
        let (lesson, problems) = LessonParser.parse(windows, file: "x.md")
        #expect(problems == [] && lesson?.head.title == "T" && lesson?.introduction == "Hello.")
        #expect(lesson?.steps.first?.answer.steps.map(\.input) == ["x = 1"])
        #expect(LessonParser.head(windows).id == "t")
    }

    @Test func aCarriageReturnWithinALineIsRefused() {
        let problems = parse(head + "Hel\rlo.\n\n## A {#a}\n").problems.map(\.kind)
        #expect(problems == [.controlCharacter("Hel\\rlo.")])
    }

    @Test func binaryAndHugeAreRefused() {
        #expect(LessonParser.parse([0x74, 0, 1], file: "x").problems.map(\.kind) == [.notText])
        #expect(LessonParser.parse([0xff, 0xfe], file: "x").problems.map(\.kind) == [.notText])
        let huge = [UInt8](repeating: 0x61, count: LessonParser.limit + 1)
        #expect(LessonParser.parse(huge, file: "x").problems.map(\.kind) == [.tooLong(limit: LessonParser.limit)])
    }

    @Test func hostileTextEnds() {
        for text in [
            "```\n", "## {#}\n", "{#", "- [x]", "> ", String(repeating: "```do\n", count: 5000),
            String(repeating: "#", count: 100_000),
        ] {
            _ = parse(text)
            _ = parse(head + text)
        }
    }
}
