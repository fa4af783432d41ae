extension ForeignLine {
    /// Words that begin a declaration, or a type in a cast.
    static let types: Set<String> = [
        "int", "char", "void", "struct", "const", "unsigned", "signed", "long", "short", "float", "double", "bool",
        "static", "extern", "socklen_t", "ssize_t", "size_t", "fd_set", "in_addr_t", "in_port_t", "uint8_t",
        "uint16_t", "uint32_t", "uint64_t", "int32_t", "auto", "final",
    ]

    /// What other languages begin a declaration with, without a type.
    static let declarators: Set<String> = ["const", "let", "var", "mut", "my"]

    /// The statements of a line in another language; nil if it is none that can be read.
    public static func all(in line: some Sequence<UInt8>) -> [ForeignLine]? {
        guard let tokens = ForeignLexer.tokens(of: line), !tokens.isEmpty else { return nil }
        var parser = ForeignParser(tokens)
        return parser.lines()
    }
}

extension ForeignParser {
    /// Statements up to the end, or up to the brace that closes a block.
    mutating func lines() -> [ForeignLine]? {
        var lines: [ForeignLine] = []
        while !isAtEnd, sign() != "}" || lines.isEmpty {
            guard room > 0, let line = line() else { return nil }
            lines.append(line)
            while take(";") {}
        }
        _ = take("}")
        return lines
    }

    private mutating func line() -> ForeignLine? {
        marks = []
        while sign() == "}" || sign() == ")" || sign() == "]" { place += 1 }
        guard !isAtEnd, sign() != ";" else { return ForeignLine(kind: .keyword("}", [], body: []), marks: marks) }
        guard let kind = keyword() ?? declaration() ?? assignment() else { return nil }
        guard isAtEnd || sign() == ";" || sign() == "}" || kind.hasBody else { return nil }
        if sign() == ";" { marks.insert(.semicolon) }
        return ForeignLine(kind: kind, marks: marks)
    }

    /// `char buf[1024];`, `struct sockaddr_in addr = {0};`
    private mutating func declaration() -> ForeignLine.Kind? {
        let start = place
        guard let first = name(), ForeignLine.types.contains(first) || declaresWithClass else { return nil }
        guard !ForeignLine.declarators.contains(first) || ForeignLine.types.contains(name(1) ?? "") else { return nil }
        marks.insert(ForeignLine.types.contains(first) ? .typed : .classed)
        var type: [String] = []
        while let word = name() {
            type.append(word)
            place += 1
            while take("*") {}
        }
        let name = type.removeLast()
        var size: ForeignExpression?
        while take("[") {
            size = expression()
            guard take("]") else { break }
        }
        guard !type.isEmpty else {
            place = start
            return nil
        }
        if take("=") {
            guard let value = list() else { return nil }
            return .value(targets: [.name(name)], operation: nil, value)
        }
        _ = tokens(until: [";"])
        return .declaration(type: type.joined(separator: " ") + (size == nil ? "" : "[]"), name: name)
    }

    /// `Socket s = …`, with a class as its type.
    private var declaresWithClass: Bool { name() != nil && name(1) != nil && sign(2) == "=" && !isDeclared }

    private var isDeclared: Bool { name().map(ForeignLine.declarators.contains) ?? false }

    /// `a, b = f()`, `x += 1`, `const {host} = f()`, or just a call.
    private mutating func assignment() -> ForeignLine.Kind? {
        while isDeclared, token(1) != nil {
            marks.insert(.script)
            place += 1
        }
        guard let left = list() else { return nil }
        // A type after the name, as in TypeScript, Swift and Rust.
        if sign() == ":", name(1) != nil, sign(2) == "=" { place += 2 }
        guard let sign = sign(), ["=", ":=", "+=", "-=", "*=", "/=", "|="].contains(sign) else {
            return .value(targets: [], operation: nil, left)
        }
        place += 1
        if sign == ":=" { marks.insert(.short) }
        guard let right = list() else { return nil }
        if case .group(let targets) = left, targets.count > 1 { marks.insert(.unpacked) }
        let targets: [ForeignExpression] = if case .group(let targets) = left { targets } else { [left] }
        return .value(
            targets: targets,
            operation: sign.count == 2 && sign != ":=" ? String(sign.first ?? "+") : nil,
            right
        )
    }

    /// An expression, or several with commas between them.
    mutating func list() -> ForeignExpression? {
        guard let first = expression() else { return nil }
        guard sign() == "," else { return first }
        var values = [first]
        while take(",") {
            guard let next = expression() else { break }
            values.append(next)
        }
        return .group(values)
    }
}

extension ForeignLine.Kind {
    fileprivate var hasBody: Bool { if case .keyword = self { true } else { false } }
}
