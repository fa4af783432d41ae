extension Parser {
    /// The statement that begins here, including the `&` that puts it in the background.
    mutating func statement() -> Statement {
        let start = token.span.start
        let (kind, mayBeJob) = statementKind()
        let statement = Statement(kind: kind, span: trimmed(start))
        guard token.kind == .ampersand, mayBeJob else { return statement }
        advance()
        return Statement(kind: .job(statement), span: trimmed(start))
    }

    /// A statement, and whether `&` may follow: a value is immediate, and `break` and `continue` belong to a loop.
    private mutating func statementKind() -> (Statement.Kind, mayBeJob: Bool) {
        if let word, PastedPrompt.isLeftOut(word) { leavePromptOut() }
        if token.kind == .openBrace { return (.block(block()), true) }
        if let form = word.flatMap(StatementForm.beginning) { return (formed(form), form.hasBlock) }
        let kind = assignable()
        if case .call = kind { return (kind, true) }
        return (kind, false)
    }

    /// Skips a prompt that was copied along with the line.
    private mutating func leavePromptOut() {
        place(token.span, .separator)
        advance()
    }

    /// A call or a value, with or without a name before it.
    mutating func assignable() -> Statement.Kind {
        guard let head = argument() else {
            failExpecting("a command")
            return .missing(at: token.span.start)
        }
        guard let (target, rest) = assignment(head) else { return callOrValue(nil, head) }
        return rest.isMissing ? .missing(target, at: rest.span.start) : callOrValue(target, rest)
    }

    /// The name in `NAME = …`, even without blanks around the `=`, and the argument after it.
    private mutating func assignment(_ head: ArgumentSyntax) -> (Name, ArgumentSyntax)? {
        guard case .word(let first) = head.parts[0] else { return nil }
        if head.parts.count == 1, token.kind == .word, case .word(let next) = parts[0],
            next.utf8.first == UInt8(ascii: "="), !next.utf8.starts(with: "==".utf8), first.isName
        {
            let joined = ArgumentSyntax(parts: parts, span: token.span)
            advance()
            return (assigned(Name(first, head.span), joined.span.start), joined.dropping(1) ?? assignedValue())
        }
        guard let equals = source.place(of: UInt8(ascii: "="), in: head.span), equals < first.utf8.count else {
            return nil
        }
        let name = String(decoding: first.utf8.prefix(equals), as: UTF8.self)
        guard name.isName else { return nil }
        let place = head.span.start + equals
        let target = assigned(Name(name, Span(head.span.start, place)), place)
        return (target, head.dropping(equals + 1) ?? assignedValue())
    }

    /// The assigned name, with the place of its `=`.
    private mutating func assigned(_ name: Name, _ equals: Int) -> Name {
        place(name.span, .name)
        place(Span(equals, equals + 1), .equals)
        return name
    }

    private mutating func assignedValue() -> ArgumentSyntax {
        expect(.callOrValue, around: ["CONDITION"])
        return required("a command or a value")
    }

    private mutating func callOrValue(_ target: Name?, _ head: ArgumentSyntax) -> Statement.Kind {
        if notesFaults, hasBrackets(head) { fail(.brackets, at: head.span) }
        check(head)
        guard let command = head.word, !command.isValueWord else { return value(target, head) }
        place(head.span, .command)
        let (receiver, name) = source.receiver(of: command, head.span)
        var arguments: [ArgumentSyntax] = []
        while true {
            if wantsNextWord {
                expect(.argument, call: CommandHead(receiver: receiver, command: name, arguments: arguments))
            }
            guard let argument = argument() else { break }
            place(argument.span, .argument)
            check(argument)
            arguments.append(argument)
        }
        return .call(CallSyntax(target: target, receiver: receiver, command: name, arguments: arguments))
    }

    /// Whether a statement begins like a call of another language: a name, and an opening parenthesis right after it.
    private func hasBrackets(_ head: ArgumentSyntax) -> Bool {
        guard let bracket = source.place(of: UInt8(ascii: "("), in: head.span), bracket > 0,
            case .word(let word) = head.parts[0], word.utf8.count >= bracket
        else { return false }
        let name = word.utf8.prefix(bracket)
        return name.first.map { isNameByte($0) && !(48...57).contains($0) } ?? false
            && name.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: ".") }
    }

    /// Notes what an argument has of other languages' syntax.
    private mutating func check(_ argument: ArgumentSyntax) {
        guard argument.parts.count > 1 else { return }
        if let comma = argument.strayComma { fail(.comma, at: comma) }
        if let prefix = argument.stringPrefix { fail(.stringPrefix(prefix), at: argument.span) }
    }

    private mutating func value(_ target: Name?, _ left: ArgumentSyntax) -> Statement.Kind {
        place(left.span, .value)
        expect(.operation, around: ["[OPERATOR VALUE]"])
        if let comparison = left.attachedComparison {
            let found = source.text(of: left.span)
            fail(.expected("a space on both sides of \(comparison)", found: found), at: left.span)
        }
        guard let name = word else { return .value(ValueSyntax(target: target, left: left, operation: nil)) }
        place(token.span, .operation)
        let operation = Operator(rawValue: name)
        if operation == nil { failExpecting("an operator such as == or +") }
        advance()
        expect(.value, around: ["VALUE"])
        let right = required("a value")
        if !right.isMissing { place(right.span, .value) }
        check(right)
        return .value(ValueSyntax(target: target, left: left, operation: operation.map { ($0, right) }))
    }

    /// Notes what could come next: inside a condition, these words and then the rest of the surrounding form.
    private mutating func expect(_ place: NextWord.Place, around words: [String]) {
        guard wantsNextWord, let rest = detail?.surroundings else { return }
        expect(place, rest.isEmpty ? [] : words + rest)
    }

    /// From `start` to the end of the last token consumed.
    func trimmed(_ start: Int) -> Span { Span(start, max(start, consumed)) }
}

extension Source {
    /// The socket before the dot in a command's word, and the command after it.
    func receiver(of command: String, _ span: Span) -> (Name?, Name) {
        guard place(of: UInt8(ascii: "."), in: span) != nil, case (let receiver?, let name) = command.receiverAndCommand
        else { return (nil, Name(command, span)) }
        let middle = span.start + receiver.utf8.count
        return (Name(receiver, Span(span.start, middle)), Name(name, Span(middle + 1, span.end)))
    }
}

extension String {
    /// A command's word split at the dot into the name before it and the command after it.
    public var receiverAndCommand: (receiver: String?, command: String) {
        guard let dot = utf8.firstIndex(of: UInt8(ascii: ".")) else { return (nil, self) }
        let receiver = String(self[..<dot])
        return receiver.isName ? (receiver, String(self[utf8.index(after: dot)...])) : (nil, self)
    }

    /// Whether a word in a command's place is a value: a number, or data by its prefix.
    public var isValueWord: Bool { startsNumber || utf8.first == UInt8(ascii: "@") || hasPrefix("fill:") }

    /// Whether it begins like a number, with a digit or with `-` and a digit.
    public var startsNumber: Bool {
        let digits = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
        return digits.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
    }
}

extension ArgumentSyntax {
    /// The argument without its first bytes, which belong to its first word; nil if nothing is left.
    fileprivate func dropping(_ count: Int) -> ArgumentSyntax? {
        guard case .word(let first) = parts[0] else { return self }
        let rest = String(decoding: first.utf8.dropFirst(count), as: UTF8.self)
        let parts = (rest.isEmpty ? [] : [.word(rest)]) + parts.dropFirst()
        return parts.isEmpty ? nil : ArgumentSyntax(parts: parts, span: Span(span.start + count, span.end))
    }

    /// A comma right after a quoted text, which ends an argument in other languages; here it would be part of it.
    fileprivate var strayComma: Span? {
        guard parts.count > 1, parts.last == .word(","), case .quoted = parts[parts.count - 2] else { return nil }
        return Span(span.end - 1, span.end)
    }

    /// The letter before a quote, which in Python marks the kind of string; here it would be part of the text.
    fileprivate var stringPrefix: String? {
        guard parts.count == 2, case .word(let word) = parts[0], case .quoted = parts[1] else { return nil }
        return ["b", "f", "r", "u", "br", "rb"].contains(word.lowercased()) ? word : nil
    }

    /// A comparison directly after a value, as in `$n==3`, which would be part of the text.
    fileprivate var attachedComparison: String? {
        guard parts.count > 1, case .word(let word) = parts[1] else { return nil }
        if case .word = parts[0] { return nil }
        return ["==", "!=", "<=", ">="].first { word.utf8.starts(with: $0.utf8) }
    }
}
