/// Where the words of a glossary are used first in a lesson: after that paragraph they are explained.
///
/// The place is a matter of the file and not of what was shown: a learner who reads a step again, or begins in the middle, is told the
/// same.
struct Definitions {
    private let glossary: Glossary
    /// By the term: the paragraph of its first use.
    private let places: [String: Place]

    /// A paragraph of a step, or of the introduction, which has none.
    private struct Place: Hashable {
        let step: Int?
        let paragraph: Substring
    }

    /// The first uses in a lesson.
    init(_ lesson: Lesson) {
        glossary = lesson.glossary
        var places: [String: Place] = [:]
        func look(_ text: String, _ step: Int?) {
            for paragraph in text.paragraphs {
                for word in Glossary.emphasised(in: String(paragraph)) {
                    guard let term = lesson.glossary.meaning(of: word)?.term, places[term] == nil else { continue }
                    places[term] = Place(step: step, paragraph: paragraph)
                }
            }
        }
        look(lesson.introduction, nil)
        for (number, step) in lesson.steps.enumerated() {
            for case .text(let text) in step.body { look(text, number) }
        }
        self.places = places
    }

    /// A text cut where words are explained: each piece with the words that are explained after it.
    ///
    /// - Parameter step: the number of the step that it is a part of; nil in the introduction.
    func parted(_ text: String, in step: Int?) -> [(text: String, words: [(term: String, sentence: String)])] {
        guard !places.isEmpty else { return [(text, [])] }
        var pieces: [(text: String, words: [(term: String, sentence: String)])] = []
        var piece: [Substring] = []
        for paragraph in text.paragraphs {
            piece.append(paragraph)
            let words = words(after: paragraph, in: step)
            if words.isEmpty { continue }
            pieces.append((piece.joined(separator: "\n\n"), words))
            piece = []
        }
        return piece.isEmpty ? pieces : pieces + [(piece.joined(separator: "\n\n"), [])]
    }

    private func words(after paragraph: Substring, in step: Int?) -> [(term: String, sentence: String)] {
        var seen: Set<String> = []
        return Glossary.emphasised(in: String(paragraph)).compactMap { glossary.meaning(of: $0) }.filter {
            places[$0.term] == Place(step: step, paragraph: paragraph) && seen.insert($0.term).inserted
        }
    }
}

extension String {
    /// What empty lines part.
    fileprivate var paragraphs: [Substring] { split(separator: "\n\n") }
}
