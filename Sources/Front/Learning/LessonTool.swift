import Commands
import Journal
import Lessons
import LineEditing
import Shell
import Sockets

/// What `netshell lesson` does.
struct LessonTool {
    let paths: [String]
    var language: String?
    private let writer = Screen.standard

    /// - Parameter language: the one in which they are listed; the locale's if none is given.
    init(paths: [String], language: String? = nil) {
        self.paths = paths
        self.language = language
    }

    func list() -> ExitStatus {
        each { entry, _ in
            let (lesson, problems) = entry.read(in: LessonLanguage.chosen(language))
            if let problem = problems.first { return "\(entry.id)  \(problem)\n" }
            guard let head = lesson?.head else { return "\(entry.id)\n" }
            return "\(entry.id)  \(head.title) (\(head.minutes) min, level \(head.level)): \(head.about)\n"
        }
    }

    func lint() -> ExitStatus {
        judge(warnings: \.warnings) { entry, course in Self.objections(to: entry, in: course) }
    }

    /// What is wrong with a lesson, as far as it shows without playing it.
    static func objections(to entry: Course.Entry, in course: Course) -> [String] {
        let problems = entry.problems(registry: .all) + course.problems(of: entry)
        return (problems + entry.unfinished + entry.translationProblems + entry.glossaryProblems).map(\.description)
    }

    func test(limit: Double, isThorough: Bool) -> ExitStatus {
        DescriptorLimit.raise()
        return judge { entry, _ in Self.findings(entry, limit: limit, isThorough: isThorough) }
    }

    /// The objections to a lesson, after playing it.
    static func findings(
        _ entry: Course.Entry,
        limit: Double = LessonTester.usualLimit,
        isThorough: Bool = false
    ) -> [String] {
        let problems = entry.problems(registry: .all)
        guard var lesson = entry.read.lesson, problems.isEmpty else { return problems.map(\.description) }
        guard lesson.hindrance == nil else { return [] }
        lesson.isGranted = true
        return LessonTester(registry: .all, limit: limit, isThorough: isThorough).test(lesson).map(\.description)
    }

    /// Tells for each lesson whether there is an objection.
    private func judge(
        warnings: (Course.Entry) -> [LessonProblem] = { _ in [] },
        _ findings: (Course.Entry, Course) -> [String]
    ) -> ExitStatus {
        var status = ExitStatus.success
        let reading = each { entry, course in
            let found = findings(entry, course)
            let warned = warnings(entry).map { "  warning: \($0)\n" }.joined()
            if found.isEmpty {
                let skipped = entry.read.lesson?.hindrance.map { "skipped \(entry.id): \($0)\n" }
                return (skipped ?? "ok \(entry.id)\n") + warned
            }
            status = .check
            return "not ok \(entry.id)\n" + found.map { "  \($0)\n" }.joined() + warned
        }
        return reading == .success ? status : reading
    }

    /// Writes a text for each of the lessons.
    private func each(_ body: (Course.Entry, Course) -> String) -> ExitStatus {
        defer { writer.flush() }
        var courses: [Course] = []
        do throws(Failure) {
            for path in paths { courses.append(try Course.named(path)) }
        } catch {
            writer.writeError("netshell: \(error.message)\n")
            return .usage
        }
        for course in paths.isEmpty ? [.builtIn] : courses {
            for entry in course.entries {
                writer.write(body(entry, course))
                writer.flush()
            }
        }
        return .success
    }
}

extension Lesson {
    /// Why the lesson cannot be proved here; nil if it can.
    fileprivate var hindrance: String? {
        if let obstacle { return obstacle }
        if demands.isEmpty || Consents(folder: Folders.progress).has(self) { return nil }
        return messages(.untested, ["demands": demands.joined(separator: " ")])
    }
}
