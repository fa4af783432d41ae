/// Reads what can answer, document by document.
struct IndexBuilder {
    /// Where each term is found.
    private(set) var postings: [String: [Posting]] = [:]
    /// The questions that were foreseen.
    private(set) var phrases: [Phrase] = []
    /// The places in ``phrases`` by the terms that they have.
    private(set) var phrasesOfTerm: [String: [Int]] = [:]
    /// What was foreseen word for word, by the words.
    private(set) var foreseen: [String: Set<Int>] = [:]
    /// The terms of each name, and what has it.
    private(set) var names: [(document: Int, terms: [String])] = []
    /// How often each word is used.
    private(set) var words: [String: Int] = [:]
    /// The terms of each word that was read.
    private var stems: [String: [String]] = [:]

    /// A document that has a term.
    struct Posting: Sendable {
        let document: Int
        /// How often, each time with the weight of the place.
        let weight: Double
    }

    /// A question that was foreseen.
    struct Phrase: Sendable {
        let document: Int
        /// Its terms, each once, in the order of the text.
        let terms: [String]
        /// The length of its vector.
        var length = 0.0
    }

    /// How much a term counts by the place where it is found.
    private enum Place {
        static let name = 4.0, title = 2.0, asked = 2.0, text = 0.6
    }

    /// Takes a document, which will be known by a number.
    mutating func take(_ document: Answerable, _ number: Int) {
        var weights: [String: Double] = [:]
        for name in [document.name] + document.aliases {
            let terms = read(name, name == document.name ? Place.name : Place.title, &weights)
            if !terms.isEmpty { names.append((number, terms)) }
        }
        _ = read(document.title, Place.title, &weights)
        _ = read(document.text, Place.text, &weights)
        for phrase in document.phrases {
            foresee(read(phrase, Place.asked, &weights), number)
            foreseen[Terms.words(of: phrase).joined(separator: " "), default: []].insert(number)
        }
        for (term, weight) in weights {
            postings[term, default: []].append(Posting(document: number, weight: weight))
        }
    }

    private mutating func read(_ text: String, _ weight: Double, _ weights: inout [String: Double]) -> [String] {
        let read = Terms.words(of: text)
        for word in read { words[word, default: 0] += 1 }
        let terms = Terms(read, &stems).all
        for term in terms { weights[term, default: 0] += weight }
        return terms
    }

    private mutating func foresee(_ terms: [String], _ number: Int) {
        var seen: Set<String> = []
        let terms = terms.filter { seen.insert($0).inserted }
        guard !terms.isEmpty else { return }
        for term in terms { phrasesOfTerm[term, default: []].append(phrases.count) }
        phrases.append(Phrase(document: number, terms: terms))
    }
}
