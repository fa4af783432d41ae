import Journal
import Language
import Replies
import Shell
import Sockets

/// One way through a lesson, for the tester.
final class Play {
    let lesson: Lesson
    let stage: Stage
    private let sink = Recording()
    private let session: Session
    let limit: Double
    /// Whether the last step was solved, whatever else was found.
    private(set) var isSolved = false
    /// Whether a statement of the step was ended from outside, so that what follows means nothing.
    private var isCut = false
    /// What was typed last, and its line.
    private var last: (line: Int, input: String)?

    init(_ lesson: Lesson, _ registry: Registry, _ limit: Double) {
        self.lesson = lesson
        self.limit = limit
        session = Session(registry: registry, output: TextOutput(sink, showsPlace: false))
        stage = Stage(lesson, session: session, registry: registry, confinement: lesson.confinement)
    }

    func end() { stage.tearDown() }

    /// Begins a step, looks that it is not solved yet, and solves it, all within the limit.
    func solve(_ number: Int) -> [LessonTester.Finding] {
        limited(number) { solveWithoutLimit(number) }
    }

    /// Does something with a step within the limit.
    func limited(_ number: Int, _ body: () -> [LessonTester.Finding]) -> [LessonTester.Finding] {
        let step = lesson.steps[number]
        last = nil
        let (findings, isOver) = TimeLimit.run(seconds: limit, body)
        guard isOver else { return findings }
        isSolved = false
        let place = last.map { "; it got as far as \(Quoting.oneLine($0.input))" } ?? ""
        return [finding(step, last?.line ?? step.line, "the step takes longer than \(limit.shortest) s\(place)")]
    }

    private func solveWithoutLimit(_ number: Int) -> [LessonTester.Finding] {
        let step = lesson.steps[number]
        (isSolved, isCut) = (false, false)
        if let problem = stage.begin(number) { return [finding(step, step.line, problem)] }
        var findings = step.fences(.predict).compactMap { fence in
            isCut ? nil : predict(fence).map { finding(step, fence.line, $0) }
        }
        if stage.check != nil, !step.answer.steps.isEmpty, case .met = stage.verdict(isPatient: false) {
            findings.append(finding(step, step.line, "the check passes before anything is done"))
        }
        for typed in step.answer.steps where !isCut {
            let (difference, failure) = type(typed)
            guard let difference else { continue }
            findings.append(finding(step, typed.line, difference))
            // What comes after a line that failed is only its consequence.
            if failure != nil { break }
        }
        switch stage.verdict(isPatient: true) {
        case .met: isSolved = true
        case .unmet(let difference), .lost(let difference):
            let peer = stage.peerFailure.map { " (peer \($0))" } ?? ""
            // Replies that differ are the cause.
            if !findings.isEmpty { return findings }
            return [finding(step, step.line, "the solution does not pass: \(difference)\(peer)")]
        }
        return findings + (stage.peerFailure.map { [finding(step, step.line, "peer \($0)")] } ?? [])
    }

    /// Begins a step up to its task: what is asked before is answered.
    func begin(_ number: Int) -> String? {
        if let problem = stage.begin(number) { return problem }
        for fence in lesson.steps[number].fences(.predict) { _ = predict(fence) }
        stage.judgedCalls = stage.context.calls.count
        return nil
    }

    /// Types a line as a learner would, and gives what the guide would say to it. A call that waits for nobody is ended as by Ctrl-C.
    func attempt(_ text: String, line: Int) -> Stage.Reaction {
        let filled = stage.filled(text)
        last = (line, filled)
        let watch = RestWatch(stage)
        stage.run(text, line: line)
        watch.stop()
        _ = sink.takeLines()
        return stage.reaction(to: filled)
    }

    /// Types one entry; gives how the reply differs from what is expected, and how it failed.
    private func type(_ typed: Transcript.Step) -> (difference: String?, failure: Failure?) {
        last = (typed.line, stage.filled(typed.input))
        let failure = stage.run(typed.input, line: typed.line).failure
        isCut = failure?.isInterruption ?? false
        let actual = sink.takeLines()
        if stage.wildcards.match(typed.expected, actual) { return (nil, failure) }
        let difference = TranscriptRunner.Difference(
            line: typed.line,
            input: typed.input,
            expected: typed.expected,
            actual: actual
        )
        return (difference.description, failure)
    }

    func predict(_ fence: Fence) -> String? {
        guard let prediction = Prediction(fence) else { return "the prediction cannot be read" }
        let before = session.locked { session.journal.count }
        last = (fence.line, prediction.statement)
        let failure = stage.run(prediction.statement, line: prediction.line).failure
        isCut = failure?.isInterruption ?? false
        let actual = sink.takeLines()
        let outcome = Prediction.Outcome(
            lines: actual,
            calls: session.locked { session.journal.calls(from: before + 1) },
            state: session.locked { session.sockets.current?.state },
            failure: failure
        )
        let right = prediction.answers.map(stage.filled)
        return prediction.comesTrue(outcome, filled: stage.filled)
            ? nil
            : "the prediction \(right.joined(separator: " or ")) does not come true: \(actual.joined(separator: " / "))"
    }

    func finding(_ step: Lesson.Step, _ line: Int, _ sentence: String) -> LessonTester.Finding {
        LessonTester.Finding(file: lesson.file, line: line, step: step.id, sentence: sentence)
    }
}

extension Double {
    /// The number as a person writes it: 10 and not 10.0.
    fileprivate var shortest: String { self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self) }
}
