import Language
import Commands
import Lessons
import Shell
import Sockets
import Testing

/// One example of one command or topic.
struct ShownExample: Sendable, CustomTestStringConvertible {
    let command: String
    let example: Example

    var testDescription: String { "\(command): \(example.title)" }

    static let all =
        Registry.all.commands.flatMap { command in
            command.examples.map { ShownExample(command: command.name, example: $0) }
        }
        + Registry.all.topics.flatMap { topic in
            topic.examples.map { ShownExample(command: topic.name, example: $0) }
        }
}

@Suite struct RegistryTests {
    @Test func declarationsAreComplete() {
        #expect(Registry.all.lint() == [])
    }

    /// The help page wraps a description as one paragraph.
    @Test func descriptionsAreOneParagraph() {
        #expect(Registry.all.commands.filter { $0.about.contains("\n") }.map(\.name) == [])
    }

    @Test(arguments: ShownExample.all) func examplesAreTrue(_ shown: ShownExample) {
        Interrupts.ignoreBrokenPipes()
        let differences = TranscriptRunner(registry: .all).run(Transcript(shown.example.transcript))
        #expect(differences.map(\.description) == [])
    }

    /// Every word to which the language gives a meaning leads to a topic.
    @Test(arguments: StatementForm.keywords.map(\.name))
    func keywordsLeadToTopics(_ word: String) {
        #expect(Registry.all.topic(word) != nil && Registry.all[word] == nil)
    }
}
