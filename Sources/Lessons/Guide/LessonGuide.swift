import Journal
import Language
import Replies
import Shell

/// Leads a learner through a lesson: says what to do, looks at the state after each statement, praises, hints.
///
/// One thread plays a lesson.
public final class LessonGuide {
    private let requests: LessonRequests
    /// Whether the lesson is over or was left.
    public var isOver: Bool { stage.step == nil }
    let stage: Stage
    private let progress: Progress
    private var hintsGiven = 0
    /// How many statements of the step were neither right nor on the way.
    private var astray = 0
    /// What the step shows, and how many pieces of it were.
    private var pieces: [Lesson.Step.Piece] = []
    var shownCount = 0
    private var isPlaying = false
    private var hasExplainedPredictions = false
    /// How many calls there were when the question was asked.
    private var callsBeforeQuestion = 0

    /// A guide through the lesson of a stage.
    public init(stage: Stage, progress: Progress, requests: LessonRequests) {
        self.stage = stage
        self.requests = requests
        self.progress = progress
    }

    private var lesson: Lesson { stage.lesson }
    var messages: Messages { stage.messages }

    /// The question that has to be answered before the step goes on.
    var question: Challenge? {
        guard shownCount < pieces.count, case .asked(let challenge) = pieces[shownCount] else { return nil }
        return challenge
    }

    /// Begins the lesson, after the steps that are done already: those are done again, so that their sockets live.
    public func start() -> [Passage] {
        let done = Set(progress.done(in: lesson.key))
        let place = progress.place(in: lesson.key)
        let first =
            lesson.steps.firstIndex { $0.id == place } ?? lesson.steps.firstIndex { !done.contains($0.id) } ?? 0
        var passages = [Passage.heading(lesson.head.title)]
        passages += lesson.languageNote.map { [.note($0)] } ?? []
        if first == 0 {
            passages += lesson.introduction.isEmpty ? [] : stage.introduction
        } else {
            passages.append(
                .note(messages(.resumed, ["step": first + 1, "count": lesson.steps.count]))
            )
        }
        if let problem = progress.takeProblem() { passages.append(.note(problem)) }
        passages += stage.rebuild(upTo: first).map { [.note($0)] } ?? []
        return passages + stage.standIns(unless: [:]) + begin(first)
    }

    private func begin(_ number: Int) -> [Passage] {
        (hintsGiven, astray, isPlaying) = (0, 0, false)
        let problem = stage.begin(number)
        progress.stand(at: number == 0 ? nil : stage.step?.id, in: lesson.key)
        guard let step = stage.step else { return finish() }
        (pieces, shownCount) = (step.pieces, 0)
        return [stage.heading] + (problem.map { [.note($0)] } ?? []) + stage.takePeerNews() + proceed()
    }

    /// Shows what comes up to the next question, and asks it; or says what else there is to do.
    func proceed() -> [Passage] {
        let from = shownCount
        while shownCount < pieces.count, case .shown = pieces[shownCount] { shownCount += 1 }
        callsBeforeQuestion = stage.callCount
        return shown(pieces[from..<shownCount]) + ask()
    }

    private func shown(_ pieces: ArraySlice<Lesson.Step.Piece>) -> [Passage] {
        pieces.enumerated().flatMap { place, piece -> [Passage] in
            guard case .shown(let blocks) = piece else { return [] }
            return stage.shown(blocks, isLast: pieces.startIndex + place == self.pieces.count - 1)
        }
    }

    private func ask() -> [Passage] {
        switch question {
        case .choice(let question):
            let text = stage.filled(question.text) + "\n\n" + messages(.choose)
            return [.question(text, question.answers.map { stage.filled($0.text) })]
        case .predict(let prediction):
            let how = messages(hasExplainedPredictions ? .foretellAgain : .foretell)
            hasExplainedPredictions = true
            return [
                .question(stage.filled(prediction.question), []), .question(messages(.runsThen), []),
                .task([stage.filled(prediction.statement)]), .question(how, []),
            ]
        case nil:
            return stage.check == nil ? [.note(messages(.goOn))] : []
        }
    }

    private func finish() -> [Passage] {
        stage.endPeers()
        let following = Course.entry(after: lesson).map { next in
            Passage.note(messages(.following, ["title": next.head.title, "name": next.id]))
        }
        return stage.closing + [.gap, .note(messages(.finished, ["title": lesson.head.title]))]
            + (following.map { [$0] } ?? [])
    }
}

extension LessonGuide {
    /// Looks at the state after a statement, and answers what a command of the lesson asked for.
    public func afterStatement(_ typed: String) -> [Passage] {
        // What is judged next is the next statement, whether or not this one was.
        defer { stage.judgedCalls = stage.context.calls.count }
        if let request = requests.take() { return answer(request) }
        guard !isPlaying, let step = stage.step else { return [] }
        // What was typed may have been meant as the answer.
        if let question { return stage.takePeerNews() + [.note(whatToAnswer(question, typed))] }
        guard stage.check != nil else { return stage.takePeerNews() }
        switch stage.verdictWhenSettled() {
        case .met: return succeed(step)
        case .lost(let difference):
            // A mistake that is listed says more than the difference.
            if case .mistake(let mistake) = stage.judge(typed: typed) {
                return stage.takePeerNews() + [.mistake(stage.filled(mistake.answer)), .note(messages(.lost))]
            }
            return stage.takePeerNews() + [.difference(difference), .note(messages(.lost))]
        case .unmet(let difference): return stage.takePeerNews() + said(to: typed, difference)
        }
    }

    private func said(to typed: String, _ difference: String) -> [Passage] {
        switch stage.judge(typed: typed) {
        case .mistake(let mistake): return [.mistake(stage.filled(mistake.answer))]
        case .onTheWay: return []
        case .astray:
            astray += 1
            return [.difference(difference)] + (astray % 3 == 0 ? [.note(messages(.stuck))] : [])
        }
    }

    func succeed(_ step: Lesson.Step) -> [Passage] {
        progress.finish(step.id, in: lesson.key)
        var passages = stage.praise
        if let problem = progress.takeProblem() { passages.append(.note(problem)) }
        return passages + begin(stage.index + 1)
    }

    private func answer(_ request: LessonRequests.Request) -> [Passage] {
        guard let step = stage.step else { return [.note(messages(.over))] }
        switch request {
        case .next: return next(step)
        case .back: return again(from: max(stage.index - 1, 0))
        case .reset: return again(from: stage.index)
        case .skip: return skip(step)
        case .hint: return hint(step)
        case .play:
            isPlaying = true
            return [.note(messages(.playing))]
        case .resume: return isPlaying ? again(from: stage.index) : whereAmI(step)
        case .whereAmI: return whereAmI(step)
        case .peers: return [bothSides]
        case .answer(let text): return graded(text)
        }
    }

    var bothSides: Passage {
        stage.bothSides().map { .picture($0) } ?? .note(messages(.noPeers))
    }

    func whereAmI(_ step: Lesson.Step) -> [Passage] {
        let place = messages(
            .position,
            ["step": stage.index + 1, "count": lesson.steps.count, "title": step.title]
        )
        return [.note(place)] + shown(pieces[..<shownCount]) + ask()
    }

    private func next(_ step: Lesson.Step) -> [Passage] {
        if question != nil { return [.note(messages(.questionFirst))] + ask() }
        switch stage.verdictWhenSettled() {
        case .met: return succeed(step)
        case .unmet(let difference): return [.difference(difference), .note(messages(.stuck))]
        case .lost(let difference): return [.difference(difference), .note(messages(.lost))]
        }
    }

    /// Whether the learner did something since the question was asked that may make it come out otherwise.
    func hasInterfered(with prediction: Prediction) -> Bool {
        stage.calls(from: callsBeforeQuestion + 1).contains { !$0.has(.asks) }
            || stage.judgedLines.contains { stage.isSame($0, as: prediction.statement) }
    }

    /// Makes the step again as it was when the question was asked: what the learner did since is undone.
    func rebuildQuestion() -> [Passage] {
        let before = stage.wildcards.words
        let (number, asked) = (stage.index, pieces[..<shownCount])
        let problem = stage.rebuild(upTo: number) ?? stage.begin(number)
        for case .asked(.predict(let prediction)) in asked { stage.rerun(prediction) }
        callsBeforeQuestion = stage.callCount
        return [.note(messages(.undone))] + (problem.map { [.note($0)] } ?? []) + stage.standIns(unless: before)
    }

    /// Begins a step again, on new sockets.
    private func again(from number: Int) -> [Passage] {
        let before = stage.wildcards.words
        let problem = stage.rebuild(upTo: number)
        return (problem.map { [.note($0)] } ?? []) + stage.standIns(unless: before) + begin(number)
    }

    private func skip(_ step: Lesson.Step) -> [Passage] {
        var passages: [Passage] = []
        // What was tried may be in the answer's way.
        if !stage.context.calls.isEmpty {
            let number = stage.index
            passages += stage.rebuild(upTo: number).map { [.note($0)] } ?? []
            _ = begin(number)
        }
        while shownCount < pieces.count {
            if case .asked(let challenge) = pieces[shownCount] { passages += reveal(challenge) }
            shownCount += 1
        }
        let answer = step.answer.steps
        if !answer.isEmpty {
            passages += [.note(messages(.oneWay))] + demonstrate(answer)
            if stage.verdict(isPatient: true) != .met { startAfresh(step) }
        }
        switch stage.verdict(isPatient: true) {
        case .met: return passages + succeed(step)
        case .unmet(let difference), .lost(let difference):
            return passages + [.difference(difference), .note(messages(.skipFailed))]
        }
    }

    /// Types what solves the step; each statement is shown with its reply below.
    private func demonstrate(_ answer: [Transcript.Step]) -> [Passage] {
        let recording = Recording()
        return stage.redirected(to: TextOutput(recording, showsPlace: false)) {
            let lines = answer.flatMap { typed -> [String] in
                stage.run(typed.input, line: typed.line)
                return ["> " + stage.filled(typed.input)] + recording.takeLines()
            }
            return [.task(lines)]
        }
    }

    /// Does the step on new sockets: the learner's may have other names, or be in other states.
    private func startAfresh(_ step: Lesson.Step) {
        let number = stage.index
        _ = stage.rebuild(upTo: number)
        _ = stage.begin(number)
        stage.solve(step)
    }

    func hint(_ step: Lesson.Step) -> [Passage] {
        let hints = step.hints
        guard !hints.isEmpty else { return [.note(messages(.noHint))] }
        let isLast = hintsGiven == hints.count
        hintsGiven = min(hintsGiven + 1, hints.count)
        let hint = Passage.hint(
            label: messages(.hint, ["level": hintsGiven]) + " ",
            stage.filled(hints[hintsGiven - 1])
        )
        return [hint] + (isLast ? [.note(messages(.lastHint))] : [])
    }
}
