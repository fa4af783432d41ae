/// What a step says, with the names of ports put in.
extension Stage {
    /// The heading of the step.
    var heading: Passage { .heading("\(index + 1)/\(lesson.steps.count)  \(step?.title ?? "")") }

    /// What is said when the step is done: the text behind its check, the first paragraph as the praise.
    var praise: [Passage] {
        let afterword = shown(step?.afterwordBlocks ?? [])
        if case .text(let text)? = afterword.first { return [.praise(text)] + afterword.dropFirst() }
        return (check == nil ? [] : [.praise("Right.")]) + afterword
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
