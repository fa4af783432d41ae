import Language

/// The word under the cursor of a text still being typed, and what it is for. The parser reads the text up to the
/// cursor; what follows does not count.
struct CursorWord {
    /// The word up to the cursor; empty between words.
    let text: String
    /// Where it is, in UTF-8 offsets.
    let range: Range<Int>
    /// Whether it begins with a quote.
    let isQuoted: Bool
    /// Whether each of its quotes is closed.
    let isClosed: Bool
    /// What can be in its place.
    let place: NextWord
    /// What can come after it, once it is complete.
    let following: NextWord
    /// Whether the cursor is in a comment.
    let isInComment: Bool

    /// The word of a text at a UTF-8 offset.
    init(_ text: String, cursor: Int) {
        let bytes = Array(text.utf8.prefix(max(cursor, 0)))
        let tree = Parser.tree(of: Source(file: "", text: bytes))
        let last = tree.words.last.flatMap { $0.span.end == bytes.count ? $0 : nil }
        let start = last.map { $0.role.isWord ? $0.span.start : bytes.count } ?? bytes.count
        let word = bytes[start...]
        self.text = String(decoding: word, as: UTF8.self)
        range = start..<bytes.count
        isQuoted = word.first == UInt8(ascii: "\"") || word.first == UInt8(ascii: "'")
        isClosed = !Lexer.tokens(of: word).contains(where: \.isOpen)
        isInComment = last?.role == .comment
        following = tree.next
        place = word.isEmpty ? tree.next : Parser.tree(of: Source(file: "", text: Array(bytes[..<start]))).next
    }

    /// The place, or none in a comment.
    var kind: NextWord.Place { isInComment ? .nothing : place.place }

    /// Whether a command's word can be here.
    var isAtCommand: Bool { (kind == .statement || kind == .callOrValue) && !isQuoted && !text.hasPrefix("$") }

    /// Whether a command's word can be here, or one of the language's own.
    var isAtKeyword: Bool {
        if case .word = kind { return !isQuoted }
        return isAtCommand
    }

    /// Whether it is `@"…` or `@'…`: a file by a name in quotes.
    var isQuotedFile: Bool { text.hasPrefix("@\"") || text.hasPrefix("@'") }

    /// The whole word that an offset of a text is in or at the end of; empty between words.
    static func whole(_ text: String, at cursor: Int) -> String {
        let tree = Parser.tree(of: Source(file: "", text: Array(text.utf8)))
        let word = tree.words.first { $0.role.isWord && $0.span.start <= cursor && $0.span.end >= cursor }
        return word.map { tree.source.text(of: $0.span) } ?? ""
    }

    /// The last word of an entry as it was typed, quotes and all; nil for an entry without one.
    static func last(of entry: String) -> String? {
        let tree = Parser.tree(of: Source(file: "", text: Array(entry.utf8)))
        return tree.words.last(where: \.role.isWord).map { tree.source.text(of: $0.span) }
    }
}

extension WordRole {
    /// Whether a person would call it a word.
    fileprivate var isWord: Bool {
        switch self {
        case .separator, .comment, .equals: false
        default: true
        }
    }
}
