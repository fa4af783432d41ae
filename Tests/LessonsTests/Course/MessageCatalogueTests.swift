import Testing

@testable import Lessons

@Suite struct MessageCatalogueTests {
    @Test(arguments: Messages.languages) func everyCatalogueIsWhole(language: String) {
        #expect(Messages.problems(in: language) == [])
    }

    @Test func thereAreGermanAndFrench() { #expect(Messages.languages == ["de", "fr"]) }

    private func problems(_ text: String) -> Set<LessonProblem.Kind> {
        Set(Messages.parse(Array(text.utf8), language: "xx").problems.map(\.kind))
    }

    @Test func whatIsWrongWithACatalogueIsSaid() {
        #expect(problems("nosuch: x\n").contains(.unknownMessage("nosuch")))
        #expect(problems("no colon\n").contains(.unknownMessage("no colon")))
        #expect(problems("done: x\ndone: y\n").contains(.repeatedMessage("done")))
        #expect(
            problems("position: {step} {title}\n").contains(
                .placeholders("position", wanted: ["count", "step", "title"])
            )
        )
        #expect(problems("done: {count}\n").contains(.placeholders("done", wanted: [])))
        #expect(problems("done: x\n").contains(.missingMessage("over")))
        #expect(!problems("# over: x\n\ndone: x\n").contains(.missingMessage("done")))
        #expect(Messages.parse([0xff, 0x0a], language: "xx").problems.map(\.kind) == [.notText])
    }

    @Test func whatIsMissingIsEnglish() {
        let messages = Messages.parse(Array("done: fait\n".utf8), language: "xx").messages
        #expect(messages(.done) == "fait")
        #expect(messages(.right) == "Right.")
        #expect(Messages.inLanguage("xx").language == "en")
        #expect(Messages.inLanguage(nil)(.done) == "done")
    }

    @Test func whatIsFilledInIsTakenAsItIs() {
        let text = Messages.english(.itWas, ["answer": "{explanation}", "explanation": "{answer} {"])
        #expect(text == "It was {explanation}. {answer} {")
        #expect(Messages.english(.itWas) == "It was {answer}. {explanation}")
    }

    @Test(arguments: [
        (["LANG": "de_DE.UTF-8"], "de"), (["LANG": "de", "LC_MESSAGES": "fr_FR"], "fr"),
        (["LANG": "de", "LC_ALL": "C"], nil), (["LANG": "", "LC_ALL": ""], nil), ([:], nil), (["LANG": "../etc"], nil),
    ])
    func theLocaleSaysTheLanguage(variables: [String: String], language: String?) {
        #expect(LessonLanguage.chosen { variables[$0] } == language)
    }
}
