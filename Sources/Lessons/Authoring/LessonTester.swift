import Journal
import Language
import Replies
import Shell
import Sockets

/// Proves a lesson: every solution passes its check, no step passes before it is solved, every listed mistake gets its
/// answer, every prediction comes true.
public struct LessonTester {
    private let registry: Registry
    private let limit: Double

    /// How long a step may take unless something else is said, in seconds.
    public static let usualLimit = 10.0

    /// A tester with these commands.
    ///
    /// - Parameter limit: how many seconds each step may take, and each mistake.
    public init(registry: Registry, limit: Double = usualLimit) {
        self.registry = registry
        self.limit = limit
    }

    /// Something that is not as the lesson says.
    public struct Finding: Sendable, CustomStringConvertible {
        /// The file.
        public let file: String
        /// The line.
        public let line: Int
        /// The step.
        public let step: String
        /// What is not so.
        public let sentence: String

        /// `FILE:LINE: step: what is not so`
        public var description: String { "\(file):\(line): \(step): \(sentence)" }
    }

    /// Plays a lesson as far as it can be solved, and each mistake beside it; gives all that was found. Ctrl-C ends the
    /// playing.
    public func test(_ lesson: Lesson) -> [Finding] {
        let (findings, solved) = solve(lesson)
        // One play at a time: two would want the same ports and names.
        let mistakes = lesson.steps.prefix(solved + 1).enumerated().flatMap { number, step in
            step.mistakes.flatMap { Interrupts.wasHit ? [] : test($0, at: number, of: lesson) }
        }
        return (findings + mistakes).sorted { $0.line < $1.line }
    }

    /// What was found on the way, and how many steps it led through.
    private func solve(_ lesson: Lesson) -> (findings: [Finding], solved: Int) {
        let play = Play(lesson, registry, limit)
        defer { play.end() }
        var findings: [Finding] = []
        for number in lesson.steps.indices {
            findings += play.solve(number)
            if !play.isSolved { return (findings, number) }
        }
        return (findings, lesson.steps.count)
    }

    private func test(_ mistake: Mistake, at number: Int, of lesson: Lesson) -> [Finding] {
        let play = Play(lesson, registry, limit)
        defer { play.end() }
        // What is wrong with the steps before is told already.
        for earlier in 0..<number { _ = play.solve(earlier) }
        return play.make(mistake, at: number)
    }
}

/// One way through a lesson, for the tester.
private final class Play {
    private let lesson: Lesson
    private let stage: Stage
    private let sink = Recording()
    private let session: Session
    private let limit: Double
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

    /// Types a mistake, and looks that it does not pass and gets its answer, within the limit.
    func make(_ mistake: Mistake, at number: Int) -> [LessonTester.Finding] {
        limited(number) { makeWithoutLimit(mistake, at: number) }
    }

    private func limited(_ number: Int, _ body: () -> [LessonTester.Finding]) -> [LessonTester.Finding] {
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
        findings += step.answer.steps.compactMap { typed in
            isCut ? nil : type(typed).map { finding(step, typed.line, $0) }
        }
        switch stage.verdict(isPatient: true) {
        case .met: isSolved = true
        case .unmet(let difference), .lost(let difference):
            let peer = stage.peerFailure.map { " (peer \($0))" } ?? ""
            return findings + [finding(step, step.line, "the solution does not pass: \(difference)\(peer)")]
        }
        return findings + (stage.peerFailure.map { [finding(step, step.line, "peer \($0)")] } ?? [])
    }

    /// Types one entry; gives how the reply differs from what is expected.
    private func type(_ typed: Transcript.Step) -> String? {
        last = (typed.line, stage.filled(typed.input))
        let failure = stage.run(typed.input, line: typed.line).failure
        isCut = failure?.isInterruption ?? false
        let actual = sink.takeLines()
        if stage.wildcards.match(typed.expected, actual) { return nil }
        return TranscriptRunner.Difference(
            line: typed.line,
            input: typed.input,
            expected: typed.expected,
            actual: actual
        ).description
    }

    private func predict(_ fence: Fence) -> String? {
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

    private func makeWithoutLimit(_ mistake: Mistake, at number: Int) -> [LessonTester.Finding] {
        let step = lesson.steps[number]
        if let problem = stage.begin(number) { return [finding(step, step.line, problem)] }
        // What is typed at a question is no mistake yet.
        for fence in step.fences(.predict) { _ = predict(fence) }
        stage.judgedCalls = stage.context.calls.count
        var found: Mistake?
        var holds = true
        for typed in mistake.transcript.steps {
            let text = stage.filled(typed.input)
            last = (typed.line, text)
            stage.run(typed.input, line: typed.line)
            _ = sink.takeLines()
            holds = stage.holds(mistake, stage.context.calls.dropFirst(stage.judgedCalls))
            if case .mistake(let mistake) = stage.judge(typed: text) { found = mistake }
        }
        if stage.check != nil, case .met = stage.verdict(isPatient: false) {
            return [finding(step, mistake.line, "this mistake passes the check")]
        }
        if found?.line == mistake.line { return [] }
        let problem =
            holds
            ? "this mistake does not get its answer" : "the conditions of this mistake are not met when it is typed"
        return [finding(step, mistake.line, problem)]
    }

    private func finding(_ step: Lesson.Step, _ line: Int, _ sentence: String) -> LessonTester.Finding {
        LessonTester.Finding(file: lesson.file, line: line, step: step.id, sentence: sentence)
    }
}

extension Double {
    /// The number as a person writes it: 10 and not 10.0.
    fileprivate var shortest: String { self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self) }
}
