extension Parser {
    /// The statement that begins here.
    mutating func statement() throws(SyntaxError) -> Statement {
        let start = token.span.start
        let kind = try statementKind()
        let statement = Statement(kind: kind, span: trimmed(start))
        guard case .ampersand = token.kind, statement.mayBeJob else { return statement }
        try advance()
        return Statement(kind: .job(statement), span: trimmed(start))
    }

    private mutating func statementKind() throws(SyntaxError) -> Statement.Kind {
        if case .openBrace = token.kind { return .block(try block()) }
        switch word {
        case "try": return try attempt()
        case "repeat": return try repeated()
        case "while": return try loop()
        case "for": return try forEach()
        case "if": return try branch()
        case "break": return try keyword(.leave)
        case "continue": return try keyword(.again)
        default: return try assignable()
        }
    }

    private mutating func keyword(_ kind: Statement.Kind) throws(SyntaxError) -> Statement.Kind {
        try advance()
        return kind
    }

    private mutating func attempt() throws(SyntaxError) -> Statement.Kind {
        try advance()
        let body = try block()
        var handlers: [HandlerSyntax] = []
        while word == "catch" {
            try advance()
            var classes: [Name] = []
            while let name = word {
                classes.append(Name(name, token.span))
                try advance()
            }
            handlers.append(HandlerSyntax(classes: classes, body: try block()))
        }
        guard !handlers.isEmpty else { throw unexpected("catch, on the line of the }") }
        return .attempt(body: body, handlers: handlers)
    }

    private mutating func repeated() throws(SyntaxError) -> Statement.Kind {
        try advance()
        return .repeated(times: try required("how many times"), body: try block())
    }

    private mutating func loop() throws(SyntaxError) -> Statement.Kind {
        try advance()
        return .loop(condition: try condition(), body: try block())
    }

    private mutating func branch() throws(SyntaxError) -> Statement.Kind {
        try advance()
        let condition = try condition()
        let then = try block()
        guard word == "else" else { return .branch(condition: condition, then: then, otherwise: []) }
        try advance()
        if word == "if" {
            let start = token.span.start
            // Each else if stands inside the one before it.
            try deepen(token.span)
            let nested = try branch()
            depth -= 1
            return .branch(condition: condition, then: then, otherwise: [Statement(kind: nested, span: trimmed(start))])
        }
        return .branch(condition: condition, then: then, otherwise: try block())
    }

    private mutating func condition() throws(SyntaxError) -> Statement {
        let start = token.span.start
        guard case .argument = token.kind else { throw unexpected("a condition") }
        let kind = try assignable()
        if case .ampersand = token.kind { throw unexpected("a condition without &") }
        return Statement(kind: kind, span: trimmed(start))
    }

    private mutating func forEach() throws(SyntaxError) -> Statement.Kind {
        try advance()
        guard let name = word, name.isName else { throw unexpected("a name") }
        try advance()
        guard word == "in" else { throw unexpected("in") }
        try advance()
        var items: [ArgumentSyntax] = []
        while let item = try argument() { items.append(item) }
        return .forEach(name: name, items: items, body: try block())
    }

    /// A call or a value, with a name in front of it or without.
    private mutating func assignable() throws(SyntaxError) -> Statement.Kind {
        let head = try required("a command")
        guard let (target, rest) = try assignment(head) else { return try callOrValue(nil, head) }
        return try callOrValue(target, rest)
    }

    /// The name in `NAME = …`, also where no space stands around the `=`, and the argument behind it.
    private mutating func assignment(_ head: ArgumentSyntax) throws(SyntaxError) -> (Name, ArgumentSyntax)? {
        guard case .word(let first) = head.parts[0] else { return nil }
        if head.parts.count == 1, case .argument(let parts) = token.kind, case .word(let next) = parts[0],
            next.utf8.first == UInt8(ascii: "="), !next.utf8.starts(with: "==".utf8), first.isName
        {
            let joined = ArgumentSyntax(parts: parts, span: token.span)
            try advance()
            if let rest = joined.dropping(1) { return (Name(first, head.span), rest) }
            return (Name(first, head.span), try required("a command or a value"))
        }
        guard let equals = source.place(of: UInt8(ascii: "="), in: head.span), equals < first.utf8.count else {
            return nil
        }
        let name = String(decoding: first.utf8.prefix(equals), as: UTF8.self)
        guard name.isName else { return nil }
        let target = Name(name, Span(head.span.start, head.span.start + equals))
        if let rest = head.dropping(equals + 1) { return (target, rest) }
        return (target, try required("a command or a value"))
    }

    private mutating func callOrValue(_ target: Name?, _ head: ArgumentSyntax) throws(SyntaxError) -> Statement.Kind {
        if let call = withoutBrackets(target, head) { throw SyntaxError(.brackets(call), head.span) }
        guard let command = head.word, !command.isValueWord else { return try value(target, head) }
        var arguments: [ArgumentSyntax] = []
        while let argument = try argument() {
            if let comma = argument.strayComma { throw SyntaxError(.comma, comma) }
            if let prefix = argument.stringPrefix { throw SyntaxError(.stringPrefix(prefix), argument.span) }
            arguments.append(argument)
        }
        let (receiver, name) = receiver(of: command, head.span)
        return .call(CallSyntax(target: target, receiver: receiver, command: name, arguments: arguments))
    }

    /// What `s.send("hi")` is here, up to the end of its line; nil where nothing looks like a call with brackets.
    private func withoutBrackets(_ target: Name?, _ head: ArgumentSyntax) -> String? {
        guard source.place(of: UInt8(ascii: "("), in: head.span) != nil else { return nil }
        let line = source.line(around: head.span.start)
        let text = String(decoding: line.text.utf8.dropFirst(head.span.start - line.start), as: UTF8.self)
        guard let call = ForeignCall(text) else { return nil }
        return (target.map { "\($0.text) = " } ?? "") + call.text
    }

    private mutating func value(_ target: Name?, _ left: ArgumentSyntax) throws(SyntaxError) -> Statement.Kind {
        if let comparison = left.attachedComparison {
            throw SyntaxError(
                .expected("a space on both sides of \(comparison)", found: source.text(of: left.span)),
                left.span
            )
        }
        guard let name = word else {
            return .value(ValueSyntax(target: target, left: left, operation: nil))
        }
        guard let operation = Operator(rawValue: name) else {
            throw unexpected("an operator such as == or +")
        }
        try advance()
        let right = try required("a value")
        return .value(ValueSyntax(target: target, left: left, operation: (operation, right)))
    }

    private func receiver(of command: String, _ span: Span) -> (Name?, Name) {
        guard let dot = source.place(of: UInt8(ascii: "."), in: span) else { return (nil, Name(command, span)) }
        let receiver = String(decoding: command.utf8.prefix(dot), as: UTF8.self)
        guard receiver.isName else { return (nil, Name(command, span)) }
        let middle = span.start + dot
        let name = String(decoding: command.utf8.dropFirst(dot + 1), as: UTF8.self)
        return (Name(receiver, Span(span.start, middle)), Name(name, Span(middle + 1, span.end)))
    }

    /// From `start` to the end of the last token taken.
    private func trimmed(_ start: Int) -> Span { Span(start, consumed) }
}

extension Statement {
    /// Whether an `&` may follow: a value is there at once, and `break` and `continue` belong to a loop.
    fileprivate var mayBeJob: Bool {
        switch kind {
        case .call, .block, .attempt, .repeated, .loop, .forEach, .branch: true
        case .value, .job, .leave, .again: false
        }
    }
}

extension String {
    /// Whether a word at a command's place is a value: a number, or data by its prefix.
    public var isValueWord: Bool { startsNumber || utf8.first == UInt8(ascii: "@") || hasPrefix("fill:") }

    /// Whether it begins as a number does, with a digit or with `-` and a digit.
    public var startsNumber: Bool {
        let digits = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
        return digits.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
    }
}

extension ArgumentSyntax {
    /// The argument without the first bytes, which belong to its first word; nil where nothing is left.
    fileprivate func dropping(_ count: Int) -> ArgumentSyntax? {
        guard case .word(let first) = parts[0] else { return self }
        let rest = String(decoding: first.utf8.dropFirst(count), as: UTF8.self)
        let parts = (rest.isEmpty ? [] : [.word(rest)]) + parts.dropFirst()
        return parts.isEmpty ? nil : ArgumentSyntax(parts: parts, span: Span(span.start + count, span.end))
    }

    /// The comma right behind a quoted text, where another language ends an argument; here it would be a part of the text.
    fileprivate var strayComma: Span? {
        guard parts.count > 1, parts.last == .word(","), case .quoted = parts[parts.count - 2] else { return nil }
        return Span(span.end - 1, span.end)
    }

    /// The letter in front of a quote, which says in Python what kind of string follows; here it would be a part of the text.
    fileprivate var stringPrefix: String? {
        guard parts.count == 2, case .word(let word) = parts[0], case .quoted = parts[1] else { return nil }
        return ["b", "f", "r", "u", "br", "rb"].contains(word.lowercased()) ? word : nil
    }

    /// The comparison that stands right behind a value, as in `$n==3`, where it would be a part of the text.
    fileprivate var attachedComparison: String? {
        guard parts.count > 1, case .word(let word) = parts[1] else { return nil }
        if case .word = parts[0] { return nil }
        return ["==", "!=", "<=", ">="].first { word.utf8.starts(with: $0.utf8) }
    }
}
