/// What a learner does who goes wrong, and goes on as they are told.
extension Play {
    /// Types a mistake, looks that it does not pass and gets its answer, and plays on: with what the answer says to type, and then with the
    /// step's own answer. Within the limit.
    func make(_ mistake: Mistake, at number: Int) -> [LessonTester.Finding] {
        limited(number) { makeWithoutLimit(mistake, at: number) }
    }

    private func makeWithoutLimit(_ mistake: Mistake, at number: Int) -> [LessonTester.Finding] {
        let step = lesson.steps[number]
        if let problem = begin(number) { return [finding(step, step.line, problem)] }
        var found: Mistake?
        var (holds, isTold) = (true, false)
        for typed in mistake.transcript.steps {
            let before = stage.judgedCalls
            let reaction = attempt(typed.input, line: typed.line)
            holds = stage.holds(mistake, stage.context.calls.dropFirst(before))
            found = reaction.mistake ?? found
            isTold = isTold || reaction.isDeadEnd
        }
        if stage.check != nil, case .met = stage.verdict(isPatient: false) {
            return [finding(step, mistake.line, "this mistake passes the check")]
        }
        guard found?.line == mistake.line else {
            let problem =
                holds
                ? "this mistake does not get its answer" : "the conditions of this mistake are not met when it is typed"
            return [finding(step, mistake.line, problem)]
        }
        if isTold { return [] }
        return playOn(after: "this mistake", at: mistake.line, in: step)
    }

    /// Types the step's answer from where the learner is now, and gives what is wrong: it does not pass, and nothing says that only `reset`
    /// helps.
    func playOn(after what: String, at line: Int, in step: Lesson.Step) -> [LessonTester.Finding] {
        guard stage.check != nil else { return [] }
        for typed in step.answer.steps {
            let reaction = attempt(typed.input, line: typed.line)
            if reaction.isMet || reaction.isDeadEnd { return [] }
        }
        switch stage.verdict(isPatient: true) {
        case .met, .lost: return []
        case .unmet(let difference):
            return [
                finding(
                    step,
                    line,
                    "after \(what) the solution does not pass, and nothing says that reset is needed: \(difference)"
                )
            ]
        }
    }
}
