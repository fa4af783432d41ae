import Commands
import Language
import Shell
import Testing

@testable import Lessons

@Suite(.serialized, .timeLimit(.minutes(1))) struct MistakeTests {
    private func fence(_ text: String) -> Fence { Fence(kind: .mistake, text: text, line: 10) }

    @Test func whatItHoldsForStandsBelowWhatIsTyped() {
        let mistake = Mistake(
            fence(
                "> c.connect $path\nECONNREFUSED\nwhen socket named s bound\nwhen not socket LISTEN\nWhat is said.\nwhen you like"
            )
        )
        #expect(mistake.outcome == "ECONNREFUSED")
        #expect(mistake.conditions.map(\.text) == ["socket named s bound", "not socket LISTEN"])
        #expect(mistake.conditions.map(\.line) == [12, 13])
        #expect(mistake.answer == "What is said.\nwhen you like")
    }

    @Test(arguments: ["EVEN so.", "Emphasis", "E", "A sentence."]) func proseIsNoOutcome(first: String) {
        let mistake = Mistake(fence("> a\n\(first)\nMore."))
        #expect(mistake.outcome == nil && mistake.answer == "\(first)\nMore.")
    }

    private let lesson = """
        title: T
        id: t

        ## A {#a}

        ```check
        socket named k
        ```

        ```solution
        s = socket unix stream
        s.bind @netshell-mistake-$s.fd
        s.listen
        c = socket unix stream
        c.connect @netshell-mistake-$s.fd
        k = s.accept
        ```

        ```mistake
        > s = socket unix stream
        > s.bind @netshell-mistake-$s.fd
        > c = socket unix stream
        > c.connect @netshell-mistake-$s.fd
        ECONNREFUSED
        when socket named s bound
        Bound, but it does not listen.
        ```

        ```mistake
        > s = socket unix stream
        > s.close
        ok
        Too soon.
        ```

        """

    private func begun(_ text: String) throws -> Learner {
        let learner = try Learner(text)
        _ = learner.guide.start()
        return learner
    }

    @Test func aMistakeThatDoesNotHoldIsNone() throws {
        let learner = try begun(lesson)
        _ = learner.type("s = socket unix stream; c = socket unix stream")
        let early = learner.type("c.connect @netshell-mistake-$s.fd")
        #expect(!early.hasMistake && early.hasDifference, "\(early.text)")
        _ = learner.type("s.bind @netshell-mistake-$s.fd")
        #expect(learner.type("c.connect @netshell-mistake-$s.fd") == [.mistake("Bound, but it does not listen.")])
        #expect(learner.type("s.close") == [.mistake("Too soon.")])
        #expect(!learner.type("s.close").hasMistake)
    }

    @Test func theFailureOfAQuestionIsNotTheMistakes() throws {
        let text =
            "title: T\nid: t\n\n## A {#a}\n\n```predict\nWhat?\n> connect 127.0.0.1 1\nNoSuchSocket\nNone.\n```\n\n"
            + "```check\nvariable x 2\n```\n\n```solution\nx = 2\n```\n\n```mistake\n> socket inet dgram\nok\nNot that.\n```\n"
        let learner = try begun(text)
        _ = learner.type("answer NoSuchSocket")
        #expect(learner.type("socket inet dgram") == [.mistake("Not that.")])
    }

    @Test func theProofTypesIt() throws {
        let sound = try #require(LessonParser.parse(Array(lesson.utf8), file: "t.md").lesson)
        #expect(LessonTester(registry: .all).test(sound).map(\.description) == [])
        let wrong = lesson.replacing("ECONNREFUSED", with: "ENOENT").replacing(
            "\nok\n",
            with: "\nwhen socket named z\n"
        )
        let unsound = try #require(LessonParser.parse(Array(wrong.utf8), file: "t.md").lesson)
        let sentences = LessonTester(registry: .all).test(unsound).map(\.sentence)
        #expect(
            sentences.count == 2 && sentences.allSatisfy { $0.hasPrefix("the conditions of this mistake are not met") },
            "\(sentences)"
        )
    }

    @Test func aTranslationSaysOnlyTheAnswer() throws {
        let base = try #require(LessonParser.parse(Array(lesson.utf8), file: "t.md").lesson)
        let german =
            "title: T\nid: t\n\n## A {#a}\n\n```check\n```\n\n```mistake\n> c.connect\nGebunden.\n```\n\n```mistake\n> s.close\nok\nZu früh.\n```\n"
        let translation = try #require(LessonParser.parse(Array(german.utf8), file: "t.de.md").lesson)
        let mistakes = base.translated(by: translation).steps[0].mistakes
        #expect(mistakes.map(\.answer) == ["Gebunden.", "Zu früh."])
        #expect(mistakes.map(\.outcome) == ["ECONNREFUSED", "ok"] && mistakes[0].conditions.count == 1)
    }
}
