import Language
import Shell

extension ShellAssist {
    /// What the parts of a text are.
    func highlight(_ text: String) -> [StyledSpan] {
        var spans: [StyledSpan] = []
        var isStart = true
        var words: [LineAnalysis.Word] = []
        let pieces = LineAnalysis(text, cursor: text.utf8.count).pieces
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .separator: (isStart, words) = (true, [])
            case .comment(let range): spans.append(StyledSpan(range, .comment))
            case .word(let word):
                let next = pieces.dropFirst(index + 1).first
                let role = role(of: word, isStart: isStart, next: next)
                if let role { spans.append(StyledSpan(word.range, role)) }
                isStart = isStart && (role == .name || word.text == "=" || keywordNames.contains(word.text))
                words.append(word)
            }
        }
        return spans
    }

    private func role(of word: LineAnalysis.Word, isStart: Bool, next: LineAnalysis.Piece?) -> Role? {
        if word.isQuoted { return word.isClosed ? .string : .error }
        if !word.isClosed { return .error }
        if word.isQuotedFile { return .string }
        if word.text.hasPrefix("$") { return .name }
        if isStart {
            if keywordNames.contains(word.text) { return .command }
            if case .word(let equals)? = next, equals.text == "=" { return .name }
            if word.text == "=" { return nil }
            return roleOfCommand(word.text)
        }
        if word.text.hasPrefix("-"), word.text.dropFirst().first?.isLetter == true { return .option }
        if word.text.first?.isNumber == true { return .number }
        return nil
    }

    private func roleOfCommand(_ text: String) -> Role {
        let (receiver, name) = text.receiverAndCommand
        if let receiver, session.sockets[receiver] == nil { return .unknown }
        if text.first?.isNumber == true { return .number }
        return session.registry[name] == nil && session.aliases[text] == nil ? .unknown : .command
    }
}
