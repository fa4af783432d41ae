import Language
import Sockets

/// What only shows when a lesson is seen beside the others of its course.
extension Course {
    /// What is wrong with a lesson's place in the course: an id that is not its file's name, needs that nobody meets.
    public func problems(of entry: Entry) -> [LessonProblem] {
        let head = entry.head
        var problems: [LessonProblem] = []
        if !head.id.isEmpty, head.id != entry.id {
            problems.append(entry.problem(at: "id", .otherID(head.id, file: entry.id)))
        }
        let place = entries.firstIndex { $0.id == entry.id } ?? entries.endIndex
        for need in head.needs {
            if let other = entries.firstIndex(where: { $0.id == need }) {
                if other >= place { problems.append(entry.problem(at: "needs", .laterNeed(need))) }
            } else if !entry.hasNeighbour(need), Course.builtIn[need]?.id != need {
                let near = Suggestion.nearest(to: need, among: entries.map(\.id))
                problems.append(entry.problem(at: "needs", .unknownNeed(need, near: near)))
            }
        }
        return problems
    }
}

extension Course.Entry {
    /// What the author should think of, though the lesson can be taught as it is.
    public var warnings: [LessonProblem] {
        (read.lesson?.steps ?? []).filter { !$0.fences(.perform).isEmpty && $0.hasCheck && $0.hints.isEmpty }.map {
            LessonProblem(file: file, line: $0.line, .noHints($0.id))
        }
    }

    /// Whether a lesson of this name is in the same folder; the course may be this one file.
    fileprivate func hasNeighbour(_ id: String) -> Bool {
        guard id.isLessonID, case .folder(let folder) = origin, !folder.isEmpty else { return false }
        var status = stat()
        return stat("\(folder)/\(id).md", &status) == 0
    }

    /// A problem at the line of a key of the head.
    fileprivate func problem(at key: String, _ kind: LessonProblem.Kind) -> LessonProblem {
        let lines = TextFile.lines(bytes.prefix(4096))
        return LessonProblem(file: file, line: (lines.firstIndex { $0.hasPrefix(key + ":") } ?? 0) + 1, kind)
    }
}

extension Lesson.Step {
    fileprivate var hasCheck: Bool { !fences(.check).isEmpty }
}
