import Language
import Shell

/// What can be said against a lesson without playing it.
public enum LessonLint {
    /// Every problem of a lesson, those of its reading included, by line.
    public static func problems(of lesson: Lesson, reading: [LessonProblem] = []) -> [LessonProblem] {
        var problems = reading
        var staying: Set<String> = []
        problems += exercise(of: lesson)
        for step in lesson.steps {
            staying.formUnion(step.peers.filter(\.stays).map(\.name))
            problems += self.problems(of: step, in: lesson, peers: staying.union(step.peers.map(\.name)))
        }
        return problems.sorted { $0.line < $1.line }
    }

    private static func exercise(of lesson: Lesson) -> [LessonProblem] {
        guard let step = lesson.steps.first(where: \.isExercise) else { return [] }
        let isLast = step.id == lesson.steps.last?.id
        return (isLast ? [] : [LessonProblem(file: lesson.file, line: step.line, .earlyExercise)])
            + (step.fences(.check).isEmpty
                ? [LessonProblem(file: lesson.file, line: step.line, .uncheckedExercise)] : [])
    }

    private static func problems(of step: Lesson.Step, in lesson: Lesson, peers: Set<String>) -> [LessonProblem] {
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
        for (text, line) in step.conditions {
            let (check, problems) = CheckParser.parse(lesson.numbered(text), line: line)
            kinds += problems.map { ($0.line, .malformedCheck($0.1)) }
            kinds += check.conditions.flatMap { condition in
                condition.alternatives.compactMap { _, predicate in
                    guard case .peerReceived(let name, _) = predicate, !peers.contains(name) else { return nil }
                    return (condition.line, .malformedCheck("there is no peer \(name) in this step"))
                }
            }
        }
        for fence in step.fences { kinds += problems(of: fence).map { ($0.line, $0.kind) } }
        var names: Set<String> = []
        for peer in step.peers where !names.insert(peer.name).inserted {
            kinds.append((peer.script.line, .repeatedPeer(peer.name)))
        }
        // A question stops what comes after it, so nothing that is to be done may come before it.
        let task = step.fences.firstIndex { $0.kind == .perform || $0.kind == .check }
        for fence in step.fences[(task ?? step.fences.endIndex)...] where Challenge(fence) != nil {
            kinds.append((fence.line, .lateQuestion(step.id)))
        }
        return kinds.map { LessonProblem(file: lesson.file, line: $0.0, $0.1) }
    }

    private static func problems(of fence: Fence) -> [(line: Int, kind: LessonProblem.Kind)] {
        let statements: [(line: Int, kind: LessonProblem.Kind)] =
            switch fence.kind.lines {
            case .script: LessonProblem.statements(fence.text, line: fence.line)
            case .typed: fence.transcript.steps.flatMap { LessonProblem.statements($0.input, line: $0.line) }
            case .words, .verbatim: []
            }
        return statements + fence.kind.problems(fence)
    }
}

extension LessonLint {
    /// The calls that a lesson's checks name and no command makes.
    static func unknownCalls(in lesson: Lesson, _ registry: Registry) -> [LessonProblem] {
        let functions = registry.families.flatMap(\.commands).compactMap(\.function)
        let known = Set(functions.map { String($0.prefix { $0 != "(" }) })
        return lesson.steps.flatMap(\.conditions).flatMap { text, line in
            CheckParser.parse(lesson.numbered(text), line: line).check.conditions
        }.flatMap { condition in
            condition.alternatives.flatMap { _, predicate in
                let names =
                    switch predicate {
                    case .call(let pattern): [pattern.name]
                    case .order(let calls): calls.map(\.description)
                    default: [String]()
                    }
                return names.filter { !known.contains($0) }.map { name in
                    let near = Suggestion.nearest(to: name, among: known.sorted())
                    return LessonProblem(file: lesson.file, line: condition.line, .unknownCall(name, near: near))
                }
            }
        }
    }

    /// The lines that begin with TODO, after the key or the mark of a heading.
    static func unfinished(_ bytes: [UInt8], file: String) -> [LessonProblem] {
        TextFile.lines(bytes).enumerated().compactMap { number, line in
            var words = line.split(separator: " ", maxSplits: 2)
            if let first = words.first, first == "##" || first.hasSuffix(":") { words.removeFirst() }
            return words.first == "TODO" ? LessonProblem(file: file, line: number + 1, .unfinished) : nil
        }
    }
}

extension Lesson.Step {
    /// What the conditions of the step say, those of its mistakes too, each text with the line of its first.
    fileprivate var conditions: [(String, line: Int)] {
        fences(.check).map { ($0.text, $0.line) } + mistakes.flatMap { $0.conditions.map { ($0.text, $0.line) } }
    }
}

extension Lesson {
    /// A text with the lesson's own numbers for the names of ports.
    fileprivate func numbered(_ text: String) -> String {
        Wildcards(Dictionary(head.ports.map { ($0.name, String($0.number)) }) { first, _ in first }).fill(text)
    }
}
