/// What could replace the word at the cursor.
public struct Completions: Sendable, Equatable {
    /// One candidate.
    public struct Candidate: Sendable, Equatable {
        /// What is inserted into the line.
        public let text: String
        /// A word or two on what it is, for the list.
        public let about: String
        /// How the list shows it: usually the text.
        public let label: String
        /// What is appended once it is the only one or was chosen: usually a space.
        public let suffix: String

        /// A candidate.
        public init(_ text: String, about: String = "", suffix: String = " ", label: String? = nil) {
            self.text = text
            self.label = label ?? text
            self.about = about
            self.suffix = suffix
        }
    }

    /// What is replaced, in UTF-8 offsets of the line.
    public let range: Range<Int>
    /// The candidates, in the order in which they are listed.
    public let candidates: [Candidate]
    /// If there is no candidate: what is wanted there. It is shown and cannot be chosen.
    public let wanted: [Candidate]

    /// Candidates for a range of UTF-8 offsets.
    public init(replacing range: Range<Int>, with candidates: [Candidate]) {
        self.range = range
        self.candidates = candidates
        wanted = []
    }

    /// No candidate, and what is wanted.
    public init(wanted: [Candidate]) {
        range = 0..<0
        candidates = []
        self.wanted = wanted
    }

    /// Nothing to offer.
    public static let none = Completions(replacing: 0..<0, with: [])

    /// The prefix common to all candidates.
    var commonPrefix: String {
        guard let first = candidates.first else { return "" }
        return candidates.dropFirst().reduce(first.text) { $0.commonPrefix(with: $1.text) }
    }
}
