/// Statements with a keyword of another language.
extension ForeignParser {
    private static let conditional: Set<String> = ["while", "if", "elif", "unless", "until", "switch"]
    private static let bare: Set<String> = ["try", "finally", "do", "loop", "pass", "break", "continue"]
    private static let unread: Set<String> = [
        "def", "function", "func", "fn", "class", "import", "from", "use", "using", "package", "module", "global",
        "public", "private", "export",
    ]
    private static let valued: Set<String> = [
        "return", "raise", "throw", "del", "assert", "defer", "go", "exec", "catch", "except", "rescue",
    ]

    /// The statement whose keyword is here; nil if there is none.
    mutating func keyword() -> ForeignLine.Kind? {
        guard let word = name() else { return nil }
        let start = place
        place += 1
        if sign() == "(" && Self.unread.union(Self.bare).contains(word) || isOperand { return back(to: start) }
        if word == "else" {
            if takeName(["if"]) != nil { return conditional("elif") }
            return .keyword("else", [], body: body())
        }
        if Self.conditional.contains(word) { return conditional(word) }
        if Self.bare.contains(word) {
            if !["break", "continue"].contains(word) { marks.insert(.indented) }
            return .keyword(word, [], body: body())
        }
        if Self.unread.contains(word) { return unread(word) }
        if Self.valued.contains(word) {
            if ["raise", "del", "except"].contains(word) { marks.insert(.indented) }
            let value = list()
            _ = takeName(["as"]).map { _ in place += 1 }
            return .keyword(word, value.map { [$0] } ?? [], body: body())
        }
        if word == "for" || word == "foreach" { return .keyword("for", round() ?? [], body: body()) }
        if word == "with" { return with() }
        if mainFunction(word) { return .keyword("def", [.name("main")], body: []) }
        return back(to: start)
    }

    /// Whether what follows a word makes it a variable.
    private var isOperand: Bool { [",", ".", "=", ":=", "+=", "->", "["].contains(sign() ?? "") }

    private mutating func back(to start: Int) -> ForeignLine.Kind? {
        place = start
        return nil
    }

    private mutating func conditional(_ word: String) -> ForeignLine.Kind? {
        let condition = expression()
        return .keyword(word, condition.map { [$0] } ?? [], body: body())
    }

    private mutating func unread(_ word: String) -> ForeignLine.Kind {
        let what = name().map { [ForeignExpression.name($0)] } ?? []
        if word == "def" || word == "from" { marks.insert(.indented) }
        if word == "func" || word == "package" { marks.insert(.short) }
        _ = tokens(until: [])
        return .keyword(word, what, body: [])
    }

    /// `int main(void) {`
    private mutating func mainFunction(_ word: String) -> Bool {
        guard ForeignLine.types.contains(word), name() == "main", sign(1) == "(" else { return false }
        marks.insert(.typed)
        _ = tokens(until: [])
        return true
    }

    /// What is repeated: a name and the values that it takes, or a condition.
    private mutating func round() -> [ForeignExpression]? {
        let isBracketed = sign() == "("
        if isBracketed { place += 1 }
        var head = ForeignParser(tokens(until: isBracketed ? [")"] : [":", "{"]))
        if isBracketed { _ = take(")") }
        let parts = head.parts()
        marks.formUnion(head.marks)
        return parts
    }

    /// The parts of a `for` without its brackets.
    private mutating func parts() -> [ForeignExpression]? {
        let first = tokens(until: [";"])
        if take(";") {
            var condition = ForeignParser(tokens(until: [";"]))
            return condition.expression().map { [$0] }
        }
        var parser = ForeignParser(first)
        while parser.takeName(ForeignLine.declarators) != nil { marks.insert(.script) }
        var name: ForeignExpression?
        while let next = parser.name(), !["in", "of", "range"].contains(next) {
            name = .name(next)
            parser.place += 1
            _ = parser.take(",")
        }
        guard parser.takeName(["in", "of"]) != nil || parser.take(":="), let name else {
            parser.place = 0
            return parser.expression().map { [$0] }
        }
        _ = parser.takeName(["range"])
        if parser.sign() == "(" { parser.place -= parser.name(-1) == "range" ? 1 : 0 }
        return parser.expression().map { [name, $0] }
    }

    /// `with socket.socket() as s:`
    private mutating func with() -> ForeignLine.Kind? {
        marks.insert(.indented)
        guard let value = expression() else { return nil }
        var words = [value]
        if takeName(["as"]) != nil, let name = expression() { words.append(name) }
        _ = tokens(until: [":"])
        return .keyword("with", words, body: body())
    }

    /// What follows a colon, a brace or `then` on the same line.
    private mutating func body() -> [ForeignLine] {
        if take(":") { marks.insert(.indented) } else if takeName(["then", "do"]) == nil { _ = take("{") }
        guard !isAtEnd, sign() != ";" else { return [] }
        let own = marks
        defer { marks = own }
        room -= 1
        defer { room += 1 }
        return lines() ?? []
    }
}
