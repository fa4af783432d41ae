/// The words of a course that are explained where a lesson uses them first: lines of `term: one sentence`, `#` before a
/// remark.
public struct Glossary: Sendable {
    /// No words.
    public static let none = Glossary(terms: [:])

    private let terms: [String: String]

    private init(terms: [String: String]) { self.terms = terms }

    /// The words in a file's bytes, and what is wrong with it.
    static func parse(_ bytes: [UInt8], file: String) -> (glossary: Glossary, problems: [LessonProblem]) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return (.none, [LessonProblem(file: file, line: 1, .notText)])
        }
        var terms: [String: String] = [:]
        var problems: [LessonProblem] = []
        for (offset, line) in TextFile.lines(bytes).enumerated() where !line.trimmed.isEmpty && !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                problems.append(LessonProblem(file: file, line: offset + 1, .malformedTerm(line)))
                continue
            }
            if terms.updateValue(parts[1], forKey: parts[0].lowercased()) != nil {
                problems.append(LessonProblem(file: file, line: offset + 1, .repeatedTerm(parts[0])))
            }
        }
        return (Glossary(terms: terms), problems)
    }

    /// The language of a glossary's file: `en` of `glossary.txt`, `fr` of `glossary.fr.txt`; nil if it is none.
    static func language(ofFile name: String) -> String? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.first == "glossary", parts.last == "txt" else { return nil }
        switch parts.count {
        case 2: return "en"
        case 3: return LessonLanguage.isLanguage(parts[1]) ? parts[1] : nil
        default: return nil
        }
    }

    /// What a word means, in one sentence, with the word as the glossary has it: in capitals or small letters, one or several.
    /// Nil if it is not in the glossary.
    func meaning(of word: String) -> (term: String, sentence: String)? {
        let word = word.lowercased()
        let single = word.hasSuffix("s") ? String(word.dropLast()) : word
        return [word, single].compactMap { term in terms[term].map { (term, $0) } }.first
    }

    /// The words that a text emphasises as `*word*`, in their order.
    static func emphasised(in text: String) -> [String] {
        guard text.contains("*") else { return [] }
        var words: [String] = []
        var rest = text[...]
        var last: Character?
        while !rest.isEmpty {
            if let span = MarkdownSpan.beginning(rest, after: last) {
                if span.kind == .emphasis {
                    words.append(span.inner.split(whereSeparator: \.isWhitespace).joined(separator: " "))
                }
                (rest, last) = (span.rest, span.kind.rawValue.last)
            } else {
                last = rest.removeFirst()
            }
        }
        return words
    }
}
