import Commands
import Journal
import Language
import Replies
import Shell
import TestSupport
import Testing

@testable import Lessons

/// A learner at a lesson, without a terminal.
final class Learner {
    let guide: LessonGuide
    let progress: Progress
    let session: Session
    let stage: Stage
    private let sink = Recording()

    /// The key of a lesson `t` from nowhere.
    static let key = "t." + SHA256.digest(of: []).prefix(16)

    convenience init(_ text: String, progress: Progress = Progress(folder: nil)) throws {
        self.init(try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson), progress: progress)
    }

    /// At a step of a lesson of the course.
    convenience init(course id: String, at step: String) throws {
        let progress = Progress(folder: nil)
        progress.stand(at: step, in: id)
        self.init(try #require(Course.builtIn[id]?.read.lesson), progress: progress)
        _ = guide.start()
    }

    init(_ lesson: Lesson, progress: Progress) {
        Interrupts.ignoreBrokenPipes()
        let requests = LessonRequests()
        session = Session(registry: Registry.all.adding(.lesson(requests)), output: TextOutput(sink, showsPlace: false))
        stage = Stage(lesson, session: session, registry: .all, confinement: lesson.confinement)
        guide = LessonGuide(stage: stage, progress: progress, requests: requests)
        self.progress = progress
    }

    deinit {
        stage.tearDown()
    }

    /// What is said to a line as the prompt takes it: it may be an answer and no statement.
    func say(_ text: String) -> [Passage] { guide.takeAsAnswer(text) ?? type(text) }

    func type(_ text: String) -> [Passage] {
        _ = Interpreter.run(Source.of(text), on: session)
        return guide.afterStatement(text)
    }
}

extension [Passage] {
    /// What is said, as one text.
    var text: String { flatMap { $0.lines(width: 1000) }.joined(separator: "\n") }

    /// Whether something of a kind is said.
    var hasPraise: Bool { contains { if case .praise = $0 { true } else { false } } }
    var hasMistake: Bool { contains { if case .mistake = $0 { true } else { false } } }
    var hasDifference: Bool { contains { if case .difference = $0 { true } else { false } } }
}
