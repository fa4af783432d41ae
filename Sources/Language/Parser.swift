/// Reads statements out of a source, one after the other.
public struct Parser {
    /// How deep blocks may stand in blocks.
    public static let depthLimit = 64

    let source: Source
    private var lexer: Lexer
    private(set) var token: Token
    /// Where the last token taken ends.
    private(set) var consumed = 0
    var depth = 0

    /// A parser at the beginning of a source.
    public init(_ source: Source) throws(SyntaxError) {
        self.source = source
        lexer = Lexer(source.text)
        token = try lexer.next()
    }

    /// Every statement of a source.
    public static func parse(_ source: Source) throws(SyntaxError) -> [Statement] {
        var parser = try Parser(source)
        return try parser.whole()
    }

    private mutating func whole() throws(SyntaxError) -> [Statement] {
        let statements = try statements()
        switch token.kind {
        case .end: return statements
        case .closeBrace: throw SyntaxError(.strayBrace, token.span)
        default: throw unexpected("the end of the statement")
        }
    }

    /// Statements up to a `}` or the end.
    mutating func statements() throws(SyntaxError) -> [Statement] {
        var statements: [Statement] = []
        while true {
            try skipSeparators()
            switch token.kind {
            case .end, .closeBrace: return statements
            default: break
            }
            statements.append(try statement())
            switch token.kind {
            case .end, .closeBrace, .newline, .semicolon: break
            default: throw unexpected("the end of the statement")
            }
        }
    }

    private mutating func skipSeparators() throws(SyntaxError) {
        while true {
            switch token.kind {
            case .newline, .semicolon: try advance()
            default: return
            }
        }
    }

    /// `{ … }`
    mutating func block() throws(SyntaxError) -> [Statement] {
        guard case .openBrace = token.kind else { throw unexpected("{") }
        let open = token.span
        try deepen(open)
        try advance()
        let body = try statements()
        guard case .closeBrace = token.kind else { throw SyntaxError(.openBlock, open) }
        depth -= 1
        try advance()
        return body
    }

    /// Goes one deeper, as far as the stack is sure to last.
    mutating func deepen(_ span: Span) throws(SyntaxError) {
        depth += 1
        guard depth <= Self.depthLimit else { throw SyntaxError(.tooDeep(limit: Self.depthLimit), span) }
    }

    /// Goes on to the next token.
    mutating func advance() throws(SyntaxError) {
        consumed = token.span.end
        token = try lexer.next()
    }

    /// The argument that stands here; nil where none does.
    mutating func argument() throws(SyntaxError) -> ArgumentSyntax? {
        guard case .argument(let parts) = token.kind else { return nil }
        let argument = ArgumentSyntax(parts: parts, span: token.span)
        try advance()
        return argument
    }

    /// The argument that stands here, which must be one.
    mutating func required(_ what: String) throws(SyntaxError) -> ArgumentSyntax {
        guard let argument = try argument() else { throw unexpected(what) }
        return argument
    }

    /// The word that stands here without quotes, if there is one.
    var word: String? {
        if case .argument(let parts) = token.kind, parts.count == 1, case .word(let word) = parts[0] { return word }
        return nil
    }

    /// An error that says what stands here instead of what was expected.
    func unexpected(_ what: String) -> SyntaxError {
        let found =
            switch token.kind {
            case .end: "the end"
            case .newline: "the end of the line"
            default: source.text(of: token.span)
            }
        return SyntaxError(.expected(what, found: found), token.span)
    }
}
