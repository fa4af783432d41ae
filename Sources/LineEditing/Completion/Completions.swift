/// What could stand in place of the word at the cursor.
public struct Completions: Sendable, Equatable {
    /// One possibility.
    public struct Candidate: Sendable, Equatable {
        /// What is put into the line.
        public let text: String
        /// A word or two on what it is, for the list.
        public let about: String
        /// How the list shows it: mostly as the text.
        public let label: String
        /// What is added behind it once it is the only one, or was chosen: mostly a space.
        public let suffix: String

        /// A possibility.
        public init(_ text: String, about: String = "", suffix: String = " ", label: String? = nil) {
            self.text = text
            self.label = label ?? text
            self.about = about
            self.suffix = suffix
        }
    }

    /// What is replaced, in UTF-8 offsets of the line.
    public let range: Range<Int>
    /// The possibilities, in the order in which they are to be listed.
    public let candidates: [Candidate]
    /// Where there is no possibility: what is wanted there. It is shown and cannot be chosen.
    public let wanted: [Candidate]

    /// Possibilities for a range of UTF-8 offsets.
    public init(replacing range: Range<Int>, with candidates: [Candidate]) {
        self.range = range
        self.candidates = candidates
        wanted = []
    }

    /// No possibility, and what is wanted.
    public init(wanted: [Candidate]) {
        range = 0..<0
        candidates = []
        self.wanted = wanted
    }

    /// Nothing to offer.
    public static let none = Completions(replacing: 0..<0, with: [])

    /// What all possibilities begin with.
    var commonPrefix: String {
        guard let first = candidates.first else { return "" }
        return candidates.dropFirst().reduce(first.text) { $0.commonPrefix(with: $1.text) }
    }
}
