import Explaining
import Language
import Shell

/// What relates to a word: commands, help topics, things that can be explained, lessons. Each is shown by what to
/// type to read on.
struct Apropos {
    private let session: Session
    private let word: String

    /// What relates to `word` in a session.
    init(_ word: String, in session: Session) {
        self.session = session
        self.word = word.lowercased()
    }

    /// What to type as the label, and the line about it.
    var found: [(label: String, text: String)] { commands + topics + explained + lessons }

    /// Names that may have been meant if nothing was found.
    var near: [String] {
        let names = session.registry.names + session.registry.topics.map(\.name)
        let near = Suggestion.nearest(to: word, among: names) + Knowledge.nearest(to: word)
        return Array(near.prefix(3))
    }

    private func isIn(_ texts: String...) -> Bool { texts.contains { $0.lowercased().contains(word) } }

    private var commands: [(label: String, text: String)] {
        session.registry.commands.filter { command in
            isIn(command.name, command.summary, command.about, command.function ?? "")
                || command.parameters.contains { isIn($0.name, $0.about) }
                || command.flags.contains { isIn("-" + $0.name, $0.about) }
                || session.registry.errors(of: command).contains { $0.name.lowercased() == word }
        }.map { ("help \($0.name)", $0.summary) }
    }

    private var topics: [(label: String, text: String)] {
        session.registry.topics.filter { topic in
            isIn(topic.name, topic.summary) || topic.about.contains { isIn($0) }
                || topic.keywords.contains { isIn($0) } || topic.table.contains { isIn($0.label, $0.text) }
        }.map { ("help \($0.name)", $0.summary) }
    }

    /// By name or title, exact matches first; if there is none, by what is said about it.
    private var explained: [(label: String, text: String)] {
        let exact = Knowledge.topic(word)
        let name = word.replacing("-", with: "_")
        var topics = Knowledge.topics.filter { $0.name.lowercased().contains(name) || isIn($0.name, $0.title) }
        if topics.isEmpty { topics = Knowledge.topics.filter { isIn($0.text) } }
        topics.removeAll { $0.name == exact?.name }
        return ([exact].compactMap(\.self) + topics).map { ("explain \($0.name)", $0.title) }
    }

    /// The lessons are those completed by the command that leads to them, if there is one.
    private var lessons: [(label: String, text: String)] {
        guard let learn = session.registry["learn"], let lesson = learn.parameters.first else { return [] }
        return lesson.complete("", Context(session: session, socket: nil)).filter { isIn($0.text, $0.about) }.map {
            ("\(learn.name) \($0.text)", $0.about)
        }
    }
}
