import Testing

@testable import Lessons

@Suite struct TranslationTests {
    private let head = "title: T\nid: t\n\n"
    private let base = """
        ## One {#one}

        Do it.

        ```do
        > socketpair
        ```

        ```check
        socket unix
        ```

        Good.

        ```hint 1
        Think.
        ```

        ```mistake
        > socket
        Wrong.
        ```

        ## Two {#two}

        ```predict
        What?
        > socketpair
        ok
        It is.
        ```

        ```choice
        Which?
        - [ ] a: no
        - [x] b: yes
        ```

        """

    private func entry(_ translation: String) -> Course.Entry {
        Course.Entry(
            id: "t",
            file: "t.md",
            bytes: Array((head + base).utf8),
            translations: ["de": Array((head + translation).utf8)]
        )
    }

    @Test func textIsTheTranslationsAndTheRestTheBases() throws {
        let lesson = try #require(
            entry(
                """
                ## Eins {#one}

                Tu es.

                ```do
                ```

                ```check
                ```

                Gut.

                ```hint 1
                Denk.
                ```

                ```mistake
                > close
                Falsch.
                ```

                """
            ).read(in: "de").lesson
        )
        let step = lesson.steps[0]
        #expect(step.title == "Eins" && step.hints == ["Denk."])
        #expect(step.answer.steps.map(\.input) == ["socketpair"])
        #expect(step.mistakes.map(\.answer) == ["Falsch."])
        #expect(step.mistakes[0].transcript.steps.map(\.input) == ["socket"])
        let texts = step.body.map { block -> String in
            switch block {
            case .text(let text): text
            case .fence(let fence): fence.text
            }
        }
        #expect(texts == ["Tu es.", "> socketpair", "socket unix", "Gut."])
        #expect(lesson.steps[1].title == "Two")
        #expect(lesson.messages.language == "de")
    }

    @Test func aQuestionTakesTheAnswersOfBothLanguages() throws {
        let lesson = try #require(
            entry(
                """
                ## Zwei {#two}

                ```predict
                Was?
                > anything
                gut
                So ist es.
                ```

                ```choice
                Welches?
                - [ ] c: nein
                - [x] d: ja
                ```

                """
            ).read(in: "de").lesson
        )
        let fences = lesson.steps[1].fences
        let prediction = try #require(Prediction(fences[0]))
        #expect(prediction.question == "Was?" && prediction.statement == "socketpair")
        #expect(prediction.answers == ["ok", "gut"] && prediction.explanation == "So ist es.")
        #expect(Question(fences[1]).answers.map(\.text) == ["c", "d"])
    }

    @Test(arguments: [
        ("## Drei {#three}\n", LessonProblem.Kind.unknownStep("three")),
        (
            "## Eins {#one}\n\n```check\n```\n",
            .mismatched(step: "one", wanted: ["do", "check", "hint 1", "mistake"])
        ),
        (
            "## Zwei {#two}\n\n```predict\nWas?\n```\n\n```choice\nWas?\n- [ ] c: n\n- [x] d: j\n```\n",
            .malformedPredict("a > line and the answer below it")
        ),
        (
            "## Zwei {#two}\n\n```predict\nWas?\n> x\ny\nz\n```\n\n```choice\nWas?\n- [x] c: n\n- [ ] d: j\n```\n",
            .malformedChoice("the lesson has 2 answers, and the same one is right")
        ),
        (
            "## Eins {#one}\n\n```do\n```\n\n```check\n```\n\n```hint 1\n```\n\n```mistake\n> x\n```\n",
            .malformedMistake
        ),
    ])
    func whatDoesNotFitIsSaid(translation: String, kind: LessonProblem.Kind) {
        #expect(entry(translation).translationProblems.map(\.kind) == [kind])
        #expect(entry(translation).read(in: "de").problems.map(\.kind) == [kind])
        #expect(entry(translation).read(in: "fr").problems.isEmpty)
    }

    @Test(arguments: ["de", "fr"], [40, 60, 80]) func everyLineFitsTheWidth(language: String, width: Int) throws {
        let lesson = try #require(Course.builtIn["sockets"]?.read(in: language).lesson)
        let steps = lesson.steps.flatMap { step in
            step.hints.map { Passage.hint(label: "hint 1: ", $0) } + step.mistakes.map { .mistake($0.answer) }
                + step.body.flatMap { block -> [Passage] in
                    switch block {
                    case .text(let text): [.text(text), .praise(text)]
                    case .fence(let fence) where fence.kind == .choice:
                        [.question(Question(fence).text, Question(fence).answers.map(\.text))]
                    case .fence: []
                    }
                }
        }
        for passage in [Passage.text(lesson.introduction)] + steps {
            for line in passage.lines(width: width) where !line.contains("    ") { #expect(line.count <= width) }
        }
    }
}
