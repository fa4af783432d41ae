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
            },
            messages: messages,
            digest: digest,
            language: language,
            origin: origin,
            isOurs: isOurs,
            isGranted: isGranted
        )
    }

    /// Where a translation does not fit: steps that the lesson has not, fences that stand in another order, questions
    /// with another right answer. A step that is not translated is no fault.
    func problems(of translation: Lesson) -> [LessonProblem] {
        translation.steps.flatMap { other -> [LessonProblem] in
            func problem(_ line: Int, _ kind: LessonProblem.Kind) -> LessonProblem {
                LessonProblem(file: translation.file, line: line, kind)
            }
            guard let step = steps.first(where: { $0.id == other.id }) else {
                return [problem(other.line, .unknownStep(other.id))]
            }
            let (own, theirs) = (step.translatedFences, other.translatedFences)
            guard own.map(\.kind) == theirs.map(\.kind) else {
                return [problem(other.line, .mismatched(step: step.id, wanted: own.map(\.kind.name)))]
            }
            return zip(own, theirs).compactMap { own, theirs in
                own.problem(of: theirs).map { problem(theirs.line, $0) }
            }
        }
    }
}

extension Lesson.Step {
    /// The fences that a translation repeats, in their order: those with words of their own, and those that part the
    /// step's text.
    fileprivate var translatedFences: [Lesson.Fence] { fences.filter { $0.kind.hasWords || $0.kind.partsText } }

    fileprivate func translated(by other: Lesson.Step) -> Lesson.Step {
        guard translatedFences.map(\.kind) == other.translatedFences.map(\.kind) else { return self }
        var words = other.translatedFences[...]
        let fences = fences.map { fence -> Lesson.Fence in
            guard fence.kind.hasWords || fence.kind.partsText, let translation = words.popFirst() else { return fence }
            return fence.kind.hasWords ? fence.saying(translation.text) : fence
        }
        let (own, theirs) = (texts, other.texts)
        var body: [Lesson.Block] = []
        for (place, text) in own.enumerated() {
            let said = theirs[place].isEmpty ? text : theirs[place]
            if !said.isEmpty { body.append(.text(said)) }
            let parting = fences.filter(\.kind.partsText)
            if place < parting.count { body.append(.fence(parting[place])) }
        }
        return Lesson.Step(id: id, title: other.title, line: line, body: body, fences: fences)
    }

    /// The text in front of, between and behind the fences that part it.
    private var texts: [String] {
        var texts: [[String]] = [[]]
        for block in body {
            switch block {
            case .text(let text): texts[texts.count - 1].append(text)
            case .fence(let fence): if fence.kind.partsText { texts.append([]) }
            }
        }
        return texts.map { $0.joined(separator: "\n\n") }
    }
}

extension Lesson.Fence.Kind {
    /// Whether a translation says it in other words.
    fileprivate var hasWords: Bool {
        switch self {
        case .hint, .choice, .predict, .mistake, .say, .shown: true
        case .perform, .check, .setup, .peer, .solution: false
        }
    }

    /// Whether it stands in the step's text, which goes on behind it.
    fileprivate var partsText: Bool {
        switch self {
        case .perform, .check, .choice, .predict, .shown: true
        case .hint, .mistake, .say, .setup, .peer, .solution: false
        }
    }

    /// The info string that it is written with.
    fileprivate var name: String {
        switch self {
        case .perform: "do"
        case .check: "check"
        case .hint(let level): "hint \(level)"
        case .choice: "choice"
        case .predict: "predict"
        case .setup: "setup"
        case .peer(let name, let stays): "peer \(name)" + (stays ? " stays" : "")
        case .solution: "solution"
        case .mistake: "mistake"
        case .say: "say"
        case .shown(let language): language
        }
    }
}

extension Lesson.Fence {
    /// The fence in the words of a translation, with its own lines where something is typed, expected or right.
    fileprivate func saying(_ translation: String) -> Lesson.Fence {
        Lesson.Fence(kind: kind, text: merged(with: translation), line: line)
    }

    private func merged(with translation: String) -> String {
        switch kind {
        case .mistake:
            let said = Mistake(Lesson.Fence(kind: kind, text: translation, line: line)).answer
            return (Mistake(self).terms + [said]).joined(separator: "\n")
        case .predict:
            guard let own = Prediction(self), let other = prediction(translation) else { return text }
            // What counts as right in the other language does so too.
            let answers = own.answers + other.answers.filter { !own.answers.contains($0) }
            let lines = answers.enumerated().map { ($0.offset == 0 ? "" : "or ") + $0.element }
            return ([other.question, "> " + own.statement] + lines + [other.explanation]).joined(separator: "\n")
        default: return translation
        }
    }

    private func prediction(_ translation: String) -> Prediction? {
        Prediction(Lesson.Fence(kind: kind, text: translation, line: line))
    }

    /// Why the words of a translation cannot be this fence's.
    fileprivate func problem(of translation: Lesson.Fence) -> LessonProblem.Kind? {
        switch kind {
        case .predict:
            return Prediction(translation) == nil ? .malformedPredict("a > line and the answer below it") : nil
        case .choice:
            let (own, other) = (Question(self), Question(translation))
            if let problem = other.problem { return .malformedChoice(problem) }
            return own.answers.map(\.isRight) == other.answers.map(\.isRight)
                ? nil : .malformedChoice("the lesson has \(own.answers.count) answers, and the same one is right")
        case .mistake: return Mistake(translation).answer.isEmpty ? .malformedMistake : nil
        default: return nil
        }
    }
}
