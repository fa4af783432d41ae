/// Something that can answer a question: an idea, an error, an option, a command, a page of help, a lesson.
public struct Answerable: Sendable {
    /// What it is, which decides between two that fit equally well.
    public enum Kind: Sendable, Hashable {
        case idea, error, state, option, constant, command, topic, lesson
    }

    /// What it is.
    public let kind: Kind
    /// The name by which it is shown: `ECONNREFUSED`, `recvall`.
    public let name: String
    /// Other names.
    let aliases: [String]
    /// One line.
    public let title: String
    /// Questions and words in which beginners ask for it.
    let asked: [String]
    /// What is said about it.
    let text: String

    /// Something with its words. What beginners say for it comes from ``Asked``.
    public init(_ kind: Kind, _ name: String, title: String, aliases: [String] = [], text: String) {
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.title = title
        asked = Asked.phrases(for: name, kind)
        self.text = text
    }

    /// How much a match counts beside one of another kind.
    var standing: Double {
        switch kind {
        case .idea: 1
        case .command, .error, .state: 0.97
        case .topic: 0.93
        case .option, .constant: 0.9
        case .lesson: 0.5
        }
    }
}

extension Knowledge {
    /// Every topic, as something that answers.
    public static var answerables: [Answerable] {
        let known: [(Answerable.Kind, [Topic])] = [
            (.idea, concepts), (.state, states), (.error, errors), (.option, options), (.constant, flags),
            (.constant, kinds), (.error, resolver), (.constant, ancillary),
        ]
        var seen: Set<String> = []
        return known.flatMap { kind, topics in
            topics.filter { seen.insert($0.name).inserted }.map { topic in
                Answerable(
                    kind,
                    topic.name,
                    title: topic.title,
                    aliases: otherNames(of: topic.name),
                    text: topic.text + " " + topic.met + " " + topic.advice
                )
            }
        }
    }
}
