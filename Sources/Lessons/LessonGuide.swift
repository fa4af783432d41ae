import Journal
import Language
import Shell
import Sockets

/// Leads a learner through a lesson: says what to do, looks at the state after each statement, praises, hints.
///
/// One thread plays a lesson.
public final class LessonGuide {
    private let wishes: Wishes
    /// Whether the lesson is over or was left.
    public var isOver: Bool { stage.step == nil }
    let stage: Stage
    private let progress: Progress
    private var hintsGiven = 0
    private var questions: [Challenge] = []
    private var isPlaying = false

    /// A question that has to be answered before the step's task.
    private enum Challenge {
        case choice(Question)
        case predict(Prediction)
    }

    /// A guide through the lesson of a stage.
    public init(stage: Stage, progress: Progress, wishes: Wishes) {
        self.stage = stage
        self.wishes = wishes
        self.progress = progress
    }

    private var lesson: Lesson { stage.lesson }

    /// Begins the lesson, behind the steps that are done already: those are done again, so that their sockets live.
    public func start() -> [Passage] {
        let done = Set(progress.done(in: lesson.head.id))
        let first = lesson.steps.firstIndex { !done.contains($0.id) } ?? 0
        var passages = [Passage.heading(lesson.head.title)]
        if first == 0 {
            if !lesson.introduction.isEmpty { passages.append(.text(stage.filled(lesson.introduction))) }
        } else {
            passages.append(
                .note("You stopped at step \(first + 1) of \(lesson.steps.count); the steps before are done again.")
            )
        }
        passages += stage.rebuild(upTo: first).map { [.note($0)] } ?? []
        return passages + begin(first)
    }

    private func begin(_ number: Int) -> [Passage] {
        (hintsGiven, isPlaying) = (0, false)
        let problem = stage.begin(number)
        guard let step = stage.step else { return finish() }
        questions = step.fences.compactMap { fence in
            switch fence.kind {
            case .choice: .choice(Question(fence))
            case .predict: Prediction(fence).map { .predict($0) }
            default: nil
            }
        }
        var passages = [stage.heading]
        if let problem { passages.append(.note(problem)) }
        passages += stage.shown(step.taskBlocks)
        return passages + ask()
    }

    /// The question that is next, or what else there is to do.
    private func ask() -> [Passage] {
        switch questions.first {
        case .choice(let question):
            let text = stage.filled(question.text) + "\n\nType answer and the number."
            return [.question(text, question.answers.map { stage.filled($0.text) })]
        case .predict(let prediction):
            let statement = stage.filled(prediction.statement)
            return [
                .question(
                    "\(stage.filled(prediction.question))\n\nSay what will come of it before it runs: "
                        + "answer and the reply, or the errno, or the state.",
                    []
                ), .task([statement]),
            ]
        case nil:
            return stage.check == nil ? [.note("Type next to go on.")] : []
        }
    }

    private func finish() -> [Passage] {
        stage.endPeers()
        return [.note("That was the lesson \(lesson.head.title). Well done.")]
    }
}

extension LessonGuide {
    /// Looks at the state after a statement, and answers what a command of the lesson asked for.
    public func afterStatement(_ typed: String) -> [Passage] {
        if let wish = wishes.take() { return answer(wish) }
        guard !isPlaying, questions.isEmpty, let step = stage.step, stage.check != nil else { return [] }
        switch stage.verdict(isPatient: true) {
        case .met: return succeed(step)
        case .lost(let difference):
            return [.difference(difference), .note("This step cannot be finished so: reset begins it again.")]
        case .unmet(let difference):
            if let mistake = MistakeMatcher(stage).mistake(typed: typed) {
                return [.mistake(stage.filled(mistake.answer))]
            }
            return [.difference(difference)]
        }
    }

    private func succeed(_ step: Lesson.Step) -> [Passage] {
        progress.finish(step.id, in: lesson.head.id)
        var passages = stage.praise
        if let problem = progress.problem { passages.append(.note(problem)) }
        return passages + begin(stage.index + 1)
    }

    private func answer(_ wish: Wishes.Wish) -> [Passage] {
        guard let step = stage.step else { return [.note("The lesson is over; quit leaves.")] }
        switch wish {
        case .next: return next(step)
        case .back: return again(from: max(stage.index - 1, 0))
        case .reset: return again(from: stage.index)
        case .skip: return skip(step)
        case .hint: return [hint(step)]
        case .play:
            isPlaying = true
            return [.note("Try what you like; resume goes on with the step.")]
        case .resume: return again(from: stage.index)
        case .whereAmI:
            return [.note("Step \(stage.index + 1) of \(lesson.steps.count): \(step.title)")]
                + stage.shown(step.taskBlocks)
                + ask()
        case .answer(let text): return graded(text)
        }
    }

    private func next(_ step: Lesson.Step) -> [Passage] {
        if !questions.isEmpty { return [.note("There is a question first.")] + ask() }
        switch stage.verdict(isPatient: true) {
        case .met: return succeed(step)
        case .unmet(let difference), .lost(let difference):
            return [.difference(difference), .note("hint helps; skip shows the answer and does it.")]
        }
    }

    /// Begins a step again, on sockets made anew.
    private func again(from number: Int) -> [Passage] {
        (stage.rebuild(upTo: number).map { [.note($0)] } ?? []) + begin(number)
    }

    private func skip(_ step: Lesson.Step) -> [Passage] {
        var passages: [Passage] = []
        // What was tried may stand in the answer's way.
        if !step.answer.steps.isEmpty, !stage.context.calls.isEmpty {
            let number = stage.index
            passages += stage.rebuild(upTo: number).map { [.note($0)] } ?? []
            _ = begin(number)
        }
        for challenge in questions { passages += reveal(challenge) }
        questions = []
        let answer = step.answer.steps
        if !answer.isEmpty {
            passages += [.note("This is one way to do it:"), .task(answer.map { stage.filled($0.input) })]
            for typed in answer { stage.run(typed.input, line: typed.line) }
            if stage.verdict(isPatient: true) != .met { startAfresh(step) }
        }
        switch stage.verdict(isPatient: true) {
        case .met: return passages + succeed(step)
        case .unmet(let difference), .lost(let difference):
            return passages + [.difference(difference), .note("reset begins the step again; then skip does it.")]
        }
    }

    /// Does the step on sockets made anew: the learner's may have other names, or be in other states.
    private func startAfresh(_ step: Lesson.Step) {
        let number = stage.index
        _ = stage.rebuild(upTo: number)
        _ = stage.begin(number)
        stage.solve(step)
    }

    private func hint(_ step: Lesson.Step) -> Passage {
        let hints = step.hints
        guard !hints.isEmpty else { return .note("There is no hint for this step; skip shows the answer.") }
        hintsGiven = min(hintsGiven + 1, hints.count)
        return .hint(hintsGiven, stage.filled(hints[hintsGiven - 1]))
    }

    private func graded(_ text: String) -> [Passage] {
        guard let challenge = questions.first else { return [.note("There is no question here.")] }
        switch challenge {
        case .choice(let question):
            guard let number = Int(text.trimmed), question.answers.indices.contains(number - 1) else {
                return [.note("An answer is a number from 1 to \(question.answers.count).")]
            }
            let chosen = question.answers[number - 1]
            guard chosen.isRight else { return [.mistake(stage.filled(chosen.reply))] }
            questions.removeFirst()
            return [.praise(stage.filled(chosen.reply))] + goOn()
        case .predict(let prediction):
            questions.removeFirst()
            return outcome(of: prediction, predicted: text) + goOn()
        }
    }

    /// Runs what was predicted, seen, and grades the prediction.
    private func outcome(of prediction: Prediction, predicted: String?) -> [Passage] {
        let before = stage.session.locked { stage.session.journal.count }
        let failure = stage.run(prediction.statement, line: 1).failure
        let session = stage.session
        let outcome = session.locked {
            Prediction.Outcome(
                lines: [session.lastReply.description].filter { !$0.isEmpty },
                calls: session.journal.calls(from: before + 1),
                state: session.sockets.current?.state,
                failure: failure
            )
        }
        let right = prediction.answers.map(stage.filled)
        let explanation = stage.filled(prediction.explanation)
        guard let predicted else { return [.note("\(right[0]). \(explanation)")] }
        let isRight = right.contains { $0.lowercased() == predicted.trimmed.lowercased() } || outcome.matches(predicted)
        return isRight ? [.praise(explanation)] : [.mistake("It was \(right[0]). \(explanation)")]
    }

    private func reveal(_ challenge: Challenge) -> [Passage] {
        switch challenge {
        case .choice(let question):
            guard let right = question.answers.first(where: \.isRight) else { return [] }
            return [.note("\(stage.filled(right.text)): \(stage.filled(right.reply))")]
        case .predict(let prediction): return outcome(of: prediction, predicted: nil)
        }
    }

    /// What comes after a question: the next one, the task, or the next step where the question was all.
    private func goOn() -> [Passage] {
        guard questions.isEmpty, let step = stage.step else { return ask() }
        if step.answer.steps.isEmpty, case .met = stage.verdict(isPatient: true) { return succeed(step) }
        return ask()
    }
}
