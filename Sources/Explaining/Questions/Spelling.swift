import Language

/// Puts misspelt words of a question right, by the words that there are.
struct Spelling: Sendable {
    /// How often each word is used.
    private let counts: [String: Int]
    /// The words by their number of letters.
    private let byLength: [[String]]

    init(_ words: [String: Int]) {
        var counts = words
        for word in StopWords.all { counts[word, default: 0] += 100 }
        for pair in WordPairs.joined.keys {
            for word in pair.split(separator: " ") { counts[String(word), default: 0] += 1 }
        }
        for word in Synonyms.words { counts[word, default: 0] += 1 }
        self.counts = counts
        var byLength = [[String]](repeating: [], count: 33)
        for word in counts.keys where word.utf8.count < byLength.count { byLength[word.utf8.count].append(word) }
        self.byLength = byLength
    }

    /// The word that was meant; the word itself if it is known, or like none. Two letters may be wrong in a long word,
    /// one in another, none in a word of three letters.
    func corrected(_ word: String) -> String {
        let length = word.utf8.count
        guard counts[word] == nil, (4...30).contains(length), !word.utf8.contains(where: Self.isDigit) else {
            return word
        }
        let allowed = length >= 8 ? 2 : 1
        let typed = Array(word.utf8)
        var best: (distance: Int, count: Int, word: String)?
        for other in byLength[(length - allowed)...(length + allowed)].joined() {
            let letters = Array(other.utf8)
            // Few mistake the first letter of a word.
            guard letters[0] == typed[0] || letters[0] == typed[1], letters.count > 3 else { continue }
            let distance = Suggestion.distance(typed, letters)
            guard distance <= allowed else { continue }
            let candidate = (distance: distance, count: counts[other] ?? 0, word: other)
            if let known = best, (known.distance, -known.count, known.word) <= (distance, -candidate.count, other) {
                continue
            }
            best = candidate
        }
        return best?.word ?? word
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
