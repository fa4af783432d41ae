import Explaining
import Language
import Shell

/// The answer to a question in plain words: what fits best, in a few lines, and where to read on; or what comes near.
struct QuestionAnswer {
    private let session: Session
    private let question: String
    private let matches: [QuestionIndex.Match]

    /// Everything that can answer. Nothing of it exists before the first question.
    private static let index = QuestionIndex(Knowledge.answerables + pages)

    private static var pages: [Answerable] {
        Registry.all.commands.map { command in
            let flags = command.flags.map { "-\($0.name) \($0.about)" }.joined(separator: ". ")
            return Answerable(.command, command.name, title: command.summary, text: command.about + " " + flags)
        }
            + Registry.all.topics.map { topic in
                let rows = topic.table.map { "\($0.label) \($0.text)" }.joined(separator: ". ")
                let text = topic.about.joined(separator: " ") + " " + rows
                return Answerable(.topic, topic.name, title: topic.summary, aliases: topic.keywords, text: text)
            }
    }

    /// The answer to a question, asked in a session.
    init(_ question: String, in session: Session) {
        self.session = session
        self.question = question
        matches = Self.index.matches(question)
    }

    /// The answer, for whatever shows it.
    var picture: Picture {
        Picture { [self] in lines(width: min(max($0.width ?? 80, 20), 100)).map { $0 + "\n" }.joined() }
    }

    /// At most this many lines answer a question, of which the text in the middle has what the rest leaves.
    private static let limit = 13

    /// The answer in lines of at most `width` columns.
    func lines(width: Int) -> [String] {
        guard let best = matches.first, best.isSure else { return unknown(width: width) }
        guard let answer = text(of: best.answer) else { return unknown(width: width) }
        let head = answer.headline.wrapped(width: width)
        let tail = (answer.labelled + [("more", more(after: best)), ("lesson", lesson(for: best.answer))])
            .filter { !$0.1.isEmpty }.flatMap { label, text in Self.labelled(label, text, width: width) }
        let room = max(Self.limit - head.count - tail.count, 2)
        return head + Self.sentences(of: answer.text, width: width, room: room) + tail
    }

    private static func labelled(_ label: String, _ text: String, width: Int) -> [String] {
        text.wrapped(width: width, behind: "  " + label + String(repeating: " ", count: max(8 - label.count, 1)))
    }

    /// As many whole sentences as fit into `room` lines, and at least the first.
    private static func sentences(of text: String, width: Int, room: Int) -> [String] {
        var shown = ""
        var lines: [String] = []
        for sentence in text.sentences {
            let longer = shown.isEmpty ? sentence : shown + " " + sentence
            let wrapped = longer.wrapped(width: width, behind: "  ")
            guard wrapped.count <= room || shown.isEmpty else { break }
            (shown, lines) = (longer, wrapped)
        }
        return lines
    }
}

extension QuestionAnswer {
    /// What is shown of an answer.
    private struct Shown {
        let headline: String
        let text: String
        var labelled: [(String, String)] = []
    }

    private func text(of answer: Answerable) -> Shown? {
        switch answer.kind {
        case .command: session.registry[answer.name].map(shown)
        case .topic: session.registry.topic(answer.name).map(shown)
        default: Knowledge.topic(answer.name).map(shown)
        }
    }

    private func shown(_ topic: Topic) -> Shown {
        let headline = topic.name + (topic.title.hasPrefix("(") ? " " : ": ") + topic.title
        return Shown(headline: headline, text: topic.text, labelled: [("met", topic.met), ("try", topic.advice)])
    }

    private func shown(_ command: Command) -> Shown {
        let context = Context(session: session, socket: nil)
        let headline = (command.actsOnSocket ? "[SOCKET.]" : "") + "\(command.usage(context)): \(command.summary)"
        let typed = command.examples.first.map { $0.transcript.typed.joined(separator: "; ") } ?? ""
        return Shown(headline: headline, text: command.about, labelled: [("try", typed)])
    }

    private func shown(_ topic: HelpTopic) -> Shown {
        let rows = topic.table.map { (row: $0, count: QuestionIndex.common(question, $0.label + " " + $0.text)) }
        let best = rows.filter { $0.count > 0 }.sorted { $0.count > $1.count }.prefix(2).map(\.row)
        let told = best.map { ("", "\($0.label)  \($0.text)") }
        return Shown(
            headline: "\(topic.name): \(topic.summary)",
            text: topic.about.joined(separator: " "),
            labelled: told
        )
    }

    /// Where to read on, as a line to type: the answer's own page, the next best answer, and what the page points to.
    private func more(after best: QuestionIndex.Match) -> String {
        let answer = best.answer
        var pages = [page(of: answer)]
        if let second = matches.dropFirst().first, second.isSure { pages.append(page(of: second.answer)) }
        let see =
            answer.kind == .command
            ? session.registry[answer.name]?.seeAlso ?? []
            : answer.kind == .topic
                ? session.registry.topic(answer.name)?.seeAlso ?? []
                : Knowledge.topic(answer.name)?.seeAlso ?? []
        pages += see.compactMap(page(named:))
        var seen: Set<String> = []
        return pages.filter { seen.insert($0).inserted }.prefix(3).joined(separator: "; ")
    }

    private func page(of answer: Answerable) -> String {
        switch answer.kind {
        case .command, .topic: "help \(answer.name)"
        case .lesson: "learn \(answer.name)"
        default: "explain \(answer.name)"
        }
    }

    private func page(named name: String) -> String? {
        if session.registry[name] != nil || session.registry.topic(name) != nil { return "help \(name)" }
        return Knowledge.topic(name).map { "explain \($0.name)" }
    }

    /// How to begin the lesson that shows it; empty if none does.
    private func lesson(for answer: Answerable) -> String {
        guard let lesson = ShownInLessons.lesson(for: answer.name) else { return "" }
        return session.registry["learn"] == nil ? "netshell learn \(lesson)" : "learn \(lesson)"
    }

    /// What is said to a question that nothing answers.
    private func unknown(width: Int) -> [String] {
        var seen: Set<String> = []
        let near = matches.filter { $0.coverage >= 0.3 }.map { page(of: $0.answer) }.filter { seen.insert($0).inserted }
            .prefix(3)
        let first =
            near.isEmpty
            ? "That is not known here. Questions are about sockets and networks, in English and in a few words."
            : "That is not known here; these come near: \(near.joined(separator: "; "))"
        return first.wrapped(width: width)
            + "help lists what there is, apropos WORD looks a word up in it, learn begins the lessons.".wrapped(
                width: width
            )
    }
}

extension String {
    /// Its sentences, each with its full stop.
    fileprivate var sentences: [String] {
        var sentences: [String] = []
        var current = ""
        for word in split(separator: " ") {
            current += current.isEmpty ? String(word) : " " + word
            let next = word.last.map { $0 == "." || $0 == "!" || $0 == "?" } ?? false
            if next, word.count > 2 {
                sentences.append(current)
                current = ""
            }
        }
        return current.isEmpty ? sentences : sentences + [current]
    }

    /// The lines of a transcript that are typed.
    fileprivate var typed: [String] {
        split(separator: "\n").filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    }
}
