import Journal
import Language

/// What was meant by a call whose words do not fit its command: the first of several readings that can be typed.
struct Slip {
    /// What is wrong.
    struct Found {
        let why: String
        let line: String
    }

    private let call: CallSyntax
    private let failure: Failure
    private let names: Names
    private let command: Command?
    /// What comes before the arguments, `t = ` for instance.
    private let target: String
    /// The arguments as typed.
    private let words: [String]
    private let arguments: String
    private let typed: Typed

    init(_ call: CallSyntax, _ failure: Failure, _ names: Names, _ source: Source, _ typed: Typed) {
        self.typed = typed
        (self.call, self.failure, self.names) = (call, failure, names)
        command = names.session.registry[call.command.text]
        target = call.target.map { $0.text + " = " } ?? ""
        words = call.arguments.map { source.text(of: $0.span) }
        let ends = call.arguments.map(\.span)
        arguments = ends.isEmpty ? "" : source.text(of: ends[0].union(ends[ends.count - 1]))
    }

    /// The reading that can be typed; nil if there is none.
    var found: Found? {
        guard let command, words.count <= 8 else { return nil }
        let readings = [sockets, retold, hosts, dollars, joined, levels, near, negated, dropped, ordered, completed]
        for reading in readings {
            for found in reading(command) where LineCheck.passes(found.line, names) { return found }
        }
        return nil
    }

    private func line(_ words: [String], receiver: String? = nil) -> String {
        let receiver = (receiver ?? call.receiver?.text).map { $0 + "." } ?? ""
        return ([target + receiver + call.command.text] + words).joined(separator: " ")
    }

    /// The name of the socket that a word is, with or without a dollar or a comma.
    private func socket(_ word: String) -> String? {
        let name = word.filter { $0 != "$" && $0 != "," }
        return names.socket(name) == nil ? nil : name
    }
}

extension Slip {
    /// `close s c`, `bind s 127.0.0.1 80`: the socket comes first, and each has a call of its own.
    private func sockets(_ command: Command) -> [Found] {
        if command.name == "close", words == ["all"] || words == ["*"], names.session.sockets.count > 0 {
            let lines = names.session.sockets.names.prefix(8).map { $0 + ".close" }
            return [Found(why: "each socket has a call of its own", line: lines.joined(separator: "; "))]
        }
        guard command.actsOnSocket, let first = words.first, let receiver = socket(first) else { return [] }
        let all = ([call.receiver?.text].compactMap { $0 } + words.compactMap(socket)).reduce(into: [String]()) {
            all,
            name in
            if !all.contains(name) { all.append(name) }
        }
        if all.count > 1, words.allSatisfy({ socket($0) != nil }), target.isEmpty {
            let lines = all.map { "\($0).\(command.name)" }
            return [Found(why: "each socket has a call of its own", line: lines.joined(separator: "; "))]
        }
        return [Found(why: "the socket comes first", line: line(Array(words.dropFirst()), receiver: receiver))]
    }

    /// Arguments as another language writes them, all together or one by one.
    private func retold(_ command: Command) -> [Found] {
        let why = "spaces separate the words, without commas and parentheses"
        let kinds = ArgumentKind.all(of: command, receiver: call.receiver.flatMap { names.socket($0.text) }, names)
        var found: [Found] = []
        if let whole = ForeignExpression(arguments.utf8), let told = tell([whole], kinds) {
            found.append(Found(why: why, line: told))
        }
        let single = words.map { word in
            let bare = word.hasSuffix(",") ? String(word.dropLast()) : word
            return Self.isPlain(bare) ? nil : ForeignExpression(bare.utf8)
        }
        var translator = Translator(names)
        var told: [String] = []
        for (index, word) in words.enumerated() {
            let bare = word.hasSuffix(",") ? String(word.dropLast()) : word
            let kind = kinds.indices.contains(index) ? kinds[index] : .any
            if let expression = single[index], let words = try? translator.words(expression, kind) {
                told += words
            } else {
                told.append(bare)
            }
        }
        if told != words, translator.lines.isEmpty { found.append(Found(why: why, line: line(told))) }
        return found
    }

    private func tell(_ expressions: [ForeignExpression], _ kinds: [ArgumentKind]) -> String? {
        var translator = Translator(names)
        var told: [String] = []
        let flat = expressions.flatMap { if case .group(let values) = $0 { values } else { [$0] } }
        guard flat.count > 1 || flat != expressions else { return nil }
        for expression in flat {
            let kind = kinds.indices.contains(told.count) ? kinds[told.count] : .any
            guard let words = try? translator.words(expression, kind) else { return nil }
            told += words
        }
        guard translator.missing.isEmpty else { return nil }
        return (translator.lines + [line(told)]).joined(separator: "; ")
    }

    /// Whether a word is one of this language: a name, a number, an address, quoted text, a variable.
    private static func isPlain(_ word: String) -> Bool {
        if ForeignConstant.word(word, as: .any) != nil || ForeignConstant.isNothing(word) { return false }
        return !word.contains("(") && !word.contains("[") || word.hasPrefix("\"") || word.hasPrefix("'")
    }

    /// `127.0.0.1:80`, a URL, a network.
    private func hosts(_ command: Command) -> [Found] {
        words.indices.flatMap { index -> [Found] in
            let text = words[index].filter { $0 != "\"" && $0 != "'" }
            if words.count == 1, UInt16(text) != nil {
                return [Found(why: "a port comes after its host", line: line(["127.0.0.1", text]))]
            }
            guard let reading = HostText.reading(text) else { return [] }
            let (before, after) = (Array(words[..<index]), Array(words[(index + 1)...]))
            let everywhere = command.name == "bind" && reading.isNetwork && !text.hasPrefix("127.")
            let host = everywhere ? ["0.0.0.0"] : reading.words.map(Quoting.word)
            // A call that takes a host alone, one that wants a port as well, and one that has it already.
            return [host, Array(host.prefix(1)), host + ["80"]].map { words in
                Found(why: reading.problem, line: line(before + words + after))
            }
        }
    }

    /// The name of a variable without its dollar.
    private func dollars(_ command: Command) -> [Found] {
        let named = words.map { names.isValue($0) ? "$" + $0 : $0 }
        return named == words ? [] : [Found(why: "a variable has a dollar before it", line: line(named))]
    }

    /// Text of several words, and variables in it, as one argument.
    private func joined(_ command: Command) -> [Found] {
        let kinds = ArgumentKind.all(of: command, receiver: call.receiver.flatMap { names.socket($0.text) }, names)
        let address = kinds.dropFirst().count { $0 == .host || $0 == .port }
        guard kinds.first == .data, words.count - address > 1 else { return [] }
        var pieces = [""]
        for (index, word) in words.dropLast(address).enumerated() {
            let space = index == 0 ? "" : " "
            if word.hasPrefix("$") {
                pieces[pieces.count - 1] += space
                pieces += [word, ""]
            } else {
                pieces[pieces.count - 1] += space + word.filter { $0 != "\"" && $0 != "'" }
            }
        }
        let text = pieces.filter { !$0.isEmpty }.map { $0.hasPrefix("$") ? $0 : "\"\($0)\"" }.joined()
        let why = "text of several words is one argument, in quotes, and a variable follows without a space"
        let isPlain = !words.contains { $0.hasPrefix("$") }
        return [
            Found(
                why: isPlain ? "text of several words is in quotes" : why,
                line: line([text] + words.suffix(address))
            )
        ]
    }

    /// An option after another option's level: it needs none.
    private func levels(_ command: Command) -> [Found] {
        guard case .unsuitable(_, _, _, let advice) = failure.reason, words.count > 1, let why = advice.first,
            why.contains(" belongs to ")
        else { return [] }
        return [Found(why: why, line: line(Array(words.dropFirst())))]
    }

    /// The word that is nearest to the one that is not known.
    private func near(_ command: Command) -> [Found] {
        guard let span = failure.span, let near = failure.near.first else { return [] }
        return [Found(why: "did you mean \(near) ?", line: typed.replacing(span, with: near))]
    }

    /// A word that is typed with a dash and is no flag.
    private func negated(_ command: Command) -> [Found] {
        guard case .unknownFlag(let flag, _) = failure.reason else { return [] }
        let plain = words.map { $0 == flag ? String($0.drop { $0 == "-" }) : $0 }
        return plain == words ? [] : [Found(why: "it is no flag, and has no dash", line: line(plain))]
    }

    /// A zero for no flags, or for the default protocol, at the end, as C wants it.
    private func dropped(_ command: Command) -> [Found] {
        guard case .extraArgument = failure.reason, let last = words.last, words.count > 1 else { return [] }
        let why = last == "0" ? "no flags need no 0" : "\(last) is too much"
        return [Found(why: why, line: line(words.dropLast()))]
    }

    /// A word for each argument that is missing.
    private func completed(_ command: Command) -> [Found] {
        guard case .missingArgument = failure.reason else { return [] }
        let receiver = call.receiver.flatMap { names.socket($0.text) } ?? names.current
        let context = Context(session: names.session, scope: names.scope, socket: receiver, confinement: nil)
        let required = command.parameters.filter { !$0.isOptional }.flatMap { ArgumentKind.all(hint: $0.hint(context)) }
        let more = required.dropFirst(words.count).map(\.sample)
        guard !more.isEmpty, !more.contains(nil) else { return [] }
        return [Found(why: "for instance", line: line(words + more.compactMap { $0 }))]
    }

    /// The same words in another order: the one in which most of them are what their place asks for.
    private func ordered(_ command: Command) -> [Found] {
        guard (2...4).contains(words.count) else { return [] }
        switch failure.reason {
        case .unsuitable, .missingArgument: break
        default: return []
        }
        let kinds = ArgumentKind.all(of: command, receiver: call.receiver.flatMap { names.socket($0.text) }, names)
        let orders = Self.permutations(words).filter { $0 != words }
        func fit(_ words: [String]) -> Int { zip(words, kinds).count { $1.suits($0) } }
        let own = fit(words)
        return orders.map { ($0, fit($0)) }.filter { $0.1 >= max(own, 1) }.sorted { $0.1 > $1.1 }
            .map { Found(why: "in this order", line: line($0.0)) }
    }

    private static func permutations(_ words: [String]) -> [[String]] {
        guard words.count > 1 else { return [words] }
        return words.indices.flatMap { index -> [[String]] in
            var rest = words
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }
}

extension Failure {
    /// The names that may be meant.
    fileprivate var near: [String] {
        switch reason {
        case .unsuitable(_, _, let near, _), .unknownFlag(_, let near), .unknownSocket(_, let near): near
        case .unknownVariable(_, let near): near.map { "$" + $0 }
        default: []
        }
    }
}
