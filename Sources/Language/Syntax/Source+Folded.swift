extension Source {
    /// A statement of this source on one line, including blocks but not comments: `repeat 3 { c = accept; c.close }`.
    public func folded(_ statement: Statement) -> String {
        var folded = Folding()
        let start = statement.span.start
        for token in Lexer.tokens(of: text[start..<min(statement.span.end, text.count)]) {
            folded.take(token, text(of: Span(start + token.span.start, start + token.span.end)))
        }
        return folded.text
    }
}

extension Source {
    /// The word by which a record names a statement until more is known: the command, or its first keyword; nil for a
    /// value or a bare block.
    public func keyword(of statement: Statement) -> String? {
        if let call = statement.call { return call.command.text }
        let first = text.withUnsafeBufferPointer { Lexer.token(in: $0, at: statement.span.start) }
        return StatementForm.beginning(with: text(of: first.span))?.keyword
    }
}

/// Tokens joined on one line.
private struct Folding {
    private enum Gap {
        case none, blank, separator
    }

    private(set) var text = ""
    private var gap = Gap.none
    private var last = Token.Kind.blank

    mutating func take(_ token: Token, _ word: String) {
        switch token.kind {
        case .blank, .comment: if gap == .none { gap = .blank }
        case .newline, .semicolon: gap = .separator
        case .ampersand, .openBrace, .closeBrace, .word, .end:
            text += between(token.kind) + word
            (last, gap) = (token.kind, .none)
        }
    }

    /// What is written before a token. A brace always has spaces around it and needs no `;` next to them.
    private func between(_ next: Token.Kind) -> String {
        if text.isEmpty { return "" }
        if last == .openBrace || next == .closeBrace { return " " }
        if gap == .separator { return "; " }
        return gap == .blank || next != .word || last != .word ? " " : ""
    }
}
