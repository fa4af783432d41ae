import Journal
import Language
import Shell

/// What the check makes of an answer that is not whole.
extension Play {
    /// Gives a variant of a step's answer; it must not pass, or not leave the learner where nothing helps. Within the limit.
    func make(_ variant: AnswerVariant, at number: Int) -> [LessonTester.Finding] {
        // That half an answer waits is no fault.
        TimeLimit.run(seconds: limit) { makeWithoutLimit(variant, at: number) }.result
    }

    private func makeWithoutLimit(_ variant: AnswerVariant, at number: Int) -> [LessonTester.Finding] {
        let step = lesson.steps[number]
        // That it cannot be begun is told of the answer itself.
        if begin(number) != nil { return [] }
        switch variant {
        case .without(let line, let lines):
            return passes(lines) ? [finding(step, line.line, "the check passes without this line: \(line.input)")] : []
        case .unkept(let line, let lines):
            return passes(lines)
                ? [finding(step, line.line, "the check passes though the reply is not kept: \(line.input)")] : []
        case .failing(let line, let lines): return fail(line, lines, in: step)
        case .swapped(let line, let lines):
            for typed in lines {
                let reaction = attempt(typed.input, line: typed.line)
                if reaction.isMet || reaction.isDeadEnd { return [] }
            }
            return playOn(after: "these two lines the other way round", at: line.line, in: step)
        }
    }

    /// Whether the check is met after these lines.
    private func passes(_ lines: [Transcript.Step]) -> Bool {
        for typed in lines { _ = attempt(typed.input, line: typed.line) }
        return stage.verdict(isPatient: false) == .met
    }

    /// Lets the call of a line fail with an error that the kernel gives when it has no memory.
    private func fail(_ line: Transcript.Step, _ lines: [Transcript.Step], in step: Lesson.Step) -> [LessonTester
        .Finding]
    {
        let calls = TypedCall.all(in: stage.filled(line.input))
        guard calls.count == 1, let function = stage.function(of: calls[0]), !calls[0].isTried else { return [] }
        var hasFailed = false
        for typed in lines {
            let isIt = typed.line == line.line
            let before = stage.context.calls.count
            if isIt { stage.run("inject \(function) ENOMEM", line: typed.line) }
            _ = attempt(typed.input, line: typed.line)
            if isIt {
                hasFailed = stage.context.calls.dropFirst(before).contains { $0.isInjected && $0.error != nil }
                if !hasFailed { return [] }
            }
        }
        return stage.verdict(isPatient: false) == .met
            ? [finding(step, line.line, "the check passes though \(function) fails: \(line.input)")] : []
    }
}
