import Questions

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
