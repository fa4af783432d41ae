import Language
import Sockets

/// What a learner said to a question, and whether it says what is right: in a sentence, with other words around it.
///
/// Right is what contains the right thing and no other: an error by its name, number, message or class, an address with a colon, yes or no
/// to a question that can be answered so.
struct Guess {
    /// The words in small letters, without the marks around them.
    let words: [String]

    /// How near a guess is.
    enum Grade: Equatable {
        case right
        /// A part of what is right; what is missing.
        case half(Missing)
        case wrong
    }

    /// What a guess that is right so far does not say.
    enum Missing: Equatable {
        /// With which error it fails.
        case error
        /// What is replied.
        case reply
        /// The rest of an address.
        case rest
        /// Which of the several that it names.
        case which
    }

    init(_ text: String) {
        words = text.lowercased().split { $0.isWhitespace || ",;()[]=".contains($0) }.flatMap(Self.parts)
    }

    /// A word without the marks around it; of an address with a port both.
    private static func parts(_ word: Substring) -> [String] {
        var word = word
        while let last = word.last, marks.contains(last) { word.removeLast() }
        while let first = word.first, marks.contains(first), !(first == "." && word.count > 1) { word.removeFirst() }
        if let colon = word.lastIndex(of: ":"), let port = Int(word[word.index(after: colon)...]), 0...65535 ~= port,
            !word[..<colon].contains(":")
        {
            return [String(word[..<colon]), String(port)].filter { !$0.isEmpty }
        }
        if word.isEmpty { return [] }
        return [numbers.firstIndex(of: String(word)).map(String.init) ?? String(word)]
    }

    private static let marks: Set<Character> = [
        ".", "!", "?", ":", "\"", "'", "`", "“", "”", "‘", "’", "…", "«", "»", "„",
    ]

    /// The first numbers as words.
    private static let numbers = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]

    /// Whether a line asks something itself, and so answers nothing.
    static func isAsking(_ text: String) -> Bool {
        let asking: Set = ["what", "what's", "whats", "why", "how", "when", "which", "who", "where"]
        return text.trimmed.hasSuffix("?")
            || text.split(separator: " ").first.map { asking.contains($0.lowercased()) } ?? true
    }

    /// Whether it can be nothing but a guess: an error, a number, yes, no, `ok`.
    var isPlainGuess: Bool {
        guard words.count == 1 else { return false }
        return ErrorForms(named: words[0]) != nil || Int(words[0]) != nil || polarity != nil || saysSuccess
            || saysFailure
    }

    /// How it compares with what is right.
    ///
    /// - Parameters:
    ///   - answers: what counts as right, the first as the shell shows it.
    ///   - question: what was asked.
    func grade(_ answers: [String], question: String) -> Grade {
        if words.isEmpty { return answers.contains { Guess($0).words.isEmpty } ? .right : .wrong }
        if answers.contains(where: { core == Guess($0).core && !core.isEmpty || words == Guess($0).words }) {
            return .right
        }
        guard let first = answers.first else { return .wrong }
        let polarity = question.isPolar ? polarity : nil
        let forms = answers.compactMap { ErrorForms(named: $0.lowercased()) }
        if !forms.isEmpty { return grade(errors: forms, polarity, question: question) }
        switch first.lowercased() {
        case "ok": return saysSuccess || polarity == true ? .right : .wrong
        case "yes", "no": return self.polarity == (first.lowercased() == "yes") ? .right : .wrong
        case "\"\"", "''": return contains(anyOf: Self.emptiness) ? .right : saysSuccess ? .half(.reply) : .wrong
        default: return grade(reply: answers)
        }
    }

    /// Whether it names errors by name, and this one is not among them.
    func namesOther(than name: String) -> Bool {
        let named = words.compactMap { ErrorForms(named: $0) }.filter { $0.isErrno }
        return !named.isEmpty
            && !named.contains { one in
                ErrorForms(named: name.lowercased()).map { one.isSame(as: $0) } ?? false
            }
    }

    private func grade(errors forms: [ErrorForms], _ polarity: Bool?, question: String) -> Grade {
        let named = words.compactMap { ErrorForms(named: $0) }
        if !named.isEmpty {
            let right = named.filter { one in forms.contains { $0.isSame(as: one) } }
            if right.isEmpty || isDenied(right[0].name.lowercased()) { return .wrong }
            return right.count == named.count ? .right : .half(.which)
        }
        // Of the errors that the question names the one is meant whose message is said more fully.
        let others = Guess(question).words.compactMap { ErrorForms(named: $0) }.filter { one in
            !forms.contains { $0.isSame(as: one) }
        }
        let said = forms.map { $0.said(in: self) }.max() ?? 0
        if said > 0, said >= (others.map { $0.said(in: self) }.max() ?? 0) { return .right }
        if polarity == false { return .right }
        return saysFailure ? .half(.error) : .wrong
    }

    /// A reply: an address in any order, else the very words.
    private func grade(reply answers: [String]) -> Grade {
        let wanted = Guess(answers[0]).words
        let isAddress = wanted.count == 2 && Int(wanted[1]) != nil && wanted[0].contains { $0 == "." || $0 == ":" }
        if isAddress {
            let said = Set(core.filter { !["host", "port", "address"].contains($0) })
            if said == Set(wanted) { return .right }
            return !said.isEmpty && said.isSubset(of: wanted) ? .half(.rest) : .wrong
        }
        return saysSuccess ? .half(.reply) : .wrong
    }
}

extension Guess {
    /// The words that say something: without those that only make a sentence of them.
    var core: [String] { words.filter { !Self.fillers.contains($0) } }

    private static let fillers: Set<String> = [
        "i", "think", "guess", "believe", "say", "it", "it's", "its", "is", "are", "will", "would", "be", "that",
        "this", "there", "the",
        "a", "an", "of", "with", "to", "so", "by", "because", "then", "just", "only", "probably", "maybe", "perhaps",
        "gives", "give",
        "get", "gets", "receives", "returns", "replies", "reply", "says", "prints", "shows", "answer", "errno", "error",
        "result", "value",
        "name", "string", "text", "data", "message", "datagram", "bytes", "byte", "remaining", "kind", "type", "state",
        "socket", "family",
        "one's", "must", "should", "at", "in", "and",
    ]

    private static let emptiness = [
        "empty", "nothing", "0 bytes", "0", "eof", "end", "no data", "no bytes", "none", "the end", "end of file",
    ]

    private static let success = [
        "ok", "okay", "works", "work", "succeeds", "succeed", "success", "successful", "allowed", "connects",
        "connected", "no error",
        "goes well", "fine", "accepted", "possible",
    ]

    private static let failure = [
        "fail", "fails", "failed", "failure", "error", "exception", "raises", "refuses", "impossible", "forbidden",
    ]

    /// Whether it says that the call goes well.
    private var saysSuccess: Bool {
        contains(anyOf: Self.success)
            || Self.failure.contains { phrase in
                place(of: phrase).map { isDenied(at: $0) } ?? false
            }
    }

    /// Whether it says that the call fails.
    private var saysFailure: Bool {
        contains(anyOf: Self.failure)
            || Self.success.contains { phrase in
                place(of: phrase).map { isDenied(at: $0) } ?? false
            }
    }

    /// Yes or no, as far as it begins so.
    private var polarity: Bool? {
        switch words.first {
        case "yes", "y", "yep", "yeah", "true", "sure": true
        case "no", "n", "nope", "false": false
        default: nil
        }
    }

    /// Whether it says one of some phrases and does not deny it.
    func contains(anyOf phrases: [String]) -> Bool {
        phrases.contains { phrase in place(of: phrase).map { !isDenied(at: $0) } ?? false }
    }

    private func place(of phrase: String) -> Int? {
        let wanted = phrase.split(separator: " ").map(String.init)
        guard wanted.count <= words.count else { return nil }
        return (0...(words.count - wanted.count)).first { Array(words[$0..<($0 + wanted.count)]) == wanted }
    }

    private func isDenied(_ word: String) -> Bool { words.firstIndex(of: word).map(isDenied(at:)) ?? false }

    /// Whether the word at a place is denied: `not refused`, `does not fail`. A `no` by itself answers, and denies nothing.
    private func isDenied(at place: Int) -> Bool {
        let denials = [
            "not", "never", "isn't", "doesn't", "won't", "isn’t", "doesn’t", "won’t", "cannot", "can't", "can’t",
            "don't",
        ]
        return words[max(0, place - 2)..<place].contains { denials.contains($0) }
    }
}

extension String {
    /// Whether a question can be answered with yes or no: its last sentence begins with a verb, or it says so.
    fileprivate var isPolar: Bool {
        if lowercased().contains("yes or no") { return true }
        let sentences = split { ".!;".contains($0) }.map { $0.split(whereSeparator: \.isWhitespace) }
        let verbs: Set = [
            "is", "are", "was", "were", "do", "does", "did", "can", "could", "may", "might", "will", "would", "has",
            "have", "should",
        ]
        let asked = sentences.last { $0.contains { $0.hasSuffix("?") } } ?? sentences.last ?? []
        return asked.first.map { verbs.contains($0.lowercased()) } ?? false
    }
}
