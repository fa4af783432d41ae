/// What a step says, with the names of ports put in.
extension Stage {
    /// The heading of the step.
    var heading: Passage { .heading("\(index + 1)/\(lesson.steps.count)  \(step?.title ?? "")") }

    /// What is said when the step is done: what stands behind its check.
    var praise: [Passage] {
        let words = (step?.afterwordBlocks ?? []).compactMap { block -> String? in
            switch block {
            case .text(let text): filled(text)
            case .fence(let fence):
                if case .shown = fence.kind {
                    filled(fence.text).split(separator: "\n", omittingEmptySubsequences: false)
                        .map { "    " + $0 }.joined(separator: "\n")
                } else {
                    nil
                }
            }
        }
        if words.isEmpty { return check == nil ? [] : [.praise(messages(.right))] }
        return [.praise(words.joined(separator: "\n\n"))]
    }

    /// Text and fences as passages; fences that are not for reading are left out.
    func shown(_ blocks: [Lesson.Block]) -> [Passage] {
        blocks.compactMap { block in
            switch block {
            case .text(let text): .text(filled(text))
            case .fence(let fence):
                switch fence.kind {
                case .perform: .task(fence.transcript.steps.map { filled($0.input) })
                case .shown: .code(filled(fence.text))
                default: nil
                }
            }
        }
    }
}

extension Lesson.Step {
    /// Where the step's check stands in its text; what comes behind is said when it is met.
    private var checkPlace: Int? {
        body.firstIndex { if case .fence(let fence) = $0 { fence.kind == .check } else { false } }
    }

    /// What is shown when the step begins.
    var taskBlocks: [Lesson.Block] { checkPlace.map { Array(body[..<$0]) } ?? body }

    /// What is shown when it is done.
    var afterwordBlocks: [Lesson.Block] { checkPlace.map { Array(body[($0 + 1)...]) } ?? [] }
}
