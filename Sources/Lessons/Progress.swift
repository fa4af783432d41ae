import Journal
import Language
import Shell
import SystemPackage

/// Which steps of which lessons are done, in one small file for each lesson.
public final class Progress {
    private let folder: String?
    /// What is wrong with the folder or a file, in one line; nil where nothing is.
    private var problem: String?
    private var lastProblem: String?

    /// Progress kept in a folder; without one it lasts as long as the process.
    ///
    /// - Parameter problem: why there is no folder, in one line.
    public init(folder: String?, problem: String? = nil) {
        self.folder = folder
        self.problem = problem
    }

    /// What is wrong with the folder or a file, in one line, where it was not told just before; nil where nothing is.
    public func takeProblem() -> String? {
        defer { (problem, lastProblem) = (nil, problem ?? lastProblem) }
        return problem == lastProblem ? nil : problem
    }

    private var remembered: [String: [String]] = [:]

    /// The ids of the steps that are done, in the order in which they were.
    public func done(in lesson: String) -> [String] {
        if let known = remembered[lesson] { return known }
        let steps = read(lesson)
        remembered[lesson] = steps
        return steps
    }

    /// Notes that a step is done.
    public func finish(_ step: String, in lesson: String) {
        var steps = done(in: lesson)
        guard !steps.contains(step) else { return }
        steps.append(step)
        remembered[lesson] = steps
        write(steps, lesson)
    }

    /// Forgets a lesson's progress.
    public func forget(_ lesson: String) {
        remembered[lesson] = []
        write([], lesson)
    }

    private func read(_ lesson: String) -> [String] {
        guard let folder, lesson.isLessonID else { return [] }
        do throws(Failure) {
            let file = try File.open("\(folder)/\(lesson)", at: Span(0, 0))
            defer { file.close() }
            let text = String(decoding: try file.read(1 << 16), as: UTF8.self)
            let lines = text.split(separator: "\n").map(String.init)
            if let damaged = lines.first(where: { !$0.isLessonID }) {
                problem = "\(folder)/\(lesson): \(Quoting.quote(damaged.utf8.prefix(40))) is no step; it is left out"
            }
            return lines.filter(\.isLessonID)
        } catch {
            if case .file(_, .noSuchFileOrDirectory) = error.reason { return [] }
            problem = error.message
            return []
        }
    }

    private func write(_ steps: [String], _ lesson: String) {
        guard let folder, lesson.isLessonID else { return }
        do throws(Failure) {
            try File.save(steps.joined(separator: "\n") + "\n", as: "\(folder)/\(lesson)", at: Span(0, 0))
        } catch {
            problem = "progress is not kept: \(error.message)"
        }
    }
}
