import Language
import Shell

/// What can be said against a lesson without playing it.
public enum LessonLint {
    /// Every problem of a lesson, those of its reading included, by line.
    public static func problems(of lesson: Lesson, reading: [LessonProblem] = []) -> [LessonProblem] {
        var problems = reading
        for step in lesson.steps { problems += self.problems(of: step, in: lesson) }
        return problems.sorted { $0.line < $1.line }
    }

    private static func problems(of step: Lesson.Step, in lesson: Lesson) -> [LessonProblem] {
        var kinds: [(Int, LessonProblem.Kind)] = []
        let checks = step.fences(.check)
        if !checks.isEmpty {
            if step.answer.steps.isEmpty, step.fences(.predict).isEmpty {
                kinds.append((step.line, .missingSolution(step.id)))
            }
            if !step.fences(.solution).isEmpty, step.hints.count < 2 {
                kinds.append((step.line, .missingHints(step.id)))
            }
        }
        for check in checks {
            // Names of ports stand for numbers.
            let filled = Wildcards(
                Dictionary(lesson.head.ports.map { ($0.name, String($0.number)) }) { first, _ in first }
            )
            kinds += CheckParser.parse(filled.fill(check.text), line: check.line).problems.map {
                ($0.line, .malformedCheck($0.1))
            }
        }
        for fence in step.fences { kinds += problems(of: fence) }
        // A question stops what comes behind it, so nothing that is to be done may stand in front of it.
        let task = step.fences.firstIndex { $0.kind == .perform || $0.kind == .check }
        for fence in step.fences[(task ?? step.fences.endIndex)...] where Challenge(fence) != nil {
            kinds.append((fence.line, .lateQuestion(step.id)))
        }
        return kinds.map { LessonProblem(file: lesson.file, line: $0.0, $0.1) }
    }

    private static func problems(of fence: Lesson.Fence) -> [(Int, LessonProblem.Kind)] {
        switch fence.kind {
        case .setup, .peer: return script(fence.text, fence.line)
        case .perform, .solution:
            return fence.transcript.steps.flatMap { script($0.input, $0.line) }
        case .mistake:
            let mistake = Mistake(fence)
            return mistake.transcript.steps.isEmpty || mistake.answer.isEmpty ? [(fence.line, .malformedMistake)] : []
        case .predict:
            return Prediction(fence) == nil ? [(fence.line, .malformedPredict("a > line and the answer below it"))] : []
        case .choice:
            return Question(fence).problem.map { [(fence.line, .malformedChoice($0))] } ?? []
        case .check, .hint, .say, .shown: return []
        }
    }

    private static func script(_ text: String, _ line: Int) -> [(Int, LessonProblem.Kind)] {
        let source = Source(file: "", firstLine: line, text: Array(text.utf8))
        do {
            _ = try Parser.parse(source)
            return []
        } catch {
            return [(source.position(of: error.span.start).line, .malformedScript(error.problem.description))]
        }
    }
}
