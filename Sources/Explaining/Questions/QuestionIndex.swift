import Sockets

/// Finds what answers a question: a small retrieval over everything that can be explained.
///
/// A term counts by its rarity, as in BM25 (Robertson and Zaragoza 2009), with a weight for the place it is found in and
/// with the words that beginners use for it. To that comes how like the question is to one that was foreseen
/// (``Asked``), as the cosine of the two.
public struct QuestionIndex: Sendable {
    /// What can answer.
    public let documents: [Answerable]
    private var postings: [String: [Posting]] = [:]
    private var phrases: [Phrase] = []
    private var phrasesOfTerm: [String: [Int]] = [:]
    private var names: [(document: Int, terms: [String])] = []
    private let spelling: Spelling
    /// The rarity of a term that is nowhere.
    private let rarest: Double

    private struct Posting: Sendable {
        let document: Int
        var weight: Double
    }

    /// A question that was foreseen.
    private struct Phrase: Sendable {
        let document: Int
        /// Its terms, each once, in the order of the text.
        let terms: [String]
        var length = 0.0
    }

    /// How much a term counts by the place where it is found.
    private enum Place {
        static let name = 4.0, title = 2.0, asked = 2.0, text = 0.6
    }

    /// A question is read no further than this many terms: it bounds the time of any.
    private static let longest = 40

    /// An index of everything that can answer.
    public init(_ documents: [Answerable]) {
        self.documents = documents
        rarest = Self.rarity(0, of: documents.count)
        var words: [String: Int] = [:]
        var building = Building()
        for (number, document) in documents.enumerated() { building.take(document, number, &words) }
        postings = building.postings
        (phrases, phrasesOfTerm, names) = (building.phrases, building.phrasesOfTerm, building.names)
        spelling = Spelling(words)
        for index in phrases.indices {
            phrases[index].length = phrases[index].terms.reduce(0) { $0 + rarity($1) * rarity($1) }.squareRoot()
        }
    }

    private struct Building {
        var postings: [String: [Posting]] = [:]
        var phrases: [Phrase] = []
        var phrasesOfTerm: [String: [Int]] = [:]
        var names: [(document: Int, terms: [String])] = []

        mutating func take(_ document: Answerable, _ number: Int, _ words: inout [String: Int]) {
            var weights: [String: Double] = [:]
            func add(_ text: String, _ weight: Double) -> [String] {
                for word in Terms.words(of: text) { words[word, default: 0] += 1 }
                let terms = Terms(text).all
                for term in terms { weights[term, default: 0] += weight }
                return terms
            }
            for name in [document.name] + document.aliases {
                let terms = add(name, name == document.name ? Place.name : Place.title)
                if !terms.isEmpty { names.append((number, terms)) }
            }
            _ = add(document.title, Place.title)
            _ = add(document.text, Place.text)
            for phrase in document.asked {
                var seen: Set<String> = []
                let terms = add(phrase, Place.asked).filter { seen.insert($0).inserted }
                guard !terms.isEmpty else { continue }
                for term in terms { phrasesOfTerm[term, default: []].append(phrases.count) }
                phrases.append(Phrase(document: number, terms: terms))
            }
            for (term, weight) in weights {
                postings[term, default: []].append(Posting(document: number, weight: weight))
            }
        }
    }

    /// ln(1 + (N − n + ½) / (n + ½)), BM25's weight of a term that n of N documents have.
    private static func rarity(_ count: Int, of all: Int) -> Double {
        log(1 + (Double(all - count) + 0.5) / (Double(count) + 0.5))
    }

    private func rarity(_ term: String) -> Double {
        guard let found = postings[term] else { return rarest }
        return Self.rarity(found.count, of: documents.count)
    }
}

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
        public var isSure: Bool { isNamed || score >= 0.62 && coverage >= 0.55 }
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
        let ranked = documents.indices.compactMap { number -> Match? in
            guard covered[number] > 0 else { return nil }
            let coverage = covered[number] / whole
            let (like, part) = (likeness[number] ?? 0, named[number] ?? 0)
            // A question that is nothing but a name is about that.
            let share = part > 0.99 ? 1.2 : 0.45 * part
            let score = (0.9 * like + 0.8 * scores[number] / whole + share) * documents[number].standing
            return Match(answer: documents[number], score: score, coverage: max(coverage, like), isNamed: part >= 0.6)
        }
        return Array(ranked.sorted { ($0.score, $1.answer.name) > ($1.score, $0.answer.name) }.prefix(limit))
    }

    /// What answers a question of nothing but everyday words, such as `what can i do here`: by all of its words.
    private func alike(_ question: String, limit: Int) -> [Match] {
        let words = Set(Terms.words(of: question, limit: Self.longest))
        guard words.count > 1 else { return [] }
        let found = documents.compactMap { document -> Match? in
            let best =
                document.asked.map { phrase -> Double in
                    let other = Set(Terms.words(of: phrase))
                    return Double(words.intersection(other).count) / Double(words.union(other).count)
                }.max() ?? 0
            return best >= 0.6 ? Match(answer: document, score: best, coverage: best, isNamed: false) : nil
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
        for (other, weight) in [(term, 1)] + Synonyms.of(term).map({ ($0, Synonyms.weight) }) {
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
        var products: [Int: Double] = [:]
        var length = 0.0
        for term in terms {
            let value = rarity(term)
            length += value * value
            var best: [Int: Double] = [:]
            for (other, weight) in [(term, 1)] + Synonyms.of(term).map({ ($0, Synonyms.weight) }) {
                let product = weight * value * rarity(other)
                for phrase in phrasesOfTerm[other] ?? [] { best[phrase] = max(best[phrase] ?? 0, product) }
            }
            for (phrase, product) in best { products[phrase, default: 0] += product }
        }
        var likeness: [Int: Double] = [:]
        for (number, product) in products {
            let phrase = phrases[number]
            let cosine = min(product / (length.squareRoot() * phrase.length), 1)
            let like = cosine * (cosine < 0.5 ? 1 : Self.order(of: phrase.terms, in: terms))
            likeness[phrase.document] = max(likeness[phrase.document] ?? 0, like)
        }
        return likeness
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
