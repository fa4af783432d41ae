/// What a step says, with the names of ports put in.
extension Stage {
    /// The heading of the step.
    var heading: Passage { .heading("\(index + 1)/\(lesson.steps.count)  \(step?.title ?? "")") }

    /// What the lesson begins with.
    var introduction: [Passage] { reading(lesson.introduction, in: nil) }

    /// What the lesson ends with.
    var closing: [Passage] {
        lesson.closing.map { [.heading($0.title)] + Passage.reading(filled($0.text)) } ?? []
    }

    /// What is said when the step is done: what comes after its check.
    var praise: [Passage] {
        let all = shown(step?.afterwordBlocks ?? [])
        let words = all.compactMap { passage -> String? in
            switch passage {
            case .text(let text): text
            case .quotation(let text):
                text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
            case .code(let text):
                text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(
                    separator: "\n"
                )
            default: nil
            }
        }
        if words.isEmpty { return check == nil ? [] : [.praise(messages(.right))] }
        let definitions = all.filter { if case .definition = $0 { true } else { false } }
        return [.praise(words.joined(separator: "\n\n"))] + (definitions.isEmpty ? [] : [.gap] + definitions)
    }

    /// A piece of what the step shows up to its check.
    ///
    /// - Parameter isLast: whether nothing comes after it, so that it says what is to be done.
    func shown(_ blocks: [Lesson.Block], isLast: Bool) -> [Passage] {
        let passages = shown(blocks)
        return isLast && check != nil ? passages.settingOrderApart() : passages
    }

    /// Text and fences as passages; fences that are not for reading are left out.
    func shown(_ blocks: [Lesson.Block]) -> [Passage] {
        blocks.flatMap { block in
            switch block {
            case .text(let text): reading(text, in: index)
            case .fence(let fence): fence.kind.passage(fence, filled, messages).map { [$0] } ?? []
            }
        }
    }

    /// A text of a step, or of the introduction, with what is quoted in it and the words that are explained there.
    private func reading(_ text: String, in step: Int?) -> [Passage] {
        definitions.parted(text, in: step).flatMap { piece in
            Passage.reading(filled(piece.text)) + piece.words.map { .definition(term: $0.term, $0.sentence) }
        }
    }
}
