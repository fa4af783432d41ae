/// Reads the tokens of a line of another language. It forgives what a learner leaves out at the end of a line, and
/// skips what has no meaning here: casts, types, `await`, `new`.
struct ForeignParser {
    private let tokens: [ForeignToken]
    var place = 0
    var marks: Set<ForeignLine.Mark> = []
    /// How many more expressions inside one another are read: input must not choose how deep.
    var room = 24
    /// How many operators, members and indices one expression may have, each of which makes it deeper.
    private static let longest = 40

    init(_ tokens: [ForeignToken]) { self.tokens = tokens }

    /// The token some places ahead; nil past the end.
    func token(_ ahead: Int = 0) -> ForeignToken? {
        tokens.indices.contains(place + ahead) ? tokens[place + ahead] : nil
    }

    var isAtEnd: Bool { place >= tokens.count }

    /// The identifier here.
    func name(_ ahead: Int = 0) -> String? { if case .name(let name)? = token(ahead) { name } else { nil } }

    /// The operator or bracket here.
    func sign(_ ahead: Int = 0) -> String? { if case .sign(let sign)? = token(ahead) { sign } else { nil } }

    /// Takes a sign if it is here.
    mutating func take(_ wanted: String) -> Bool {
        guard sign() == wanted else { return false }
        place += 1
        return true
    }

    /// Takes a word if it is here.
    mutating func takeName(_ wanted: Set<String>) -> String? {
        guard let name = name(), wanted.contains(name) else { return nil }
        place += 1
        return name
    }

    /// Skips to the bracket that closes an open one, and past it.
    mutating func skipBlock() {
        var depth = 1
        while let token = token(), depth > 0 {
            place += 1
            if case .sign(let sign) = token {
                if "([{".contains(sign) { depth += 1 }
                if ")]}".contains(sign) { depth -= 1 }
            }
        }
    }

    /// The tokens up to one of some signs outside brackets, which stays.
    mutating func tokens(until ends: Set<String>) -> [ForeignToken] {
        let start = place
        var depth = 0
        while let token = token() {
            if case .sign(let sign) = token {
                if depth == 0, ends.contains(sign) { break }
                if "([{".contains(sign) { depth += 1 }
                if ")]}".contains(sign) { depth -= 1 }
            }
            place += 1
        }
        return Array(tokens[start..<place])
    }
}

extension ForeignParser {
    /// Binary operators, the weakest first.
    private static let levels: [[String: String]] = [
        ["||": "or", "or": "or"], ["&&": "and", "and": "and"],
        [
            "==": "==", "===": "==", "!=": "!=", "!==": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "is": "==",
            "in": "in",
        ],
        ["|": "|"], ["&": "&"], ["<<": "<<", ">>": ">>"], ["+": "+", "-": "-"], ["*": "*", "/": "/", "%": "%"],
    ]

    /// An expression; nil if there is none that can be read.
    mutating func expression(_ level: Int = 0) -> ForeignExpression? {
        guard room > 0 else { return nil }
        guard level < Self.levels.count else { return prefixed() }
        if level == 2, takeName(["not"]) != nil {
            room -= 1
            defer { room += 1 }
            return expression(2).map { .unary("!", $0) }
        }
        guard var left = expression(level + 1) else { return nil }
        var remaining = Self.longest
        while remaining > 0, let operation = (sign() ?? name()).flatMap({ Self.levels[level][$0] }) {
            if operation == "==" && sign() == "===" || operation == "!=" && sign() == "!==" { marks.insert(.script) }
            place += 1
            let isNegated = operation == "==" && takeName(["not"]) != nil
            guard let right = expression(level + 1) else { return nil }
            left = .binary(left, isNegated ? "!=" : operation, right)
            remaining -= 1
        }
        return left
    }

    private mutating func prefixed() -> ForeignExpression? {
        room -= 1
        defer { room += 1 }
        guard room > 0 else { return nil }
        if take("-") { return prefixed().map { .unary("-", $0) } }
        if take("!") { return prefixed().map { .unary("!", $0) } }
        if sign() == "&" || sign() == "*" || sign() == "**" {
            if sign() == "&" { marks.insert(.typed) }
            place += 1
            return prefixed()
        }
        if takeName(["new", "await", "async", "yield"]) != nil {
            marks.insert(.script)
            return prefixed()
        }
        if takeName(["sizeof"]) != nil {
            marks.insert(.typed)
            let inside = prefixed()
            return .call(.name("sizeof"), inside.map { [ForeignExpression.Argument($0)] } ?? [])
        }
        return skipsCast() ? prefixed() : primary().map { postfixed($0) }
    }

    /// Skips `(struct sockaddr *)` before an operand.
    private mutating func skipsCast() -> Bool {
        guard sign() == "(", let first = name(1), ForeignLine.types.contains(first) else { return false }
        var ahead = 1
        while name(ahead) != nil || sign(ahead) == "*" { ahead += 1 }
        guard sign(ahead) == ")", let next = token(ahead + 1) else { return false }
        if case .sign(let sign) = next, !"(&*{".contains(sign) { return false }
        place += ahead + 1
        marks.insert(.typed)
        return true
    }

    private mutating func primary() -> ForeignExpression? {
        switch token() {
        case .number(let number)?:
            place += 1
            return .number(number)
        case .text(let text)?:
            place += 1
            if text.isPrefixed { marks.insert(.indented) }
            return .text(text.pieces.map(part))
        case .name(let name)?: return named(name)
        case .sign("(")?: return bracketed(")")
        case .sign("[")?: return sign(1) == "]" && self.name(2) != nil ? sliceType() : bracketed("]")
        case .sign("{")?: return braced()
        default: return nil
        }
    }

    private func part(_ piece: ForeignText.Piece) -> ForeignExpression.Part {
        switch piece {
        case .bytes(let bytes): return .bytes(bytes)
        case .expression(let text):
            guard room > 2, let tokens = ForeignLexer.tokens(of: text.utf8) else { return .bytes(Array(text.utf8)) }
            var parser = ForeignParser(tokens)
            parser.room = room / 2
            return parser.expression().map { .value($0) } ?? .bytes(Array(text.utf8))
        }
    }

    private mutating func named(_ name: String) -> ForeignExpression? {
        place += 1
        if name == "lambda" {
            _ = tokens(until: [",", ")"])
            return .closure([])
        }
        if ["function", "func", "fn"].contains(name) {
            marks.insert(.script)
            _ = tokens(until: ["{"])
            if take("{") { skipBlock() }
            return .closure([])
        }
        if take("=>") { return arrow() }
        if ["True", "False", "None"].contains(name) || name == "socket" && sign() == "." { marks.insert(.indented) }
        // `struct sockaddr_in` inside sizeof: the last word names the type.
        if ForeignLine.types.contains(name), let last = self.name() { return named(last) }
        return .name(name)
    }

    /// The body of `x => …`.
    private mutating func arrow() -> ForeignExpression {
        marks.insert(.script)
        if take("{") { skipBlock() } else { _ = tokens(until: [",", ")"]) }
        return .closure([])
    }

    /// `[]byte(…)`
    private mutating func sliceType() -> ForeignExpression? {
        marks.insert(.short)
        place += 2
        return primary()
    }

    /// What is in parentheses or square brackets: one value, or a tuple or a list.
    private mutating func bracketed(_ end: String) -> ForeignExpression? {
        place += 1
        var (values, hasComma) = ([ForeignExpression](), false)
        while !isAtEnd, sign() != end {
            guard let value = expression() else { return nil }
            if take("=") || take(":=") {
                guard let right = expression() else { return nil }
                values.append(.assignment(value, right))
            } else {
                values.append(value)
            }
            if take(",") { hasComma = true } else if sign() != end, !isAtEnd { return nil }
        }
        _ = take(end)
        if take("=>") { return arrow() }
        return values.count == 1 && !hasComma && end == ")" ? values[0] : .group(values)
    }

    /// `{port: 80}`, `{0}`; anything else in braces is skipped.
    private mutating func braced() -> ForeignExpression {
        place += 1
        let start = place
        var (members, isLabelled) = ([ForeignExpression.Argument](), false)
        while !isAtEnd, sign() != "}" {
            _ = take(".")
            var label: String?
            if sign(1) == ":" || sign(1) == "=" {
                switch token() {
                case .name(let name)?: label = name
                case .text(let text)?:
                    if case .bytes(let bytes)? = text.pieces.first { label = String(decoding: bytes, as: UTF8.self) }
                default: break
                }
            }
            if label != nil { place += 2 }
            guard let value = expression(), take(",") || sign() == "}" || isAtEnd else {
                place = start
                skipBlock()
                return .closure([])
            }
            isLabelled = isLabelled || label != nil
            members.append(ForeignExpression.Argument(label: label, value))
        }
        _ = take("}")
        return isLabelled ? .closure(members) : .group(members.map(\.value))
    }

    /// An operand with what follows it: members, arguments, indices.
    private mutating func postfixed(_ operand: ForeignExpression) -> ForeignExpression {
        var value = operand
        for _ in 0..<Self.longest {
            if take("?") || sign() == "!" && sign(1) == "(" && take("!") { continue }
            if sign() == "++" || sign() == "--" {
                value = .binary(value, sign() == "++" ? "+" : "-", .number("1"))
                place += 1
                marks.insert(.semicolon)
            } else if let sign = sign(), [".", "->", "::"].contains(sign), let member = name(1) {
                if sign == "->" { marks.insert(.typed) }
                place += 2
                value = .member(value, member)
            } else if sign() == "(", let arguments = arguments() {
                value = .call(value, arguments)
            } else if sign() == "[", let index = index() {
                value = index.map { .index(value, $0) } ?? value
            } else {
                return value
            }
        }
        return value
    }

    /// The arguments of a call; nil if they cannot be read.
    private mutating func arguments() -> [ForeignExpression.Argument]? {
        place += 1
        var arguments: [ForeignExpression.Argument] = []
        while !isAtEnd, sign() != ")" {
            let label = sign(1) == "=" ? name() : nil
            if label != nil { place += 2 }
            guard let value = expression(), take(",") || sign() == ")" || isAtEnd else {
                _ = tokens(until: [",", ")"])
                arguments.append(ForeignExpression.Argument(label: label, .closure([])))
                guard take(",") || sign() == ")" || isAtEnd else { return nil }
                continue
            }
            arguments.append(ForeignExpression.Argument(label: label, value))
        }
        _ = take(")")
        return arguments
    }

    /// The index in brackets; for a slice only that it is there.
    private mutating func index() -> ForeignExpression?? {
        let start = place
        place += 1
        guard sign() != ":", let value = expression(), take("]") else {
            place = start + 1
            skipBlock()
            return .some(nil)
        }
        return value
    }
}
