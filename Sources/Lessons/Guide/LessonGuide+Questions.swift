import Journal
import Language
import Shell
import Sockets

/// Questions: how an answer is graded, and what comes after it.
extension LessonGuide {
    /// What is said to a statement when an answer is wanted. It may have been meant as one.
    func whatToAnswer(_ question: Challenge, _ typed: String) -> String {
        switch question {
        case .choice: return messages(.choose)
        case .predict(let prediction):
            stage.judgedLines.append(typed)
            return messages(stage.isSame(typed, as: prediction.statement) ? .ranAhead : .foretellAgain)
        }
    }

    /// Grades what comes after `answer`; nil if nothing does.
    func graded(_ text: String?) -> [Passage] {
        switch question {
        case nil: return [.note(messages(.unasked))]
        case .choice(let question):
            guard let number = text.flatMap({ Int($0.trimmed) }), question.answers.indices.contains(number - 1) else {
                return [.note(messages(.outOfRange, ["count": question.answers.count]))]
            }
            let chosen = question.answers[number - 1]
            guard chosen.isRight else { return [.mistake(stage.filled(chosen.reply))] }
            shownCount += 1
            return [.praise(stage.filled(chosen.reply))] + goOn()
        case .predict(let prediction):
            guard let text else { return [.note(messages(.foretellAgain))] }
            let undone = hasInterfered(with: prediction) ? rebuildQuestion() : []
            let outcome = outcome(of: prediction)
            guard prediction.comesTrue(outcome, filled: stage.filled) else {
                return undone + [.note(messages(.notAsItBegins))]
            }
            shownCount += 1
            return undone + [grade(text, prediction, outcome)] + goOn()
        }
    }

    private func grade(_ text: String, _ prediction: Prediction, _ outcome: Prediction.Outcome) -> Passage {
        let explanation = stage.filled(prediction.explanation)
        if prediction.accepts(text, filled: stage.filled) || outcome.matches(text) { return .praise(explanation) }
        let right = stage.filled(prediction.answers[0])
        return .mistake(messages(.itWas, ["answer": right, "explanation": explanation]))
    }

    /// Runs what is asked about, seen.
    private func outcome(of prediction: Prediction) -> Prediction.Outcome {
        let before = stage.callCount
        let session = stage.session
        let heard = TeeOutput(session.locked { session.output })
        let failure = stage.redirected(to: heard) {
            stage.run(prediction.statement, line: prediction.line).failure
        }
        return session.locked {
            Prediction.Outcome(
                lines: heard.takeLines(),
                calls: session.journal.calls(from: before + 1),
                state: session.sockets.current?.state,
                failure: failure
            )
        }
    }

    /// Tells the answer of a question that was given up.
    func reveal(_ challenge: Challenge) -> [Passage] {
        let (answer, explanation): (String, String)
        switch challenge {
        case .choice(let question):
            guard let right = question.answers.first(where: \.isRight) else { return [] }
            (answer, explanation) = (right.text, right.reply)
        case .predict(let prediction):
            _ = outcome(of: prediction)
            (answer, explanation) = (prediction.answers[0], prediction.explanation)
        }
        return [
            .note(messages(.answerIs, ["answer": stage.filled(answer), "explanation": stage.filled(explanation)]))
        ]
    }

    /// What comes after a question: the next one, the task, or the next step if that was all, or if the learner
    /// did the task before they answered.
    private func goOn() -> [Passage] {
        let passages = proceed()
        let shown = passages.isEmpty ? [] : [.gap] + passages
        guard question == nil, let step = stage.step else { return shown }
        switch stage.verdictWhenSettled() {
        case .met:
            let rest = passages.dropLast(stage.check == nil ? 1 : 0)
            return (rest.isEmpty ? [] : [.gap] + rest) + succeed(step)
        case .lost(let difference): return shown + [.difference(difference), .note(messages(.lost))]
        case .unmet: return shown
        }
    }
}
