/// Statements that begin with a keyword, read according to their ``StatementForm``.
extension Parser {
    /// The statement whose keyword is here.
    mutating func formed(_ form: StatementForm) -> Statement.Kind {
        takeKeyword()
        var filled = FilledForm()
        for (index, slot) in form.slots.enumerated() { fill(slot, &filled) { form.rest(from: index + $0) } }
        for clause in form.clauses { filled.clauses += clauses(clause, form) }
        return form.build(filled)
    }

    /// If the text has ended, notes what could come next, with the rest of the form.
    private mutating func expect(_ place: @autoclosure () -> NextWord.Place, _ rest: (Int) -> [String]) {
        if wantsNextWord { expect(place(), rest(0)) }
    }

    private mutating func takeKeyword() {
        place(token.span, .keyword)
        advance()
    }

    /// The clauses after a statement's block.
    private mutating func clauses(_ clause: StatementForm.Clause, _ form: StatementForm) -> [FilledForm] {
        var clauses: [FilledForm] = []
        while true {
            let isOpen = clauses.isEmpty || clause.repeats
            if isOpen, wantsNextWord {
                expect(.word([clause.keyword]), clauses.isEmpty && clause.wanted != nil ? clause.written : [])
            }
            guard isOpen, word == clause.keyword else { break }
            takeKeyword()
            var filled = FilledForm()
            for (index, slot) in clause.slots.enumerated() {
                fill(slot, &filled) { clause.slots[(index + $0)...].flatMap(\.written) }
            }
            clauses.append(filled)
        }
        if clauses.isEmpty, let wanted = clause.wanted { failExpecting(wanted) }
        return clauses
    }

    /// Reads what a slot is for; `rest` is what the form still expects from this slot onwards, or from a later one.
    private mutating func fill(_ slot: StatementForm.Slot, _ filled: inout FilledForm, _ rest: (Int) -> [String]) {
        switch slot {
        case .name: filled.name = name(rest)
        case .word(let word): take(word, rest)
        case .value(_, let wanted):
            expect(.value, rest)
            let value = required(wanted)
            if !value.isMissing { place(value.span, .value) }
            filled.values.append(value)
        case .values: filled.values += values(rest)
        case .condition: filled.test = condition(rest)
        case .classes: filled.classes = classes(rest)
        case .block: filled.block = requiredBlock(rest)
        case .blockOrStatement(let keyword): filled.block = blockOrStatement(keyword, rest)
        }
    }

    private mutating func name(_ rest: (Int) -> [String]) -> Name {
        expect(.name, rest)
        let name = Name(word ?? "", token.span)
        let isName = name.text.isName
        if !isName { failExpecting("a name") }
        guard token.kind == .word else { return name }
        place(name.span, isName ? .name : .stray)
        advance()
        return name
    }

    private mutating func take(_ wanted: String, _ rest: (Int) -> [String]) {
        expect(.word([wanted]), rest)
        let isThere = word == wanted
        if !isThere { failExpecting(wanted) }
        guard token.kind == .word else { return }
        place(token.span, isThere ? .keyword : .stray)
        advance()
    }

    private mutating func values(_ rest: (Int) -> [String]) -> [ArgumentSyntax] {
        var values: [ArgumentSyntax] = []
        while true {
            expect(.value, rest)
            guard let value = argument() else { return values }
            place(value.span, .value)
            values.append(value)
        }
    }

    private mutating func classes(_ rest: (Int) -> [String]) -> [Name] {
        var classes: [Name] = []
        while true {
            expect(.errorClass, rest)
            guard let name = word else { return classes }
            place(token.span, .errorClass)
            classes.append(Name(name, token.span))
            advance()
        }
    }

    private mutating func condition(_ rest: (Int) -> [String]) -> Statement {
        let start = token.span.start
        expect(.callOrValue, rest)
        guard token.kind == .word else {
            failExpecting("a condition")
            return .missing(at: start)
        }
        let around = detail?.surroundings
        if detail != nil { detail?.surroundings = rest(1) }
        let kind = assignable()
        if let around { detail?.surroundings = around }
        if token.kind == .ampersand { failExpecting("a condition without &") }
        return Statement(kind: kind, span: trimmed(start))
    }

    private mutating func requiredBlock(_ rest: (Int) -> [String]) -> [Statement] {
        expect(.nothing, rest)
        if token.kind != .openBrace {
            failExpecting("{")
            skipStrayWords(before: .openBrace)
        }
        return token.kind == .openBrace ? block() : []
    }

    private mutating func blockOrStatement(_ keyword: String, _ rest: (Int) -> [String]) -> [Statement] {
        expect(.word([keyword]), rest)
        guard word == keyword, let form = StatementForm.beginning(with: keyword) else { return requiredBlock(rest) }
        let start = token.span.start
        // Each such statement is nested in the previous one.
        guard deepen(token.span) else { return [] }
        defer { depth -= 1 }
        let kind = formed(form)
        return [Statement(kind: kind, span: trimmed(start))]
    }
}
