extension QuestionIndex {
    /// How well something answers.
    public struct Match: Sendable {
        /// What answers.
        public let answer: Answerable
        /// How well, beside the others.
        public let score: Double
        /// How much of the question it is about, from 0 to 1.
        public let coverage: Double
        /// Whether it may be given as the answer.
        public var isSure: Bool { isNamed || score >= 0.9 && coverage >= 0.55 }
        /// Whether it is worth showing as what comes nearest.
        public var isLikely: Bool { isSure || score >= 0.7 && coverage >= 0.55 }
        /// Whether the question has its name, and little else.
        let isNamed: Bool
    }

    /// What answers a question, the best first.
    public func matches(_ question: String, limit: Int = 5) -> [Match] {
        let terms = terms(of: question)
        guard !terms.isEmpty else { return alike(question, limit: limit) }
        let whole = terms.reduce(0) { $0 + rarity($1) }
        var covered = [Double](repeating: 0, count: documents.count)
        var scores = [Double](repeating: 0, count: documents.count)
        for term in terms {
            let value = rarity(term)
            for (document, weight) in found(term) {
                covered[document] += weight.presence * value
                scores[document] += weight.strength * value
            }
        }
        let likeness = likeness(of: terms)
        let named = named(by: Set(terms), whole)
        let exact = foreseen[Terms.words(of: question, limit: Self.longest).joined(separator: " ")] ?? []
        let ranked = documents.indices.compactMap { number -> Match? in
            guard covered[number] > 0 else { return nil }
            let coverage = covered[number] / whole
            let (like, part) = (likeness[number] ?? 0, named[number] ?? 0)
            // A question that is nothing but a name is about that.
            let share = (part > 0.99 ? 1.2 : 0.45 * part) + (like > 0.98 ? 0.5 : 0) + (exact.contains(number) ? 2 : 0)
            let score = (0.9 * like + 0.8 * scores[number] / whole + share) * documents[number].standing
            return Match(answer: documents[number], score: score, coverage: max(coverage, like), isNamed: part >= 0.6)
        }
        return Array(ranked.sorted { ($0.score, $1.answer.name) > ($1.score, $0.answer.name) }.prefix(limit))
    }

    /// What answers a question of nothing but everyday words, such as `what can i do here`: by all of its words.
    private func alike(_ question: String, limit: Int) -> [Match] {
        let words = Set(Terms.words(of: question, limit: Self.longest))
        let found = documents.compactMap { document -> Match? in
            let best =
                document.phrases.map { phrase -> Double in
                    let other = Set(Terms.words(of: phrase))
                    return Double(words.intersection(other).count) / Double(words.union(other).count)
                }.max() ?? 0
            return best >= 0.6 ? Match(answer: document, score: 0.2 + best, coverage: best, isNamed: false) : nil
        }
        return Array(found.sorted { ($0.score, $1.answer.name) > ($1.score, $0.answer.name) }.prefix(limit))
    }

    /// How many terms two texts have in common.
    public static func common(_ question: String, _ text: String) -> Int {
        Set(Terms(question, limit: longest).all).intersection(Terms(text, limit: longest).all).count
    }

    /// The terms of a question, misspelt words put right.
    private func terms(of question: String) -> [String] {
        var seen: Set<String> = []
        let all = Terms(question, limit: Self.longest * 3, correct: spelling.corrected).all
        return Array(all.filter { seen.insert($0).inserted }.prefix(Self.longest))
    }

    /// Where a term is found, itself or in other words: whether, and how strongly.
    private func found(_ term: String) -> [Int: (presence: Double, strength: Double)] {
        var found: [Int: (presence: Double, strength: Double)] = [:]
        for (other, weight) in Self.readings(of: term) {
            for posting in postings[other] ?? [] {
                let strength = weight * posting.weight / (posting.weight + 1.5)
                let before = found[posting.document] ?? (0, 0)
                found[posting.document] = (max(before.presence, weight), max(before.strength, strength))
            }
        }
        return found
    }

    /// The cosine of the question and the likest of each document's foreseen ones.
    private func likeness(of terms: [String]) -> [Int: Double] {
        var pairs: [Int: [Pair]] = [:]
        for (place, term) in terms.enumerated() {
            let value = rarity(term)
            for (other, weight) in Self.readings(of: term) {
                let product = weight * value * rarity(other)
                for phrase in phrasesOfTerm[other] ?? [] {
                    pairs[phrase, default: []].append(Pair(place, other, product))
                }
            }
        }
        let length = terms.reduce(0) { $0 + rarity($1) * rarity($1) }.squareRoot()
        var likeness: [Int: Double] = [:]
        for (number, pairs) in pairs {
            let phrase = phrases[number]
            let cosine = Pair.product(of: pairs) / (length * phrase.length)
            let like = cosine * (cosine < 0.5 ? 1 : Self.order(of: phrase.terms, in: terms))
            likeness[phrase.document] = max(likeness[phrase.document] ?? 0, like)
        }
        return likeness
    }

    /// A term of the question and one of a foreseen question that mean the same.
    private struct Pair {
        let place: Int
        let term: String
        let product: Double

        init(_ place: Int, _ term: String, _ product: Double) {
            (self.place, self.term, self.product) = (place, term, product)
        }

        /// The sum of the products, with each term of either side in one pair only: the best ones.
        static func product(of pairs: [Pair]) -> Double {
            var (places, terms): (Set<Int>, Set<String>) = ([], [])
            return pairs.sorted { ($0.product, $1.place) > ($1.product, $0.place) }.reduce(0) { sum, pair in
                guard !places.contains(pair.place), !terms.contains(pair.term) else { return sum }
                places.insert(pair.place)
                terms.insert(pair.term)
                return sum + pair.product
            }
        }
    }

    /// A term and what it may stand for, each with its weight.
    private static func readings(of term: String) -> [(String, Double)] {
        [(term, 1)] + Synonyms.of(term).map { ($0, Synonyms.weight) }
    }

    /// A little less than 1 for words in another order: the address of a name is not the name of an address.
    private static func order(of terms: [String], in question: [String]) -> Double {
        let places = terms.compactMap(question.firstIndex(of:))
        guard places.count > 1 else { return 1 }
        let kept = zip(places, places.dropFirst()).count { $0 < $1 }
        return 0.9 + 0.1 * Double(kept) / Double(places.count - 1)
    }

    /// What has all words of a name in the question, and what part of the question they are.
    private func named(by terms: Set<String>, _ whole: Double) -> [Int: Double] {
        var named: [Int: Double] = [:]
        for (document, name) in names where name.allSatisfy(terms.contains) {
            let part = name.reduce(0) { $0 + rarity($1) } / whole
            named[document] = max(named[document] ?? 0, min(part, 1))
        }
        return named
    }
}
