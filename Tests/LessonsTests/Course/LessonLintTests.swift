import Commands
import Testing

@testable import Lessons

@Suite struct LessonLintTests {
    private func problems(_ body: String) -> [LessonProblem.Kind] {
        let text = "title: T\nid: t\nports: PORT=8088\n\n## A {#a}\n\n```do\n> x = 1\n```\n\n\(body)\n"
        return Course.Entry(id: "t", file: "t.md", bytes: Array(text.utf8)).problems(registry: .all).map(\.kind)
    }

    @Test(arguments: [
        (
            "```check\neventually 1 peer ghost received hi\n```",
            LessonProblem.Kind.malformedCheck("there is no peer ghost in this step")
        ),
        ("```check\ncall recvv ok\n```", .unknownCall("recvv", near: ["recv"])),
        ("```check\norder socket bnid\n```", .unknownCall("bnid", near: ["bind"])),
        ("```check\norder\n```", .malformedCheck("order CALL CALL…")),
        ("```check\nsent \"\"\n```", .malformedCheck("sent needs some data after it")),
        ("```mistake\n> s = socket inet\nEFOO\nNo.\n```", .unknownError("EFOO")),
        ("```peer\nprint 1\n```", .malformedFence("peer", wanted: "peer NAME, or peer NAME stays")),
        ("```hint 12\nNo.\n```", .malformedFence("hint 12", wanted: "hint LEVEL, from 1 to 9")),
        ("```hint 1\nType: s.bind 127.0.0.1 8088\n```", .literalPort(8088, name: "PORT")),
        ("```check\nsocket port 8088\n```", .literalPort(8088, name: "PORT")),
        ("```peer p\nprint 1\n```\n\n```check\npeer p received hi\n```", .impatientPeer("p")),
        ("```mistake\n> a\nwhen sokcet\nNo.\n```", .malformedCheck("sokcet is not a predicate; did you mean socket?")),
        (
            "```mistake\n> a\nwhen peer ghost received x\nNo.\n```",
            .malformedCheck("there is no peer ghost in this step")
        ),
    ])
    func whatCanNeverBeMetIsFound(body: String, kind: LessonProblem.Kind) {
        #expect(problems(body) == [kind])
    }

    @Test(arguments: ["```mistake\n> s.send \"x\nNo.\n```", "```predict\nWhat?\n> s.send {\nok\nSo.\n```"])
    func whatIsTypedHasToBeAStatement(body: String) {
        let kinds = problems(body)
        #expect(kinds.contains { if case .malformedScript = $0 { true } else { false } }, "\(kinds)")
    }

    @Test func whatCanBeMetIsSound() {
        #expect(
            problems(
                "```peer p stays\nprint 1\n```\n\n```check\neventually 1 peer p received hi\norder socket bind\ncall poll ok\n```\n\n"
                    + "```mistake\n> s.bind 127.0.0.1 [PORT]\nEADDRINUSE\nwhen socket port [PORT]\nNo.\n```\n\n"
                    + "## B {#b}\n\n```do\n> y = 1\n```\n\n```check\neventually 1 peer p received ho\nnot peer p received no\n```"
            ).isEmpty
        )
    }

    @Test func aDraftSaysWhatIsLeftToWrite() {
        let text =
            LessonTemplate.head(id: "t", ports: [])
            + LessonTemplate.step(title: "TODO A", id: "a", transcript: ["> print TODO", "TODO"], check: "socket")
        let lines = LessonLint.unfinished(Array(text.utf8), file: "t.md").map(\.line)
        #expect(lines == [1, 3, 7, 9, 11, 15, 22, 25, 29], "\(lines)")
    }
}
