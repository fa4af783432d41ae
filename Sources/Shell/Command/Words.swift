import Journal
import Language

/// The words of a command that have not been taken yet.
public struct Words {
    private var words: ArraySlice<Word>
    /// Where the last word ended, to point there if one is missing.
    public private(set) var end: Span

    /// Words that come after `end`.
    public init(_ words: [Word], after end: Span) {
        self.words = words[...]
        self.end = end
    }

    /// Whether all are taken.
    public var isEmpty: Bool { words.isEmpty }

    /// The next word, not taken.
    public var next: Word? { words.first }

    /// How many are left.
    public var count: Int { words.count }

    /// Takes the next word; nil if there is none.
    public mutating func take() -> Word? {
        guard let word = words.popFirst() else { return nil }
        end = Span(word.span.end, word.span.end)
        return word
    }

    /// Takes the next word, which must be there.
    public mutating func take(_ hint: String) throws(Failure) -> Word {
        guard let word = take() else { throw Failure(.missingArgument(hint, usage: ""), at: end) }
        return word
    }

    /// Takes the next word as text.
    public mutating func takeText(_ hint: String, wanted: String) throws(Failure) -> (text: String, span: Span) {
        let word = try take(hint)
        guard let text = word.text else {
            throw Failure(.unsuitable(word: word.shown, wanted: wanted), at: word.span)
        }
        return (text, word.span)
    }
}
