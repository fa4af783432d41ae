import Language

/// A language that lessons can be had in: `fr` for `ID.fr.md`.
public enum LessonLanguage {
    /// The language of the environment, as `LC_ALL`, `LC_MESSAGES` or `LANG` say it; nil for the base language.
    public static func chosen(_ variable: (String) -> String?) -> String? {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = variable(name), !value.isEmpty else { continue }
            let language = String(value.prefix { $0 != "_" && $0 != "." && $0 != "@" })
            return isLanguage(language) ? language : nil
        }
        return nil
    }

    /// Whether a text can name a language: two or three small letters.
    public static func isLanguage(_ text: String) -> Bool {
        2...3 ~= text.utf8.count && text.utf8.allSatisfy { $0 >= 97 && $0 <= 122 }
    }
}

extension Lesson {
    /// The lesson with the texts of a translation: of each step of the same id its heading, text, hints, questions,
    /// answers to mistakes and notes. What is typed and what is checked stays the base's.
    public func translated(by translation: Lesson) -> Lesson {
        var head = head
        if !translation.head.title.isEmpty { head.title = translation.head.title }
        if !translation.head.about.isEmpty { head.about = translation.head.about }
        return Lesson(
            file: file,
            head: head,
            introduction: translation.introduction.isEmpty ? introduction : translation.introduction,
            steps: steps.map { step in
                translation.steps.first { $0.id == step.id }.map { step.translated(by: $0) } ?? step
            }
        )
    }

    /// The ids of steps that a translation has and the lesson has not, and the other way round.
    public func mismatch(with translation: Lesson) -> (unknown: [String], missing: [String]) {
        let own = Set(steps.map(\.id))
        let other = Set(translation.steps.map(\.id))
        return (
            translation.steps.map(\.id).filter { !own.contains($0) }, steps.map(\.id).filter { !other.contains($0) }
        )
    }
}

extension Lesson.Step {
    fileprivate func translated(by other: Lesson.Step) -> Lesson.Step {
        var used: [Lesson.Fence.Kind: Int] = [:]
        // The nth fence of a kind takes the text of the translation's nth; what is run or checked is the base's.
        let fences = fences.map { fence -> Lesson.Fence in
            let place = used[fence.kind, default: 0]
            used[fence.kind] = place + 1
            let texts = other.fences(fence.kind)
            guard fence.kind.isText, place < texts.count else { return fence }
            return Lesson.Fence(kind: fence.kind, text: fence.merged(with: texts[place].text), line: fence.line)
        }
        return Lesson.Step(id: id, title: other.title, line: line, body: other.body(with: fences), fences: fences)
    }

    /// The text of this step around the fences of another.
    private func body(with base: [Lesson.Fence]) -> [Lesson.Block] {
        var used: [Lesson.Fence.Kind: Int] = [:]
        var body = self.body.map { block -> Lesson.Block in
            guard case .fence(let fence) = block else { return block }
            let place = used[fence.kind, default: 0]
            used[fence.kind] = place + 1
            let same = base.filter { $0.kind == fence.kind }
            return place < same.count ? .fence(same[place]) : block
        }
        // A check or a task that the translation does not repeat stands where the base has it: behind the first text.
        for fence in base where fence.kind == .perform || fence.kind == .check {
            let isThere = body.contains { if case .fence(let other) = $0 { other.line == fence.line } else { false } }
            if !isThere { body.insert(.fence(fence), at: min(fence.kind == .check ? 2 : 1, body.count)) }
        }
        return body
    }
}

extension Lesson.Fence.Kind {
    /// Whether a translation may say it in other words.
    fileprivate var isText: Bool {
        switch self {
        case .hint, .choice, .predict, .mistake, .say, .shown: true
        case .perform, .check, .setup, .peer, .solution: false
        }
    }
}

extension Lesson.Fence {
    /// The translated text, with the base's own lines where something is typed, expected or right.
    fileprivate func merged(with translation: String) -> String {
        switch kind {
        case .mistake:
            let typed = text.split(separator: "\n").filter { $0.hasPrefix("> ") || $0.hasPrefix(". ") }
            let said = translation.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("> ") && !$0.hasPrefix(". ") }
            return (typed + said).joined(separator: "\n")
        case .predict:
            guard let own = Prediction(self),
                let other = Prediction(Lesson.Fence(kind: kind, text: translation, line: line))
            else { return text }
            let answers = own.answers.enumerated().map { ($0.offset == 0 ? "" : "or ") + $0.element }
            return ([other.question, "> " + own.statement] + answers + [other.explanation]).joined(separator: "\n")
        default:
            return translation
        }
    }
}
