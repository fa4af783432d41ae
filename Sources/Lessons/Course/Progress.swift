import Journal
import Language
import Shell
import SystemPackage

/// Which steps of which lessons are done and where the learner is, in one small file for each lesson: the ids of the
/// steps that are done, a line each, after `skipped ` those that were skipped, and after `at ` that of the one that is played. The files are named after the lessons' keys.
public final class Progress {
    private let folder: String?
    /// What is wrong with the folder or a file, in one line; nil if nothing is.
    private var problem: String?
    private var lastProblem: String?

    /// Progress kept in a folder; without one it lasts as long as the process.
    ///
    /// - Parameter problem: why there is no folder, in one line.
    public init(folder: String?, problem: String? = nil) {
        self.folder = folder
        self.problem = problem
    }

    /// What is wrong with the folder or a file, in one line, unless it was told just before; nil if nothing is.
    public func takeProblem() -> String? {
        defer { (problem, lastProblem) = (nil, problem ?? lastProblem) }
        return problem == lastProblem ? nil : problem
    }

    /// How far a lesson is.
    private struct Record: Equatable {
        var done: [String] = []
        var skipped: [String] = []
        var place: String?
    }

    private var remembered: [String: Record] = [:]

    private func record(of lesson: String) -> Record {
        if let known = remembered[lesson] { return known }
        let record = read(lesson)
        remembered[lesson] = record
        return record
    }

    /// The ids of the steps that are done, in the order in which they were.
    public func done(in lesson: String) -> [String] { record(of: lesson).done }

    /// The ids of the steps that were skipped and not done since.
    public func skipped(in lesson: String) -> [String] { record(of: lesson).skipped }

    /// The id of the step at which the learner is; nil if that is the first, or none.
    public func place(in lesson: String) -> String? { record(of: lesson).place }

    /// Notes that a step is done.
    public func finish(_ step: String, in lesson: String) {
        change(lesson) {
            if !$0.done.contains(step) { $0.done.append(step) }
            $0.skipped.removeAll { $0 == step }
        }
    }

    /// Notes that the learner was shown how a step is done, and did not do it.
    public func skip(_ step: String, in lesson: String) {
        change(lesson) { if !$0.done.contains(step), !$0.skipped.contains(step) { $0.skipped.append(step) } }
    }

    /// Notes at which step the learner is; nil at the first, and when the lesson is over.
    public func stand(at step: String?, in lesson: String) { change(lesson) { $0.place = step } }

    /// Forgets a lesson's progress.
    public func forget(_ lesson: String) { change(lesson) { $0 = Record() } }

    private func change(_ lesson: String, _ body: (inout Record) -> Void) {
        let old = record(of: lesson)
        var record = old
        body(&record)
        guard record != old else { return }
        remembered[lesson] = record
        write(record, lesson)
    }

    private static let mark = "at "
    private static let skipMark = "skipped "

    /// Where nothing is kept under the key of a lesson of one's own, what was kept under its id counts, as it was
    /// kept once; the built-in lessons' names are theirs.
    private func read(_ lesson: String) -> Record {
        if let record = kept(as: lesson) { return record }
        let id = lesson.lessonID
        return id == lesson || Course.builtIn[id] != nil ? Record() : kept(as: id) ?? Record()
    }

    /// What is kept in a file of this name; nil if there is none.
    private func kept(as lesson: String) -> Record? {
        guard let folder, lesson.lessonID.isLessonID else { return nil }
        do throws(Failure) {
            let file = try File.open("\(folder)/\(lesson)", at: Span(0, 0))
            defer { file.close() }
            let text = String(decoding: try file.read(1 << 16), as: UTF8.self)
            var lines = text.split(separator: "\n").map(String.init)
            let place = lines.last { $0.hasPrefix(Self.mark) }.map { String($0.dropFirst(Self.mark.count)) }
            let skipped = lines.filter { $0.hasPrefix(Self.skipMark) }.map { String($0.dropFirst(Self.skipMark.count)) }
            lines.removeAll { $0.hasPrefix(Self.mark) || $0.hasPrefix(Self.skipMark) }
            if let damaged = lines.first(where: { !$0.isLessonID }) {
                problem = "\(folder)/\(lesson): \(Quoting.quote(damaged.utf8.prefix(40))) is not a step; it is ignored"
            }
            return Record(done: lines.filter(\.isLessonID), skipped: skipped.filter(\.isLessonID), place: place)
        } catch {
            if case .file(_, .noSuchFileOrDirectory) = error.reason { return nil }
            problem = error.message
            return Record()
        }
    }

    private func write(_ record: Record, _ lesson: String) {
        guard let folder, lesson.lessonID.isLessonID else { return }
        let lines =
            record.done + record.skipped.map { Self.skipMark + $0 } + (record.place.map { [Self.mark + $0] } ?? [])
        do throws(Failure) {
            try File.save(lines.map { $0 + "\n" }.joined(), as: "\(folder)/\(lesson)", at: Span(0, 0))
        } catch {
            problem = "progress is not kept: \(error.message)"
        }
    }
}

extension String {
    /// The id in a lesson's key.
    fileprivate var lessonID: String { String(prefix { $0 != "." }) }
}
