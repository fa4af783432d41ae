import Journal
import Language
import Shell

/// What is to be said to a statement that does not finish the step.
extension Stage {
    /// What a statement was to the step.
    enum Judgement {
        /// A listed mistake.
        case mistake(Mistake)
        /// A piece of the answer that is not the last one, or a mere look: nothing has to be said.
        case onTheWay
        /// Anything else.
        case astray
    }

    /// Judges the statement that was just typed. To be asked after each one, since a mistake may have several lines.
    func judge(typed: String) -> Judgement {
        guard let step else { return .onTheWay }
        let calls = context.calls.dropFirst(judgedCalls)
        let failed = calls.contains { $0.error != nil }
        let matcher = MistakeMatcher(step, filled: filled) { holds($0, calls) }
        let mistake = matcher.mistake(typed: typed, earlier: judgedLines, failed: failed)
        judgedCalls += calls.count
        judgedLines.append(typed)
        if let mistake { return .mistake(mistake) }
        return calls.isEmpty && isLook(typed) || !failed && isPiece(typed, of: step) ? .onTheWay : .astray
    }

    /// Whether the conditions of a mistake are met.
    ///
    /// - Parameter calls: those of the statement that was typed.
    func holds(_ mistake: Mistake, _ calls: some Collection<Call>) -> Bool {
        switch mistake.outcome {
        case nil: break
        case "ok": if calls.isEmpty || calls.contains(where: { $0.error != nil }) { return false }
        case let outcome?: if !calls.contains(where: { $0.error?.name == outcome.error }) { return false }
        }
        guard !mistake.conditions.isEmpty else { return true }
        let text = mistake.conditions.map { filled($0.text) }.joined(separator: "\n")
        return CheckEvaluator(context: context).evaluate(CheckParser.parse(text, line: mistake.line).check) == .met
    }

    /// Whether two statements say the same, whatever their blanks and spellings.
    func isSame(_ typed: String, as statement: String) -> Bool {
        TypedCall.all(in: typed).contains { TypedCall.all(in: filled(statement)).contains($0) }
    }

    /// Whether a statement that made no call only shows something: a value, or a command of the shell's own.
    private func isLook(_ typed: String) -> Bool {
        let isQuestion = PlainQuestion(typed.utf8) != nil
        guard let statements = try? Parser.parse(Source(file: "", text: Array(typed.utf8))) else { return isQuestion }
        return statements.allSatisfy { statement in
            if case .value(let value) = statement.kind { return value.target == nil }
            return statement.call.flatMap { session.registry[$0.command.text] }.map { $0.function == nil } ?? isQuestion
        }
    }

    /// Whether it is a part of the answer, and another part is still to come.
    private func isPiece(_ typed: String, of step: Lesson.Step) -> Bool {
        let answer = step.answer.steps.map { filled($0.input).trimmed }
        var rest = answer.flatMap { TypedCall.all(in: $0) }
        func take(_ call: TypedCall) -> Bool {
            guard let place = rest.firstIndex(of: call) ?? rest.firstIndex(where: { $0.shape == call.shape }) else {
                return false
            }
            rest.remove(at: place)
            return true
        }
        for line in judgedLines.dropLast() { for call in TypedCall.all(in: line) { _ = take(call) } }
        let calls = TypedCall.all(in: typed)
        let isPart = calls.isEmpty ? answer.contains(typed.trimmed) : calls.allSatisfy(take)
        return isPart && !rest.isEmpty
    }
}
