import Journal
import Language
import Shell

/// What alias is asked for: `NAME "STATEMENT"`, `NAME=STATEMENT`, a name alone, nothing.
struct AliasDefinition: ParameterType {
    enum Parsed: Sendable {
        case all
        case shown(String, Alias)
        case made(name: String, text: String, at: Span)
    }

    let about = "the new command's name, and in quotes what it is short for"
    let isOptional = true
    let takesMore = true

    func hint(_ context: Context) -> String { "[NAME] [STATEMENT]" }

    func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        context.position == 0 ? AliasName().complete(prefix, context) : []
    }

    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        guard !words.isEmpty else { return .all }
        var (name, span) = try words.takeText("NAME", wanted: "a name")
        var text: (text: String, span: Span)?
        if let equals = name.firstIndex(of: "=") {
            let rest = String(name[name.index(after: equals)...])
            let start = span.start + name[..<equals].utf8.count
            name = String(name[..<equals])
            text = rest.isEmpty ? nil : (rest, Span(min(start + 1, span.end), span.end))
            span = Span(span.start, min(start, span.end))
        } else if let next = words.next, !next.isQuoted, next.text == "=" {
            _ = words.take()
        }
        if text == nil, !words.isEmpty { text = try words.takeText("STATEMENT", wanted: "a statement") }
        guard let text else { return try .shown(name, AliasName.alias(name, at: span, context)) }
        try refuseMore(name, text.text, words)
        guard name.isName, context.session.registry[name] == nil else {
            let advice = "letters, digits and _; no command's name"
            throw Failure(.unsuitable(word: name, wanted: "a free name", advice: [advice]), at: span)
        }
        return .made(name: name, text: text.text, at: text.span)
    }

    /// A statement of several words that is not in quotes.
    private func refuseMore(_ name: String, _ first: String, _ words: Words) throws(Failure) {
        var words = words
        var all = [first]
        let span = words.next?.span
        while let word = words.take() { all.append(Quoting.word(word.shown)) }
        guard let span else { return }
        let meant = "alias \(name) \(Quoting.quote(all.joined(separator: " ").utf8))"
        throw Failure(
            .other(
                .wrongArguments,
                message: "the statement has several words",
                advice: ["put them in quotes: \(meant)"]
            ),
            at: span
        )
    }
}

/// An alias by its name.
struct AliasName: ParameterType {
    let about = "an alias"

    func hint(_ context: Context) -> String { "NAME" }

    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> (name: String, alias: Alias) {
        let (name, span) = try words.takeText("NAME", wanted: "a name")
        return (name, try Self.alias(name, at: span, context))
    }

    func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        context.session.aliases.map { Candidate($0.key, $0.value.text) }
    }

    /// The alias of a name.
    static func alias(_ name: String, at span: Span, _ context: Context) throws(Failure) -> Alias {
        if let alias = context.session.aliases[name] { return alias }
        let near = Suggestion.nearest(to: name, among: context.session.aliases.keys)
        let advice = context.session.registry[name] == nil ? [] : ["it is a command; help \(name) tells about it"]
        throw Failure(.unsuitable(word: name, wanted: "an alias", near: near, advice: advice), at: span)
    }
}
