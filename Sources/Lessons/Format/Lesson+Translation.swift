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
            closing: translation.closing ?? closing,
            glossary: glossary,
            messages: messages,
            digest: digest,
            language: language,
            origin: origin,
            isOurs: isOurs,
            isGranted: isGranted
        )
    }

    /// That the lesson is not there in the language that was asked for, in English as all that it says; nil if it is.
    var languageNote: String? {
        missingLanguage.map { "There is no translation of this lesson into \($0) yet; all of it is in English." }
    }

    /// Where a translation does not fit: steps that the lesson does not have, fences in another order, questions
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
            guard own.map(\.info) == theirs.map(\.info) else {
                return [problem(other.line, .mismatched(step: step.id, wanted: own.map(\.info)))]
            }
            return zip(own, theirs).compactMap { own, theirs in
                own.kind.translation?.problem(own, theirs).map { problem(theirs.line, $0) }
            }
        }
    }
}

extension Lesson.Step {
    /// The fences that a translation repeats, in their order: those with words of their own, and those that part the
    /// step's text.
    fileprivate var translatedFences: [Fence] { fences.filter { $0.kind.translation != nil || $0.kind.partsText } }

    fileprivate func translated(by other: Lesson.Step) -> Lesson.Step {
        guard translatedFences.map(\.info) == other.translatedFences.map(\.info) else { return self }
        var rest = other.translatedFences[...]
        let fences = fences.map { fence -> Fence in
            let translation = fence.kind.translation
            guard translation != nil || fence.kind.partsText, let words = rest.popFirst() else { return fence }
            return translation.map { fence.with($0.merged(fence, words)) } ?? fence
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

    /// The text in front of, between and after the fences that part it.
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
