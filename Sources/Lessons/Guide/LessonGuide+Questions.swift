import Journal
import Language
import Shell
import Sockets

/// Questions: how an answer is graded, and what comes after it.
extension LessonGuide {
    /// Takes a line that is no statement as the answer to the open question, if it can be one: `UDP`, `2`, `I think it is refused`.
    /// Gives what is said to it; nil if it is to be run.
    public func takeAsAnswer(_ typed: String) -> [Passage]? {
        guard !isPlaying, let question, !Guess.isAsking(typed), !stage.isStatement(typed) else { return nil }
        let isMeant: Bool =
            switch question {
            case .choice(let question): question.filled(stage.filled).meant(by: typed) != nil
            case .predict(let prediction):
                prediction.grade(typed, filled: stage.filled) != .wrong || Guess(typed).isPlainGuess
            }
        guard isMeant else { return nil }
        stage.judgedCalls = stage.context.calls.count
        return graded(typed)
    }

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
            guard let place = text.flatMap({ question.filled(stage.filled).meant(by: $0) }) else {
                return [.note(messages(.outOfRange, ["count": question.answers.count]))]
            }
            let chosen = question.answers[place]
            guard chosen.isRight else { return [.mistake(stage.filled(chosen.reply))] }
            shownCount += 1
            return [.praise(stage.filled(chosen.reply))] + goOn(wasRight: true)
        case .predict(let prediction):
            guard let text else { return [.note(messages(.foretellAgain))] }
            let grade = prediction.grade(text, filled: stage.filled)
            if let advice = secondThought(grade, prediction) { return [.difference(messages(advice))] }
            let undone = hasInterfered(with: prediction) ? rebuildQuestion() : []
            let outcome = outcome(of: prediction)
            guard prediction.comesTrue(outcome, filled: stage.filled) else {
                return undone + [.note(messages(.notAsItBegins))]
            }
            shownCount += 1
            let final = outcome.grade(text, expected: grade, question: stage.filled(prediction.question))
            return undone + [said(to: final, prediction, outcome)] + goOn(wasRight: final == .right)
        }
    }

    /// What a guess is told that is not right, or not the whole, before the line runs: once for each. Nil if it runs now.
    private func secondThought(_ grade: Guess.Grade, _ prediction: Prediction) -> Message? {
        let advice: Message
        switch grade {
        case .right: return nil
        case .wrong:
            // Of two the other one would be left.
            if ["yes", "no"].contains(prediction.answers[0]) { return nil }
            advice = .secondThought
        case .half(.error): advice = .whichError
        case .half(.reply): advice = .whichReply
        case .half(.rest): advice = .restOfIt
        case .half(.which): advice = .whichOne
        }
        // Who has been asked twice wants to see it.
        guard advised.count < 2, advised.insert(advice).inserted else { return nil }
        return advice
    }

    private func said(to grade: Guess.Grade, _ prediction: Prediction, _ outcome: Prediction.Outcome) -> Passage {
        let explanation = stage.filled(prediction.explanation)
        let answer = outcome.errorName ?? stage.filled(prediction.answers[0])
        switch grade {
        case .right: return .praise(explanation)
        case .half: return .difference(messages(.partlyRight, ["answer": answer, "explanation": explanation]))
        case .wrong: return .mistake(messages(.itWas, ["answer": answer, "explanation": explanation]))
        }
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
    /// did the task before they answered. Who was wrong is not praised for what the line that ran has done.
    private func goOn(wasRight: Bool) -> [Passage] {
        let passages = proceed()
        let shown = passages.isEmpty ? [] : [.gap] + passages
        guard question == nil, let step = stage.step else { return shown }
        switch stage.verdictWhenSettled() {
        case .met:
            let rest = passages.dropLast(stage.check == nil ? 1 : 0)
            return (rest.isEmpty ? [] : [.gap] + rest) + succeed(step, isPraised: wasRight)
        case .lost(let difference): return shown + [.difference(difference), .note(messages(.lost))]
        case .unmet: return shown
        }
    }
}
