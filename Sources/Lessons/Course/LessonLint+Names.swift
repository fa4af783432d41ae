/// Names in brackets that nothing defines.
extension LessonLint {
    /// The names that a lesson uses and nothing defines: no port of the head, and no reply of a `do` in this step or an
    /// earlier one. A learner would be shown, or would type, `[NAME]`.
    static func undefinedNames(in lesson: Lesson) -> [LessonProblem] {
        var known = Set(lesson.head.ports.map(\.name))
        var uses: [Use] = names(in: lesson.introduction, line: 1).filter { !known.contains($0.name) }
        for step in lesson.steps {
            var used: [Use] = []
            for block in step.body {
                if case .text(let text) = block { used += names(in: text, line: step.line, isText: true) }
            }
            for fence in step.fences {
                switch fence.kind.lines {
                case .typed:
                    for typed in fence.transcript.steps {
                        uses += names(in: typed.input, line: typed.line).filter { !known.contains($0.name) }
                        known.formUnion(typed.expected.flatMap(Wildcards.names))
                    }
                // An array of C has its size in brackets.
                case .verbatim: break
                case .script, .words: used += names(in: fence.text, line: fence.line)
                }
            }
            uses += used.filter { !known.contains($0.name) }
        }
        return Set(uses).map { LessonProblem(file: lesson.file, line: $0.line, .undefinedName($0.name)) }
    }

    /// A name, and where it is used.
    private struct Use: Hashable {
        let name: String
        let line: Int
    }

    /// The names in a text that begins at a line; one of a step's reading is only known by its step.
    private static func names(in text: String, line: Int, isText: Bool = false) -> [Use] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { place, row in
            // [TEXT](address) is a link.
            Wildcards.names(in: String(row)).filter { !row.contains("[\($0)](") }.map {
                Use(name: $0, line: isText ? line : line + place)
            }
        }
    }
}
