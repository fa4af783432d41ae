#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds what answers a question: a small retrieval over everything that can be explained.
///
/// A term counts by its rarity, as in BM25 (Robertson and Zaragoza 2009), with a weight for the place it is found in and
/// with the words that beginners use for it. To that comes how like the question is to one that was foreseen
/// (``Asked``), as the cosine of the two.
public struct QuestionIndex: Sendable {
    /// What can answer.
    public let documents: [Answerable]
    let postings: [String: [IndexBuilder.Posting]]
    private(set) var phrases: [IndexBuilder.Phrase]
    /// The places in ``phrases`` by the terms that they have.
    let phrasesOfTerm: [String: [Int]]
    /// What was foreseen word for word, by the words.
    let foreseen: [String: Set<Int>]
    let names: [(document: Int, terms: [String])]
    let spelling: Spelling
    /// The rarity of a term that is nowhere.
    private let rarest: Double

    /// A question is read no further than this many terms: it bounds the time of any.
    static let longest = 40

    /// An index of everything that can answer.
    public init(_ documents: [Answerable]) {
        self.documents = documents
        rarest = Self.rarity(0, of: documents.count)
        var builder = IndexBuilder()
        for (number, document) in documents.enumerated() { builder.take(document, number) }
        postings = builder.postings
        (phrases, phrasesOfTerm, names) = (builder.phrases, builder.phrasesOfTerm, builder.names)
        foreseen = builder.foreseen
        spelling = Spelling(builder.words)
        for index in phrases.indices {
            phrases[index].length = phrases[index].terms.reduce(0) { $0 + rarity($1) * rarity($1) }.squareRoot()
        }
    }

    /// ln(1 + (N − n + ½) / (n + ½)), BM25's weight of a term that n of N documents have.
    private static func rarity(_ count: Int, of all: Int) -> Double {
        log(1 + (Double(all - count) + 0.5) / (Double(count) + 0.5))
    }

    /// How rare a term is, and so how much it counts.
    func rarity(_ term: String) -> Double {
        guard let found = postings[term] else { return rarest }
        return Self.rarity(found.count, of: documents.count)
    }
}
