import Language

/// Knows a listed mistake when it is typed: the same command with the same arguments, whatever the names, blanks and
/// spellings of constants, by itself or in a block.
struct MistakeMatcher {
    private let right: [TypedCall]
    private let listed: [(mistake: Mistake, calls: [TypedCall])]

    /// Knows a step's mistakes; `filled` puts the names of ports in, and one that does not hold is none.
    init(_ step: Lesson.Step, filled: (String) -> String, holds: (Mistake) -> Bool) {
        right = step.answer.steps.flatMap { TypedCall.all(in: filled($0.input)) }
        listed = step.mistakes.filter(holds).map { mistake in
            (mistake, mistake.transcript.steps.flatMap { TypedCall.all(in: filled($0.input)) })
        }
    }

    /// The mistake whose last call is one of those that were typed; nil if there is none.
    ///
    /// - Parameters:
    ///   - earlier: what was typed before in the step.
    ///   - failed: whether a call failed by it.
    func mistake(typed: String, earlier: [String], failed: Bool) -> Mistake? {
        let before = earlier.flatMap { TypedCall.all(in: $0) }
        for call in TypedCall.all(in: typed).reversed() {
            let alike = listed.filter { $0.calls.last?.shape == call.shape }
            if let exact = alike.first(where: { $0.calls.last == call && isMeant($0.calls, before, failed) }) {
                return exact.mistake
            }
            // Where the right call is the same but for the names or the block, these are the mistake.
            if !right.contains(where: { $0.shape == call.shape }), let first = alike.first { return first.mistake }
        }
        return nil
    }

    /// Whether a mistake that ends with a right call was made: by the wrong calls before it, by coming too early, or
    /// by failing.
    private func isMeant(_ calls: [TypedCall], _ before: [TypedCall], _ failed: Bool) -> Bool {
        guard let last = calls.last, right.contains(last) else { return true }
        let wrong = calls.filter { !right.contains($0) }
        if !wrong.isEmpty { return wrong.allSatisfy(before.contains) }
        let done = Set(before.compactMap(\.shape.first))
        let isEarly = right.prefix { $0 != last }.contains { !done.contains($0.shape.first ?? "") }
        return failed || isEarly
    }
}
