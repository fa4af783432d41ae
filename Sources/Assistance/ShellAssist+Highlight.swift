import Journal
import Language
import LineEditing
import Shell

extension ShellAssist {
    /// What the parts of a text are.
    func highlight(_ text: String) -> [StyledSpan] {
        var spans: [StyledSpan] = []
        var place = StatementPlace.command
        var names = NamesInEntry()
        let pieces = LineAnalysis(text, cursor: text.utf8.count).pieces
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .separator:
                place = .command
                names.endStatement()
            case .comment(let range): spans.append(StyledSpan(range, .comment))
            case .word(let word):
                var next: String?
                if index + 1 < pieces.count, case .word(let behind) = pieces[index + 1] { next = behind.text }
                let isNamed = place == .loopName || place.isCommand && next == "=" && word.text.isName
                if isNamed { names.insert(word.text) }
                if let role = isNamed ? .name : role(of: word, place, names) {
                    spans.append(StyledSpan(word.range, role))
                }
                place = place.behind(word, next: next)
            }
        }
        return spans
    }

    private func role(of word: LineAnalysis.Word, _ place: StatementPlace, _ names: NamesInEntry) -> Role? {
        if word.isQuoted { return word.isClosed ? .string : .error }
        if !word.isClosed { return .error }
        if word.isQuotedFile { return .string }
        if word.text.hasPrefix("$") { return .name }
        switch place {
        case .command, .condition:
            if word.text == "=" { return nil }
            if place == .command, keywordNames.contains(word.text) { return .command }
            return word.isValue ? roleOfValue(word.text) : roleOfCommand(word.text, names)
        case .loopWord: return word.text == "in" ? .command : .unknown
        case .errorClass: return Failure.isClass(word.text) ? .name : .unknown
        case .operation: return nil
        case .argument where word.text.hasPrefix("-") && word.text.dropFirst().first?.isLetter == true: return .option
        case .argument, .loopName, .loopItem, .times, .value, .end: return roleOfValue(word.text)
        }
    }

    private func roleOfValue(_ text: String) -> Role? { text.startsNumber ? .number : nil }

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

/// The names that an entry gives before it has run.
private struct NamesInEntry {
    private var given: Set<String> = []
    private var hasEarlierStatement = false

    mutating func insert(_ name: String) { given.insert(name) }
    mutating func endStatement() { hasEarlierStatement = true }

    /// Whether a socket can go by the name: one of the entry's own, or one such as sockets without a name get.
    func mayBeSocket(_ name: String) -> Bool {
        if given.contains(name) { return true }
        let isAutomatic = name.hasPrefix("s") || name.hasPrefix("c")
        return hasEarlierStatement && isAutomatic && Int(name.dropFirst()) != nil
    }
}
