/// How far an entry has come, line by line: an entry ends with the line on which no quote and no block is open and which
/// no backslash joins to the next. The prompt asks whether more must be typed, the reader of a script where the next
/// entry begins.
public struct EntryProgress: Sendable {
    /// The quote that is open.
    private var quote: UInt8?
    /// How many blocks are open.
    private var depth = 0

    /// At the beginning of an entry.
    public init() {}

    /// Takes whole lines of which each but perhaps the last ends with its line feed; true where an entry ends with the
    /// last of them.
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
        return last == .newline && depth == 0
    }

    /// Whether a text leaves a quote or a block open, or a line to be joined with the next.
    public static func needsMore(_ text: String) -> Bool {
        var progress = EntryProgress()
        return !(Array(text.utf8) + [UInt8(ascii: "\n")]).withUnsafeBufferPointer { progress.take($0) }
    }
}
