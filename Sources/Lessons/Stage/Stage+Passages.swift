/// What a step says, with the names of ports put in.
extension Stage {
    /// The heading of the step.
    var heading: Passage { .heading("\(index + 1)/\(lesson.steps.count)  \(step?.title ?? "")") }

    /// What is said when the step is done: what comes after its check.
    var praise: [Passage] {
        let words = shown(step?.afterwordBlocks ?? []).compactMap { passage -> String? in
            switch passage {
            case .text(let text): text
            case .code(let text):
                text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(
                    separator: "\n"
                )
            default: nil
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
            case .fence(let fence): fence.kind.passage(fence, filled, messages)
            }
        }
    }
}
