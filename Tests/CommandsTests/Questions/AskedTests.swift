import Questions
import Shell
import Testing

@testable import Commands

@Suite struct AskedTests {
    /// What is foreseen leads to something that there is.
    @Test func everyNameIsSomethings() {
        let names = Set(QuestionAnswer.index.documents.map(\.name))
        for name in Asked.names {
            let own = name.hasPrefix("help ") ? String(name.dropFirst(5)) : name
            #expect(names.contains(own), "\(name)")
        }
        for name in ShownInLessons.lessons.keys { #expect(names.contains(name), "\(name)") }
    }

    /// Two foreseen questions with the same words and different answers would leave the choice to chance.
    @Test func everyIdeaIsAskedFor() {
        for document in QuestionAnswer.index.documents where document.kind == .idea {
            let isNamedByC = document.name == document.name.uppercased() || document.name.contains("_")
            #expect(!document.phrases.isEmpty || isNamedByC || Self.bare.contains(document.name), "\(document.name)")
        }
    }

    /// Ideas that are asked for by their names.
    private static let bare: Set<String> = ["select", "epoll", "abstract name"]
}
