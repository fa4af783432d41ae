/// Parses statements from an entry. It never fails: errors are noted where they are found, missing parts are marked as
/// missing, and parsing continues. Running an entry stops at the first error.
public struct Parser {
    /// How deeply blocks can be nested.
    public static let depthLimit = 64
    /// How many faults are noted at most.
    private static let faultLimit = 64

    let source: Source
    private(set) var token = Token(.end, 0, 0)
    /// The parts of the current token, if it is a word.
    private(set) var parts: [ArgumentSyntax.Part] = []
    /// Where the last consumed token ends.
    private(set) var consumed = 0
    private(set) var faults: [SyntaxError] = []
    /// What colours, hints and completion ask for; nil if an entry is only to be run, which stops at the first error.
    var detail: Detail?
    var depth = 0

    /// What colours, hints and completion ask for.
    struct Detail {
        var words: [PlacedWord] = []
        var next: NextWord?
        /// What the form around a condition still expects.
        var surroundings: [String] = []
    }

    private init(_ source: Source, detail: Detail?) {
        self.source = source
        self.detail = detail
        fetch(from: 0)
    }

    /// The statements of a source, ready to run; throws the first error.
    public static func parse(_ source: Source) throws(SyntaxError) -> [Statement] {
        var parser = Parser(source, detail: nil)
        let statements = parser.whole()
        if let fault = parser.faults.first { throw fault }
        return statements
    }

    /// Everything known about a source, complete or not.
    public static func tree(of source: Source) -> SyntaxTree {
        var parser = Parser(source, detail: Detail())
        let statements = parser.whole()
        let detail = parser.detail ?? Detail()
        return SyntaxTree(
            source: source,
            statements: statements,
            faults: parser.faults,
            words: detail.words.sorted { $0.span.start < $1.span.start },
            next: detail.next ?? NextWord(place: .nothing, form: [], call: nil)
        )
    }

    private mutating func whole() -> [Statement] {
        var statements = statements()
        while token.kind == .closeBrace {
            fail(.strayBrace, at: token.span)
            advance()
            statements += self.statements()
        }
        return statements
    }

    /// Statements up to a `}` or the end.
    mutating func statements() -> [Statement] {
        var statements: [Statement] = []
        while true {
            while token.kind == .newline || token.kind == .semicolon { advance() }
            expect(.statement)
            if token.kind == .end || token.kind == .closeBrace { return statements }
            let statement = statement()
            statements.append(statement)
            end(statement)
        }
    }

    private mutating func end(_ statement: Statement) {
        switch token.kind {
        case .end: expect(.nothing)
        case .closeBrace, .newline, .semicolon: break
        default:
            let near = notesFaults && token.kind == .openBrace ? StatementForm.near(statement) : []
            if near.isEmpty {
                failExpecting("the end of the statement")
            } else {
                fail(.unknownBlock(near: near), at: token.span)
            }
            skipStrayWords()
        }
    }

    /// Skips what does not belong in the statement; a block in it is read, so that its braces count.
    mutating func skipStrayWords(before end: Token.Kind? = nil) {
        while token.kind != end {
            switch token.kind {
            case .word:
                place(token.span, .stray)
                advance()
            case .ampersand: advance()
            case .openBrace: _ = block()
            default: return
            }
        }
    }

    /// `{ … }`
    mutating func block() -> [Statement] {
        let open = token.span
        guard deepen(open) else { return [] }
        defer { depth -= 1 }
        advance()
        let body = statements()
        if token.kind == .closeBrace { advance() } else { fail(.openBlock, at: open) }
        return body
    }

    /// Goes one level deeper, as far as the stack is sure to allow; stops reading if it is not.
    mutating func deepen(_ span: Span) -> Bool {
        guard depth < Self.depthLimit else {
            fail(.tooDeep(limit: Self.depthLimit), at: span)
            stop()
            return false
        }
        depth += 1
        return true
    }

    /// Whether a fault found now is noted.
    var notesFaults: Bool { faults.count < (detail == nil ? 1 : Self.faultLimit) }

    /// Notes a fault.
    mutating func fail(_ problem: SyntaxError.Problem, at span: Span) {
        guard notesFaults else { return }
        faults.append(SyntaxError(problem, span))
        if detail == nil { stop() }
    }

    /// Notes what is here instead of what was expected.
    mutating func failExpecting(_ what: String) {
        guard notesFaults else { return }
        let found =
            switch token.kind {
            case .end: "the end"
            case .newline: "the end of the line"
            default: source.text(of: token.span)
            }
        fail(.expected(what, found: found), at: token.span)
    }

    /// Leaves the rest unread.
    private mutating func stop() {
        token = Token(.end, source.text.count, source.text.count)
        parts = []
    }
}

extension Parser {
    /// Moves on to the next token.
    mutating func advance() {
        consumed = token.span.end
        fetch(from: consumed)
    }

    /// Reads the next token that is not trivia, a word with its parts.
    private mutating func fetch(from start: Int) {
        var found: [SyntaxError] = []
        let text = source.text
        text.withUnsafeBufferPointer { bytes in
            token = Lexer.token(in: bytes, at: start)
            while token.isTrivia {
                if detail != nil, token.kind == .comment { place(token.span, .comment) }
                token = Lexer.token(in: bytes, at: token.span.end)
            }
            guard token.kind == .word else { return }
            if token.traits.isEmpty {
                let range = token.span.start..<token.span.end
                parts = [.word(String(decoding: bytes[range], as: UTF8.self))]
            } else {
                var reader = WordReader(token, in: bytes)
                parts = reader.parts()
                found = reader.faults
            }
        }
        for fault in found { fail(fault.problem, at: fault.span) }
        if detail != nil, token.kind != .word, token.kind != .end { place(token.span, .separator) }
    }

    /// Notes the role of a word.
    mutating func place(_ span: Span, _ role: WordRole) { detail?.words.append(PlacedWord(span: span, role: role)) }

    /// Whether the text has ended and what could come next is not noted yet: the innermost place counts, which is found
    /// first.
    var wantsNextWord: Bool { detail != nil && token.kind == .end && detail?.next == nil }

    /// If the text has ended, notes what could come next.
    mutating func expect(_ place: NextWord.Place, _ form: [String] = [], call: CommandHead? = nil) {
        if wantsNextWord { detail?.next = NextWord(place: place, form: form, call: call) }
    }

    /// Takes the word here.
    mutating func argument() -> ArgumentSyntax? {
        guard token.kind == .word else { return nil }
        let argument = ArgumentSyntax(parts: parts, span: token.span)
        advance()
        return argument
    }

    /// Takes the word that must be here.
    mutating func required(_ what: String) -> ArgumentSyntax {
        if let argument = argument() { return argument }
        failExpecting(what)
        return .missing(at: token.span.start)
    }

    /// The unquoted word here, if any.
    var word: String? {
        if token.kind == .word, parts.count == 1, case .word(let word) = parts[0] { return word }
        return nil
    }
}
