/// A question with answers to choose from.
///
///     Which type keeps message borders?
///     - [ ] stream: a stream is only bytes
///     - [x] dgram: each datagram by itself
public struct Question: Sendable {
    /// One answer.
    public struct Answer: Sendable {
        /// Whether it is the right one.
        public let isRight: Bool
        /// What it says.
        public let text: String
        /// What is said to who chooses it.
        public let reply: String
    }

    /// The question.
    public let text: String
    /// The answers in order.
    public private(set) var answers: [Answer]

    /// The question in a fence.
    public init(_ fence: Fence) {
        var question: [String] = []
        var answers: [Answer] = []
        for line in fence.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let line = line.trimmed
            guard line.hasPrefix("- [") else {
                question.append(line)
                continue
            }
            let isRight = line.hasPrefix("- [x]")
            let body = String(line.dropFirst(5)).trimmed
            let parts = body.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            answers.append(Answer(isRight: isRight, text: parts.first ?? "", reply: parts.count == 2 ? parts[1] : ""))
        }
        text = question.joined(separator: "\n").trimmed
        self.answers = answers
    }

    /// The question with its answers' names of ports put in.
    func filled(_ fill: (String) -> String) -> Question {
        var question = self
        question.answers = answers.map { Answer(isRight: $0.isRight, text: fill($0.text), reply: $0.reply) }
        return question
    }

    /// What is wrong with it; nil if nothing is.
    var problem: String? {
        if text.isEmpty { return "the question is missing" }
        if answers.count < 2 { return "at least two answers: - [ ] text: reply, - [x] text: reply" }
        if answers.filter(\.isRight).count != 1 { return "exactly one answer is right: - [x]" }
        if answers.contains(where: { $0.reply.isEmpty }) { return "each answer needs its reply after a colon" }
        return nil
    }
}

extension FenceKind {
    /// A question with answers to choose from.
    public static let choice = FenceKind(
        "choice",
        partsText: true,
        translation: Translation(
            merged: { _, translation in translation.text },
            problem: { own, translation in Question(own).problem(of: Question(translation)) }
        ),
        challenge: { .choice(Question($0)) },
        problems: { fence in Question(fence).problem.map { [(fence.line, .malformedChoice($0))] } ?? [] }
    )
}

extension Question {
    /// Why a translation cannot be this question's; nil if it can.
    fileprivate func problem(of translation: Question) -> LessonProblem.Kind? {
        if let problem = translation.problem { return .malformedChoice(problem) }
        return answers.map(\.isRight) == translation.answers.map(\.isRight)
            ? nil : .malformedChoice("the lesson has \(answers.count) answers, and the same one is right")
    }
}
