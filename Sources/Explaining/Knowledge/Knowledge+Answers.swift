import Questions

extension Knowledge {
    /// Every topic, as something that answers.
    public static var answerables: [Answerable] {
        families.flatMap { kind, topics in
            topics.map { topic in
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
