import Language

/// Ports that are written as numbers: what a lesson's head gives a name may be taken, and another stands in for it then.
extension LessonLint {
    /// The numbers of the lesson's ports in what is typed, run and checked.
    static func literalPorts(in step: Lesson.Step, of lesson: Lesson) -> [(Int, LessonProblem.Kind)] {
        let names = Dictionary(lesson.head.ports.map { (String($0.number), $0.name) }) { first, _ in first }
        guard !names.isEmpty else { return [] }
        return step.fences.filter { $0.kind.lines != .verbatim && $0.kind != .say }.flatMap { fence in
            fence.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { place, line in
                line.split { !$0.isNumber }.compactMap { number in
                    names[String(number)].map { (fence.line + place, .literalPort(Int(number) ?? 0, name: $0)) }
                }
            }
        }
    }
}

extension Check.Condition {
    /// The other end of which it wants something at once that needs a moment to come; nil if it wants nothing of the kind. That something has
    /// not come can be seen at once.
    var impatientPeer: String? {
        guard within == nil else { return nil }
        return alternatives.compactMap { isNegated, predicate in
            if case .peerReceived(let name, _) = predicate, !isNegated { name } else { nil }
        }.first
    }
}
