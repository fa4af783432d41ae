import Journal
import Language
import Replies
import Shell
import Sockets

/// Proves a lesson: every solution passes its check, no step passes before it is solved, every listed mistake gets its
/// answer, every prediction comes true, and no learner is left where the answer does not help and nobody says so.
public struct LessonTester {
    private let registry: Registry
    private let limit: Double
    private let isThorough: Bool

    /// How long a step may take unless something else is said, in seconds.
    public static let usualLimit = 10.0

    /// A tester with these commands.
    ///
    /// - Parameters:
    ///   - limit: how many seconds each step may take, and each mistake.
    ///   - isThorough: whether the answers are also tried in other orders, in part, and with calls that fail.
    public init(registry: Registry, limit: Double = usualLimit, isThorough: Bool = false) {
        self.registry = registry
        self.limit = limit
        self.isThorough = isThorough
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
        // What comes after a step that cannot be solved is only its consequence.
        if solved < lesson.steps.count { return findings }
        // One play at a time: two would want the same ports and names.
        let others = lesson.steps.enumerated().flatMap { number, step in
            step.mistakes.flatMap { mistake in `try`(number, of: lesson) { $0.make(mistake, at: number) } }
                + (isThorough ? variants(of: step, at: number, in: lesson) : [])
        }
        return (findings + others).sorted { $0.line < $1.line }
    }

    /// The answer of a step in part, in another order, with calls that fail.
    private func variants(of step: Lesson.Step, at number: Int, in lesson: Lesson) -> [Finding] {
        guard !step.fences(.check).isEmpty else { return [] }
        return AnswerVariant.all(of: step.answer.steps).flatMap { variant in
            `try`(number, of: lesson) { $0.make(variant, at: number) }
        }
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

    /// Plays the steps before a step, and then something else.
    private func `try`(_ number: Int, of lesson: Lesson, _ body: (Play) -> [Finding]) -> [Finding] {
        if Interrupts.wasHit { return [] }
        let play = Play(lesson, registry, limit)
        defer { play.end() }
        // What is wrong with the steps before is told already.
        for earlier in 0..<number { _ = play.solve(earlier) }
        return body(play)
    }
}
