import Language

extension Question {
    /// The answer that a learner means: by its number or place, by its words. Nil if that could be none of them, or several.
    func meant(by said: String) -> Int? {
        let guess = Guess(said)
        if let number = Int(said.trimmed), answers.indices.contains(number - 1) { return number - 1 }
        let texts = answers.map { Guess($0.text) }
        let exact = texts.indices.filter { !texts[$0].words.isEmpty && texts[$0].words == guess.words }
        if exact.count == 1 { return exact[0] }
        if let place = place(said: guess) { return place }
        let near = texts.indices.filter { guess.isPart(of: texts[$0]) || texts[$0].isPart(of: guess) }
        return near.count == 1 ? near[0] : nil
    }

    /// The place that is said as a number word: `two`, `the second`, `answer 2`, `number two`.
    private func place(said guess: Guess) -> Int? {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
        let words = guess.words.filter { !["the", "number", "answer", "option", "choice", "no"].contains($0) }
        guard words.count == 1 else { return nil }
        let place = ordinals.firstIndex(of: words[0]) ?? Int(words[0]).map { $0 - 1 }
        return place.flatMap { answers.indices.contains($0) ? $0 : nil }
    }
}

extension Guess {
    /// Whether what it says is said in another text, word after word.
    fileprivate func isPart(of other: Guess) -> Bool {
        let (own, all) = (core, other.core)
        guard !own.isEmpty, own.count <= all.count else { return false }
        return (0...(all.count - own.count)).contains { Array(all[$0..<($0 + own.count)]) == own }
    }
}
