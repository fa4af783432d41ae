import Journal
import Language

/// Blocks and other statements of other languages that begin with a keyword.
extension Translator {
    static let braces = "a block goes in braces, on one line or several"

    /// Writes a statement with a keyword.
    mutating func write(
        _ word: String,
        _ values: [ForeignExpression],
        _ body: [ForeignLine]
    ) throws(Untranslatable) {
        switch word {
        case "if" where values.first.map(asksForFailure) == true:
            try attempt(values.first, body)
        case "while", "if":
            try open("\(word) \(values.first.map { v throws(Untranslatable) in try condition(v) } ?? "1")", body)
        case "until", "unless":
            guard let value = values.first else { throw Untranslatable() }
            try open("\(word == "until" ? "while" : "if") \(condition(.unary("!", value)))", body)
        case "loop": try open("while 1", body)
        case "for": try repeatedly(values, body)
        case "with": try with(values, body)
        case "try", "do": try open(word == "try" ? "try" : "while 1", body)
        case "elif":
            note("else follows the brace that closes the block: if 1 { } else if 2 { }")
        case "else": note("else follows the brace that closes the block: if 1 { } else { }")
        case "except", "catch", "rescue":
            note("catch follows the brace that closes the block: try { } catch \(Self.errorClass(values.first)) { }")
        case "finally": note("there is no finally: what follows the block is run, once catch has dealt with the error")
        case "break", "continue": lines.append(word)
        case "del": lines.append("\(try socket(values.first ?? .number(""), for: registry["close"])).close")
        case "defer", "go", "exec":
            guard let value = values.first else { throw Untranslatable() }
            try state(value, target: nil)
            if word == "go", let last = lines.popLast() { lines.append(last + " &") }
        default: try say(word, values.first)
        }
    }

    /// What is said of a keyword that has no equivalent.
    private mutating func say(_ word: String, _ value: ForeignExpression?) throws(Untranslatable) {
        switch word {
        case "import", "from", "use", "using", "package", "module", "export":
            note("nothing has to be imported, every call is a command already: \(free("s")) = socket inet stream")
        case "def", "function", "func", "fn", "class", "public", "private":
            let isMain = value == .name("main")
            note(
                isMain
                    ? "there is no main: each line runs as soon as it is typed"
                    : "there are no functions; alias gives one statement a name: alias hello \"print hello\""
            )
        case "return": note("there is no function to return from; exit leaves the shell")
        case "pass": note("a block may be empty: { }")
        case "global": note("every name is known everywhere")
        case "raise", "throw", "assert": note("exit 1 leaves with an error; a call that fails says why by itself")
        case "}": break
        default: throw Untranslatable()
        }
    }

    /// The head of a block, with its body if that is on the same line.
    private mutating func open(_ head: String, _ body: [ForeignLine]) throws(Untranslatable) {
        note(Self.braces)
        guard !body.isEmpty else { return lines.append(head + " {") }
        var inner = self
        inner.lines = []
        try inner.write(body)
        notes = inner.notes
        missing = inner.missing
        lines.append("\(head) { \(inner.lines.joined(separator: "; ")) }")
    }

    private mutating func repeatedly(_ values: [ForeignExpression], _ body: [ForeignLine]) throws(Untranslatable) {
        guard let first = values.first else { return try open("while 1", body) }
        guard values.count == 2, let name = first.path?.last else {
            if case .binary(_, let sign, let limit) = first, sign == "<" || sign == "<=" {
                return try open("repeat \(word(limit, .any))", body)
            }
            return try open("while \(condition(first))", body)
        }
        noteGiven(name)
        if case .call(.name("range"), let arguments) = values[1], let end = arguments.last {
            let start =
                if arguments.count > 1, case .number(let text) = arguments[0].value { Int(text) ?? 0 } else { 0 }
            guard case .number(let text) = end.value, let count = Int(text), start < count, count - start <= 12 else {
                return try open("repeat \(word(end.value, .any))", body)
            }
            return try open("for \(name) in \((start..<count).map(String.init).joined(separator: " "))", body)
        }
        try open("for \(name) in \(words(values[1], .any).joined(separator: " "))", body)
    }

    /// `with socket.socket() as s:`
    private mutating func with(_ values: [ForeignExpression], _ body: [ForeignLine]) throws(Untranslatable) {
        guard values.count == 2, let name = values[1].path?.last else {
            return note("a socket stays open until it is closed: close, when you are done with it")
        }
        note("a socket stays open until it is closed; there is no with")
        try state(values[0], target: name)
        try write(body)
    }

    /// The class here for one of Python's or another language's; `error` is any.
    private static func errorClass(_ expression: ForeignExpression?) -> String {
        let classes: [ForeignExpression] =
            if case .group(let values)? = expression { values } else { expression.map { [$0] } ?? [] }
        let names = classes.compactMap { $0.path?.last }.map { name in
            switch name {
            case "KeyboardInterrupt": FailureClass.interrupted.rawValue
            case "TimeoutError", "SocketTimeoutException": FailureClass.timeout.rawValue
            case "UnknownHostException": FailureClass.gaierror.rawValue
            default: Failure.isClass(name) ? name : "error"
            }
        }
        return names.isEmpty ? "error" : names.joined(separator: " ")
    }
}

/// Conditions of other languages.
extension Translator {
    /// What follows `while` or `if` here.
    mutating func condition(_ expression: ForeignExpression) throws(Untranslatable) -> String {
        switch expression {
        case .name(let name) where ForeignConstant.word(name, as: .any) != nil:
            return ForeignConstant.word(name, as: .any) ?? ""
        case .number(let number): return number
        case .unary("!", let value): return try negated(value)
        case .assignment(let name, let value): return try assignment(name, value)
        case .binary(.assignment(let name, let value), _, _): return try assignment(name, value)
        case .binary(let left, "in", let right):
            return "\(try word(right, .any)) contains \(try word(left, .any))"
        case .call where phrase(for: expression, among: Tongue.values) == nil: return try statement(expression)
        default: break
        }
        guard case .binary(let left, let sign, let right) = expression else { return try word(expression, .any) }
        guard ["==", "!=", "<", ">", "<=", ">="].contains(sign) else { throw Untranslatable() }
        if case .name(let name) = right, ForeignConstant.isNothing(name) {
            return try word(left, .any) + " \(sign) \"\""
        }
        return "\(try word(left, .any)) \(sign) \(try word(right, .any))"
    }

    /// Whether a condition is how C or Go asks whether a call failed: `connect(…) < 0`, `err != nil`.
    private func asksForFailure(_ condition: ForeignExpression) -> Bool {
        guard case .binary(let left, let sign, let right) = condition else { return false }
        switch (left, right) {
        case (.name("err"), .name(let name)): return ForeignConstant.isNothing(name)
        case (.assignment(_, .call), .number("0")), (.assignment(_, .call), .unary("-", .number("1"))):
            return sign == "<" || sign == "=="
        case (.call, .number("0")), (.call, .unary("-", .number("1"))):
            return phrase(for: left, among: Tongue.values) == nil && sign != ">"
        default: return false
        }
    }

    /// A call that is asked whether it failed: here it fails by itself, and `catch` has what to do then.
    private mutating func attempt(_ condition: ForeignExpression?, _ body: [ForeignLine]) throws(Untranslatable) {
        guard case .binary(let left, _, _)? = condition else { throw Untranslatable() }
        let why = "a call that fails says why by itself, and catch has what to do then"
        guard left != .name("err") else { return note("\(why): try { } catch error { }") }
        note(why)
        let call = if case .assignment(_, let value) = left { value } else { left }
        try state(call, target: nil)
        guard !body.isEmpty, let statement = lines.popLast() else { return }
        var inner = self
        inner.lines = []
        try inner.write(body)
        notes = inner.notes.filter { !$0.hasPrefix("a call that fails says why by itself") || $0 == why }
        lines.append("try { \(statement) } catch error { \(inner.lines.joined(separator: "; ")) }")
    }

    private mutating func negated(_ value: ForeignExpression) throws(Untranslatable) -> String {
        let word = try word(value, .any)
        return word.hasSuffix(".count") ? "\(word) == 0" : "\(word) == \"\""
    }

    private mutating func assignment(
        _ name: ForeignExpression,
        _ value: ForeignExpression
    ) throws(Untranslatable) -> String {
        guard let name = name.path?.last else { throw Untranslatable() }
        return try statement(value, target: name)
    }

    /// A call as a condition: its only statement.
    private mutating func statement(_ call: ForeignExpression, target: String? = nil) throws(Untranslatable) -> String {
        let before = lines.count
        try state(call, target: target)
        guard lines.count > before, let line = lines.popLast() else { throw Untranslatable() }
        return line
    }
}
