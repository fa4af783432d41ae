import Journal
import Language
import LineEditing
import Shell

extension ShellAssist {
    /// What the parts of a text are.
    func highlight(_ text: String) -> [StyledSpan] {
        guard !isQuestion(text) else { return [] }
        let tree = Parser.tree(of: Source(file: "", text: Array(text.utf8)))
        var spans: [StyledSpan] = []
        var names = NamesInEntry()
        for word in tree.words {
            switch word.role {
            case .separator: names.endStatement()
            case .name: names.insert(tree.source.text(of: word.span))
            default: break
            }
            spans += styled(word, tree.source, names)
        }
        return spans
    }

    private func styled(_ word: PlacedWord, _ source: Source, _ names: NamesInEntry) -> [StyledSpan] {
        let text = source.text(of: word.span)
        let role: Role?
        switch word.role {
        case .separator, .equals: role = nil
        case .comment: role = .comment
        case .keyword: role = .command
        case .name: role = .name
        case .command: role = roleOfCommand(text, names)
        case .errorClass: role = Failure.isClass(text) ? .name : .unknown
        case .stray: role = .unknown
        case .operation: role = Operator(rawValue: text) == nil ? .unknown : nil
        case .argument where text.hasPrefix("-") && text.dropFirst().first?.isLetter == true: role = .option
        case .argument, .value: return Self.styled(pieces: Lexer.pieces(of: word.span, in: source.text), source)
        }
        return role.map { [StyledSpan(word.span.start..<word.span.end, $0)] } ?? []
    }

    /// The pieces of a value; adjacent ones with the same role are one piece.
    private static func styled(pieces: [WordPiece], _ source: Source) -> [StyledSpan] {
        var spans: [StyledSpan] = []
        for (index, piece) in pieces.enumerated() {
            let isFile = index == 0 && pieces.count > 1 && source.text(of: piece.span) == "@"
            guard let role = isFile ? .string : role(of: piece, pieces.count == 1, source) else { continue }
            let start = piece.span.start
            if let last = spans.last, last.role == role, last.range.upperBound == start {
                spans[spans.count - 1] = StyledSpan(last.range.lowerBound..<piece.span.end, role)
            } else {
                spans.append(StyledSpan(start..<piece.span.end, role))
            }
        }
        return spans
    }

    private static func role(of piece: WordPiece, _ isWhole: Bool, _ source: Source) -> Role? {
        switch piece.kind {
        case .text: isWhole && source.text(of: piece.span).startsNumber ? .number : nil
        case .variable: .name
        case .quoted, .escape: .string
        case .openQuoted, .fault: .error
        }
    }

    private func roleOfCommand(_ text: String, _ names: NamesInEntry) -> Role {
        let (receiver, name) = text.receiverAndCommand
        if let receiver, !isSocket(receiver), !names.mayBeSocket(receiver) { return .unknown }
        return session.registry[name] == nil && session.aliases[text] == nil ? .unknown : .command
    }

    private func isSocket(_ name: String) -> Bool {
        if session.sockets[name] != nil { return true }
        if case .socket? = session.variables[name] { return true }
        return false
    }
}

/// The names that an entry assigns before it has run.
private struct NamesInEntry {
    private var given: Set<String> = []
    private var hasEarlierStatement = false

    mutating func insert(_ name: String) { given.insert(name) }
    mutating func endStatement() { hasEarlierStatement = true }

    /// Whether this may be a socket's name: one of the entry's own, or one such as unnamed sockets get.
    func mayBeSocket(_ name: String) -> Bool {
        if given.contains(name) { return true }
        let isAutomatic = name.hasPrefix("s") || name.hasPrefix("c")
        return hasEarlierStatement && isAutomatic && Int(name.dropFirst()) != nil
    }
}
