import Language
import Sockets

/// Calls of other languages: phrases first, then what has the same name here.
extension Translator {
    /// Writes an expression as a statement.
    mutating func state(_ expression: ForeignExpression, target: String?) throws(Untranslatable) {
        if let phrase = phrase(for: expression, among: Tongue.statements) {
            return try write(phrase.phrase, phrase.captures, target)
        }
        if !isCommand(expression), let (phrase, captures) = phrase(for: expression, among: Tongue.values) {
            // `conn.recv(1024).decode()` is about the call inside.
            if phrase.here == "_any", let inner = captures["_any"]?.first, case .call = inner {
                return try state(inner, target: target)
            }
            if target == nil { return lines.append("print \(try word(expression, .any))") }
        }
        switch expression {
        case .call(let function, let arguments): try call(function, arguments, target)
        case .assignment(let name, let value):
            try state(value, target: name.path?.last)
        case .binary(let left, "+", .number("1")), .binary(let left, "-", .number("1")):
            guard let name = left.path?.last, case .binary(_, let sign, _) = expression else { throw Untranslatable() }
            give(name, "\(variable(name, .any)) \(sign) 1")
        case .index(let list, _): try state(list, target: target)
        case .binary(let left, _, _):
            // `connect(…) < 0`, as C asks whether a call failed.
            guard case .call = left else { throw Untranslatable() }
            note("a call that fails says why by itself")
            try state(left, target: target)
        default:
            let words = try words(expression, .any)
            guard !words.isEmpty else { throw Untranslatable() }
            lines.append("print \(words.joined(separator: " "))")
        }
    }

    /// Whether it calls a function that is a command here, such as `htons(80)`.
    private func isCommand(_ expression: ForeignExpression) -> Bool {
        if case .call(.name(let name), _) = expression { registry[name] != nil } else { false }
    }

    /// The first phrase that fits an expression.
    func phrase(
        for expression: ForeignExpression,
        among phrases: [Phrase]
    ) -> (phrase: Phrase, captures: Phrase.Captures)? {
        for phrase in phrases {
            if let captures = phrase.captures(in: expression) { return (phrase, captures) }
        }
        return nil
    }

    private mutating func write(
        _ phrase: Phrase,
        _ captures: Phrase.Captures,
        _ target: String?
    ) throws(Untranslatable) {
        note(phrase.note)
        guard !phrase.here.isEmpty else { return }
        // What is printed is shown anyway if it is a call's reply.
        if phrase.here == "print _values", let value = captures["_values"]?.first, captures["_values"]?.count == 1,
            case .call = value, self.phrase(for: value, among: Tongue.values) == nil
        {
            return try state(value, target: target)
        }
        let statements = try fill(phrase.here, captures, target)
        for (index, statement) in statements.enumerated() {
            let isLast = index == statements.count - 1
            let takesTarget = isLast && !phrase.here.contains("_it") && replies(statement)
            lines.append(takesTarget ? named(target, statement) : statement)
        }
        if let target, statements.last.map(replies) == true || phrase.here.contains("_it") { noteGiven(target) }
    }

    /// Whether a statement replies something that a name can take.
    private func replies(_ statement: String) -> Bool {
        let word = statement.prefix { $0 != " " }
        let command = word.split(separator: ".").last.map(String.init) ?? ""
        return registry[command].map { !$0.replies.isEmpty } ?? false
    }

    /// `NAME = STATEMENT`; a socket that has the name is closed first.
    private mutating func named(_ target: String?, _ statement: String) -> String {
        guard let target, statement != target else { return statement }
        if names.socket(target) != nil { lines.append("\(target).close") }
        return "\(target) = \(statement)"
    }

    /// The statements of a rendition, with what was found in place of its names.
    private mutating func fill(
        _ rendition: String,
        _ captures: Phrase.Captures,
        _ target: String?
    ) throws(Untranslatable) -> [String] {
        var text = rendition
        if text.contains("_it") {
            let name = target ?? free("k")
            if names.socket(name) != nil { lines.append("\(name).close") }
            text = text.replacing("_it", with: name)
            noteGiven(name)
        }
        // The longest first: a name may begin another.
        for (name, found) in captures.sorted(by: { $0.key.count > $1.key.count }) where text.contains(name) {
            text = text.replacing(name, with: try words(found, for: name, in: rendition).joined(separator: " "))
        }
        return text.split(separator: ";").map { String($0.drop { $0 == " " }) }.map { $0.trimmed }
    }

    private mutating func words(
        _ found: [ForeignExpression],
        for name: String,
        in rendition: String
    ) throws(Untranslatable) -> [String] {
        if name == "_socket" {
            let command = rendition.split(separator: ".").dropFirst().first?.prefix { $0 != " " && $0 != ";" }
            return [try socket(found[0], for: command.flatMap { registry[String($0)] })]
        }
        if name == "_values" { return try printed(found) }
        var words: [String] = []
        for expression in found { words += try self.words(expression, ArgumentKind(capture: name)) }
        return words
    }
}

extension Translator {
    /// A call that is no phrase: a method of a socket, or a function.
    private mutating func call(
        _ function: ForeignExpression,
        _ arguments: [ForeignExpression.Argument],
        _ target: String?
    ) throws(Untranslatable) {
        let given = Self.inOrder(arguments)
        guard let path = function.path, let name = path.last else { throw Untranslatable() }
        let command = command(name)
        if path.count > 1, let command, !Self.modules.contains(path[0]) || isKnown(path[0]) {
            guard command.actsOnSocket, case .member(let object, _) = function else { throw Untranslatable() }
            let receiver = try socket(object, for: command)
            return try write(command, receiver, given, target)
        }
        guard let command else { throw Untranslatable() }
        if let row = CallKind(name: name)?.row, row.parameters.first.map({ $0 == "sockfd" || $0 == "fd" }) == true,
            given.first.map({ $0.path?.count == 1 }) == true
        {
            return try write(command, row, given, target)
        }
        if let row = CallKind(name: name)?.row, given.count == row.parameters.count, !row.parameters.isEmpty {
            return try write(command, row, given, target)
        }
        try write(command, nil, given, target)
    }

    /// The values of arguments, those with a name in the order in which they are typed here.
    private static func inOrder(_ arguments: [ForeignExpression.Argument]) -> [ForeignExpression] {
        let order = ["family", "type", "proto"]
        let labelled = arguments.filter { $0.label != nil }.sorted { left, right in
            func place(_ argument: ForeignExpression.Argument) -> Int {
                argument.label.flatMap(order.firstIndex) ?? order.count
            }
            return place(left) < place(right)
        }
        return (arguments.filter { $0.label == nil } + labelled).map(\.value)
    }

    /// Modules whose functions have the same names here.
    private static let modules: Set<String> = [
        "socket", "sock", "net", "syscall", "unix", "os", "libc", "Socket", "std",
    ]

    /// The command of a name, in whatever case the other language writes it.
    private func command(_ name: String) -> Command? {
        registry[name] ?? registry[name.lowercased()] ?? registry[name.lowercased().filter { $0 != "_" }]
    }

    /// Writes a call with the arguments in the order of the command's own parameters.
    private mutating func write(
        _ command: Command,
        _ receiver: String?,
        _ arguments: [ForeignExpression],
        _ target: String?
    ) throws(Untranslatable) {
        let socket = receiver.flatMap(names.socket)
        let context = Context(session: names.session, scope: names.scope, socket: socket, confinement: nil)
        let kinds = command.parameters.flatMap { parameter in
            ArgumentKind.all(hint: parameter.hint(context)).map { ($0, parameter.isOptional) }
        }
        var words: [String] = []
        for argument in Self.flattened(arguments) {
            let kind = words.count < kinds.count ? kinds[words.count].0 : .any
            words += try self.words(argument, kind)
        }
        for (kind, isOptional) in kinds.dropFirst(words.count) where !isOptional {
            guard let sample = kind.sample else { break }
            words.append(sample)
        }
        finish(command, receiver, words, target)
    }

    /// Writes a call of C by the parameters of its function.
    private mutating func write(
        _ command: Command,
        _ row: CallRow,
        _ arguments: [ForeignExpression],
        _ target: String?
    ) throws(Untranslatable) {
        var (receiver, words) = (String?.none, [String]())
        for (parameter, argument) in zip(row.parameters, arguments)
        where !CParameter.isDefault(argument, for: parameter) {
            switch CParameter.role(of: parameter, in: row) {
            case .receiver: receiver = try socket(argument, for: command)
            case .address: words += address(argument)
            case .kept(.constant) where parameter == "optval": words.append(optionValue(argument))
            case .kept(let kind): words += try self.words(argument, kind)
            case .dropped: break
            }
        }
        if row.traits.contains(.receives), words.isEmpty { words = ["1024"] }
        finish(command, receiver, words, target)
    }

    /// The host and the port of C's structure, which the session has not seen.
    private mutating func address(_ argument: ForeignExpression) -> [String] {
        note("C's address structure is two words here, the host and the port")
        return [isKnown("host") ? "$host" : "127.0.0.1", isKnown("port") ? "$port" : "8080"]
    }

    /// The value of an option, which C takes from a variable.
    private func optionValue(_ argument: ForeignExpression) -> String {
        guard let name = argument.path?.last, names.variable(name) != nil else {
            if case .number(let number) = argument { return number }
            return "1"
        }
        return "$" + name
    }

    private mutating func finish(_ command: Command, _ receiver: String?, _ words: [String], _ target: String?) {
        let name = (receiver.map { $0 + "." } ?? "") + command.name
        let statement = ([name] + words).joined(separator: " ")
        lines.append(command.replies.isEmpty ? statement : named(target, statement))
        if let target { noteGiven(target) }
    }

    /// Arguments without the tuples around some of them.
    private static func flattened(_ arguments: [ForeignExpression]) -> [ForeignExpression] {
        arguments.flatMap { argument in
            if case .group(let values) = argument { flattened(values) } else { [argument] }
        }
    }
}
