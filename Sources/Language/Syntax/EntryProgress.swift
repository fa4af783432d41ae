/// Tracks an entry line by line: it ends with the first line on which no quote and no block is open and which no
/// backslash joins to the next, or with a first line that is a question in plain words (``PlainQuestion``). It tells the prompt whether more must be typed, and a script's reader where the next
/// entry begins.
public struct EntryProgress: Sendable {
    /// The open quote.
    private var quote: UInt8?
    /// How many blocks are open.
    private var depth = 0
    /// Whether nothing was taken yet.
    private var isFirst = true

    /// At the beginning of an entry.
    public init() {}

    /// Takes whole lines, each ending with its line feed except perhaps the last; true if an entry ends with the last
    /// of them.
    public mutating func take(_ lines: UnsafeBufferPointer<UInt8>) -> Bool {
        var last = Token.Kind.blank
        var place = 0
        while place < lines.count {
            let token = quote.map { Lexer.word(in: lines, at: place, inside: $0) } ?? Lexer.token(in: lines, at: place)
            place = token.span.end
            last = token.kind
            quote = token.openQuote
            switch token.kind {
            case .openBrace: depth += 1
            case .closeBrace: depth -= 1
            case .newline: depth = max(depth, 0)
            default: break
            }
        }
        defer { isFirst = false }
        return last == .newline && depth == 0 || isFirst && Self.isQuestion(lines)
    }

    /// Whether the line is a question in plain words, in which a quote or a brace opens nothing. It is asked only of a
    /// line that would go on.
    private static func isQuestion(_ lines: UnsafeBufferPointer<UInt8>) -> Bool {
        guard lines.last == UInt8(ascii: "\n"), let question = PlainQuestion(lines, forgives: false) else {
            return false
        }
        return question.opening != .mark && !lines.dropLast().contains(UInt8(ascii: "\n"))
    }

    /// The quote that a text leaves open; nil if it leaves none.
    public static func openQuote(_ text: String) -> Character? {
        var progress = EntryProgress()
        _ = Array(text.utf8).withUnsafeBufferPointer { progress.take($0) }
        return progress.quote.map { Character(Unicode.Scalar($0)) }
    }

    /// Whether a text leaves a quote or a block open, or a line to be joined to the next.
    public static func needsMore(_ text: String) -> Bool {
        var progress = EntryProgress()
        return !(Array(text.utf8) + [UInt8(ascii: "\n")]).withUnsafeBufferPointer { progress.take($0) }
    }
}
