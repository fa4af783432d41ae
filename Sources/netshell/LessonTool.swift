import Commands
import Journal
import Lessons
import Shell
import Sockets

/// What `netshell lesson` does.
struct LessonTool {
    let paths: [String]
    private let writer = StandardOutput()

    init(paths: [String]) { self.paths = paths }

    func list() -> ExitStatus {
        each { entry in
            let (lesson, problems) = entry.read(in: LessonLanguage.chosen(nil))
            if let problem = problems.first { return "\(entry.id)  \(problem)\n" }
            guard let head = lesson?.head else { return "\(entry.id)\n" }
            return "\(entry.id)  \(head.title) (\(head.minutes) min, level \(head.level)): \(head.about)\n"
        }
    }

    func lint() -> ExitStatus {
        judge { entry in
            (entry.problems(registry: .all) + entry.unfinished + entry.translationProblems).map(\.description)
        }
    }

    func test(limit: Double) -> ExitStatus {
        DescriptorLimit.raise()
        return judge { Self.findings($0, limit: limit) }
    }

    /// What is to be said against a lesson, after playing it.
    static func findings(_ entry: Course.Entry, limit: Double = LessonTester.usualLimit) -> [String] {
        let problems = entry.problems(registry: .all)
        guard var lesson = entry.read.lesson, problems.isEmpty else { return problems.map(\.description) }
        guard lesson.hindrance == nil else { return [] }
        lesson.isGranted = true
        return LessonTester(registry: .all, limit: limit).test(lesson).map(\.description)
    }

    /// Tells of each lesson whether there is something against it.
    private func judge(_ findings: (Course.Entry) -> [String]) -> ExitStatus {
        var status = ExitStatus.success
        let reading = each { entry in
            let found = findings(entry)
            if found.isEmpty {
                return entry.read.lesson?.hindrance.map { "skipped \(entry.id): \($0)\n" } ?? "ok \(entry.id)\n"
            }
            status = .check
            return "not ok \(entry.id)\n" + found.map { "  \($0)\n" }.joined()
        }
        return reading == .success ? status : reading
    }

    /// Writes a text for each lesson that is meant.
    private func each(_ body: (Course.Entry) -> String) -> ExitStatus {
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
                writer.write(body(entry))
                writer.flush()
            }
        }
        return .success
    }
}

extension Lesson {
    /// Why the lesson cannot be proved here; nil where it can.
    fileprivate var hindrance: String? {
        if let obstacle { return obstacle }
        if demands.isEmpty || Consents(folder: Folders.progress).has(self) { return nil }
        return messages(.untested, ["demands": demands.joined(separator: " ")])
    }
}
