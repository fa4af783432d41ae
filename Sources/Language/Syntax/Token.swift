/// A token of an entry. The tokens of an entry cover each of its bytes exactly once.
public struct Token: Hashable, Sendable {
    /// What a token is.
    public enum Kind: Hashable, Sendable {
        /// Spaces, tabs, carriage returns, and a backslash that joins two lines.
        case blank
        /// From `#` to the end of the line; the line end is a separate token.
        case comment
        case newline
        case semicolon
        case ampersand
        case openBrace
        case closeBrace
        /// Anything else up to the next blank, separator or brace: plain text, quotes and variables in any order.
        case word
        /// After the last byte.
        case end
    }

    /// What a word contains besides plain ASCII text.
    struct Traits: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let quotes = Traits(rawValue: 1)
        static let variables = Traits(rawValue: 2)
        /// Bytes that are not ASCII, or NUL: whether they are valid is known only once the word is read.
        static let otherBytes = Traits(rawValue: 4)
        /// Its last quote, a double one, is unclosed.
        static let openDoubleQuote = Traits(rawValue: 8)
        /// Its last quote, a single one, is unclosed.
        static let openSingleQuote = Traits(rawValue: 16)
    }

    /// What it is.
    public let kind: Kind
    /// Where it is.
    public let span: Span
    let traits: Traits

    init(_ kind: Kind, _ start: Int, _ end: Int, _ traits: Traits = []) {
        self.kind = kind
        span = Span(start, end)
        self.traits = traits
    }

    /// Whether it is a word with an unclosed quote.
    public var isOpen: Bool { openQuote != nil }

    /// The quote left open at its end.
    var openQuote: UInt8? {
        if traits.contains(.openDoubleQuote) { return UInt8(ascii: "\"") }
        return traits.contains(.openSingleQuote) ? UInt8(ascii: "'") : nil
    }

    /// Whether the parser skips it.
    var isTrivia: Bool { kind == .blank || kind == .comment }
}
