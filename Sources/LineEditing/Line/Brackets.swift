import Language

/// Which brackets of a text match. Those in quotes and comments match none.
struct Brackets {
    /// From each bracket to its partner, in UTF-8 offsets.
    private(set) var pairs: [Int: Int] = [:]
    /// How many braces are open at the end.
    private(set) var depth = 0
    /// Whether a quote is open at the end.
    private(set) var isQuoteOpen = false
    private var open: [(bracket: UInt8, place: Int)] = []

    private static let brace = UInt8(ascii: "{")
    private static let partners = [UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "[")]

    init(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        for token in Lexer.tokens(of: bytes) {
            isQuoteOpen = token.isOpen
            switch token.kind {
            case .openBrace:
                open.append((Self.brace, token.span.start))
                depth += 1
            case .closeBrace: closeBrace(at: token.span.start)
            case .word: take(word: token.span, of: bytes)
            default: break
            }
        }
    }

    /// A closing brace closes the last open one, whatever brackets are open inside it.
    private mutating func closeBrace(at place: Int) {
        guard depth > 0, let last = open.lastIndex(where: { $0.bracket == Self.brace }) else { return }
        depth -= 1
        pair(open[last].place, place)
        open.removeSubrange(last...)
    }

    private mutating func take(word: Span, of bytes: [UInt8]) {
        guard bytes[word.start..<word.end].contains(where: Self.isBracket) else { return }
        for piece in Lexer.pieces(of: word, in: bytes) where piece.kind == .text {
            for place in piece.span.start..<piece.span.end where Self.isBracket(bytes[place]) {
                guard let partner = Self.partners[bytes[place]] else {
                    open.append((bytes[place], place))
                    continue
                }
                if open.last?.bracket == partner { pair(open.removeLast().place, place) }
            }
        }
    }

    private mutating func pair(_ open: Int, _ close: Int) { (pairs[open], pairs[close]) = (close, open) }

    private static func isBracket(_ byte: UInt8) -> Bool {
        partners[byte] != nil || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
    }
}

extension EditedLine {
    /// The UTF-8 offsets of the bracket before the cursor (or else at it) and of its partner.
    var bracketsAtCursor: [Range<Int>] {
        let brackets: Set<Character> = ["(", ")", "[", "]", "{", "}"]
        guard [head.last, tail.first].contains(where: { $0.map(brackets.contains) ?? false }) else { return [] }
        let pairs = Brackets(text).pairs
        guard let bracket = [cursor - 1, cursor].first(where: { pairs[$0] != nil }), let partner = pairs[bracket] else {
            return []
        }
        return [bracket, partner].map { $0..<($0 + 1) }
    }
}
