extension Stage {
    /// What a statement did to the step, and what there is to say to it.
    struct Reaction {
        /// How the step stands.
        let verdict: CheckEvaluator.Verdict
        /// What the statement was to it; on the way, if it finished the step.
        let judgement: Judgement
        /// Why the step's answer cannot pass any more; nil if it may.
        let impasse: Impasse?

        /// The listed mistake that it was.
        var mistake: Mistake? { if case .mistake(let mistake) = judgement { mistake } else { nil } }

        /// Whether it finished the step.
        var isMet: Bool { verdict == .met }

        /// Whether the learner is told that only `reset` helps.
        var isDeadEnd: Bool { if case .lost = verdict { true } else { impasse != nil } }
    }

    /// Looks at a statement that was just typed, once nothing more is on its way.
    func reaction(to typed: String) -> Reaction {
        let verdict = verdictWhenSettled()
        defer { judgedCalls = context.calls.count }
        if verdict == .met { return Reaction(verdict: verdict, judgement: .onTheWay, impasse: nil) }
        let judgement = judge(typed: typed)
        let impasse: Impasse? = if case .unmet = verdict { impasse() } else { nil }
        return Reaction(verdict: verdict, judgement: judgement, impasse: impasse)
    }
}
