import Journal
import Language
import Sockets

/// A call whose outcome the learner says before it runs.
///
///     What does the kernel answer?
///     > connect 127.0.0.1 [PORT]
///     ECONNREFUSED
///     or refused
///     Nothing listens there: the kernel answers with a reset.
///
/// The question is above the typed line; below it the right answer, others after `or`, and then the explanation.
/// An answer is a reply as it is shown, an errno or another error's class (`timeout`), a state, or `ok`.
public struct Prediction: Sendable {
    /// The question.
    public let question: String
    /// The statement that is run.
    public let statement: String
    /// What counts as right.
    public let answers: [String]
    /// Why.
    public let explanation: String
    /// The line of the statement in the file.
    public let line: Int

    /// The prediction in a fence; nil if there is no statement or no answer.
    public init?(_ fence: Fence) {
        let lines = fence.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let typed = lines.firstIndex(where: { $0.hasPrefix("> ") }), typed + 1 < lines.count else { return nil }
        question = lines[..<typed].joined(separator: "\n").trimmed
        statement = String(lines[typed].dropFirst(2))
        line = fence.line + typed
        var answers = [lines[typed + 1].trimmed]
        var rest = lines[(typed + 2)...]
        while let line = rest.first, line.hasPrefix("or ") {
            answers.append(String(line.dropFirst(3)).trimmed)
            rest = rest.dropFirst()
        }
        guard !answers[0].isEmpty else { return nil }
        self.answers = answers
        explanation = rest.joined(separator: "\n").trimmed
    }

    /// How near what the learner says is to the right answers, before anything has run.
    func grade(_ said: String, filled: (String) -> String) -> Guess.Grade {
        if answers.contains(where: { filled($0).plain == said.plain }) { return .right }
        return Guess(said).grade(answers.map(filled), question: filled(question))
    }

    /// Whether what came of the statement is what the file says. `ok` after an `or` is a person's word for success and
    /// tells nothing of the reply.
    func comesTrue(_ outcome: Outcome, filled: (String) -> String) -> Bool {
        // Ctrl-C ended it, and nothing came of it.
        if outcome.failure?.isInterruption == true { return false }
        return answers.enumerated().contains { number, answer in
            (number == 0 || answer != "ok") && outcome.matches(filled(answer))
        }
    }

    /// What came of the statement.
    public struct Outcome: Sendable {
        let lines: [String]
        let calls: [Call]
        let state: ConnectionState?
        /// How the statement failed, if it did.
        let failure: Failure?

        /// Whether a prediction says this: the reply, with its quotes or without them, the errno, the state, `ok`.
        public func matches(_ prediction: String) -> Bool {
            let wanted = prediction.plain
            if let failure {
                // A call that the shell ended at its time failed with EINTR, which is not what the learner sees.
                var names = [failure.className]
                if let error = failure.call?.error { names += [error.name, error.className, String(error.number)] }
                return names.contains { $0.lowercased() == wanted }
            }
            let reply = lines.joined(separator: "\n")
            if wanted == reply.plain || wanted == "ok" { return true }
            if reply == "\"\"", ["empty", "nothing", "0", "0 bytes"].contains(wanted) { return true }
            if wanted == "nothing" || wanted.isEmpty { return lines.isEmpty }
            if wanted == state?.description.lowercased() { return true }
            var wildcards = Wildcards()
            return wildcards.match([prediction], lines)
        }

        /// The C name of the error that it failed with; nil if it did not, or was ended at its time.
        var errorName: String? { isTimeout ? nil : failure?.call?.error?.name }

        /// How near a guess is to what came of the statement; the kernel's answer stands above the file's.
        func grade(_ said: String, expected: Guess.Grade, question: String) -> Guess.Grade {
            if let error = failure?.call?.error, !isTimeout, Guess(said).namesOther(than: error.name) { return .wrong }
            if expected == .right { return .right }
            // `ok` tells nothing of a reply.
            if !["ok", ""].contains(said.plain), matches(said) { return .right }
            guard let failure else { return expected }
            let names = isTimeout ? [failure.className] : [failure.call?.error?.name ?? failure.className]
            let grade = Guess(said).grade(names, question: question)
            return grade == .wrong ? expected : grade
        }

        /// Whether the shell ended the call at its time: EINTR, which it failed with, is not what the learner sees.
        private var isTimeout: Bool { failure?.className == FailureClass.timeout.rawValue }
    }
}

extension String {
    /// The text as answers are compared: in small letters, without quotes and blanks around it.
    fileprivate var plain: String {
        var text = Substring(trimmed)
        for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            text = text.dropFirst().dropLast()
        }
        return text.lowercased()
    }
}

extension FenceKind {
    /// A call whose outcome the learner says before it runs.
    public static let predict = FenceKind(
        "predict",
        partsText: true,
        translation: Translation(
            merged: { own, translation in Prediction(own)?.merged(with: Prediction(translation)) ?? own.text },
            problem: { _, translation in Prediction(translation) == nil ? malformed : nil }
        ),
        challenge: { Prediction($0).map { .predict($0) } },
        problems: { fence in
            guard let prediction = Prediction(fence) else { return [(fence.line, malformed)] }
            return LessonProblem.statements(prediction.statement, line: prediction.line)
        }
    )

    private static let malformed = LessonProblem.Kind.malformedPredict("a > line and the answer below it")
}

extension Prediction {
    /// The lines of the fence in another language. What counts as right there counts beside what does here.
    fileprivate func merged(with other: Prediction?) -> String? {
        guard let other else { return nil }
        let all = answers + other.answers.filter { !answers.contains($0) }
        let lines = all.enumerated().map { ($0.offset == 0 ? "" : "or ") + $0.element }
        return ([other.question, "> " + statement] + lines + [other.explanation]).joined(separator: "\n")
    }
}
