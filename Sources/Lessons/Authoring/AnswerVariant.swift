import Language

/// A step's answer as somebody might give it who has understood half of it.
enum AnswerVariant {
    /// Without a line.
    case without(Transcript.Step, [Transcript.Step])
    /// A line of it whose reply is not kept.
    case unkept(Transcript.Step, [Transcript.Step])
    /// A line of it whose call fails.
    case failing(Transcript.Step, [Transcript.Step])
    /// Two lines the other way round.
    case swapped(Transcript.Step, [Transcript.Step])

    /// Every variant of an answer.
    static func all(of answer: [Transcript.Step]) -> [AnswerVariant] {
        answer.indices.flatMap { place -> [AnswerVariant] in
            let line = answer[place]
            var variants: [AnswerVariant] = [.failing(line, answer)]
            if answer.count > 1 {
                variants.append(.without(line, answer.enumerated().filter { $0.offset != place }.map(\.element)))
            }
            if let bare = line.unkept {
                variants.append(.unkept(line, answer.enumerated().map { $0.offset == place ? bare : $0.element }))
            }
            if place > 0 {
                var swapped = answer
                swapped.swapAt(place - 1, place)
                variants.append(.swapped(line, swapped))
            }
            return variants
        }
    }
}

extension Transcript.Step {
    /// The line without the name that its reply is given; nil if it gives it none, or makes a socket, which gets one anyhow.
    fileprivate var unkept: Transcript.Step? {
        guard !input.contains("\n"), let equals = input.firstRange(of: " = "), input[..<equals.lowerBound].isName else {
            return nil
        }
        return Transcript.Step(input: String(input[equals.upperBound...]), expected: expected, line: line)
    }
}

extension Substring {
    fileprivate var isName: Bool { !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
}
