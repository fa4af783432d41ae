import Journal
import Language
import LineEditing
import Shell

extension ShellAssist {
    /// What could be at the cursor.
    func completions(_ text: String, _ cursor: Int) -> Completions {
        let current = CursorWord(text, cursor: cursor)
        if current.isInComment { return .none }
        if current.text.hasPrefix("$") { return variables(current) }
        switch current.kind {
        case .statement where current.isAtCommand: return commands(current, StatementForm.starters)
        case .callOrValue where current.isAtCommand: return commands(current, [])
        case .word(let words):
            let form = current.place.form.joined(separator: " ")
            return offer(words.map { Candidate($0, Self.form(of: $0) ?? form) }, for: current)
        case .errorClass: return offer(Candidate.errorClasses, for: current)
        case .operation:
            // None is ever quoted, though an argument that looks like it would be.
            let operators = Operator.allCases.map(\.rawValue).filter { $0.hasPrefix(current.text) }
            return Completions(replacing: current.range, with: operators.map { .init($0) })
        case .value: return variables(current)
        case .argument: return arguments(current)
        case .statement, .callOrValue, .name, .nothing: return .none
        }
    }

    private func arguments(_ current: CursorWord) -> Completions {
        guard let call = current.place.call, let (command, context) = command(of: call) else { return .none }
        let place = ParameterPlace(command, call.arguments, context)
        let unused = Self.unused(command.flags, call.arguments)
        let flags = place.isFlagValue ? [] : unused.map { Candidate("-" + $0.name, $0.about) }
        if current.text.hasPrefix("-"), !flags.isEmpty { return offer(flags, for: current) }
        let candidates = place.parameter?.complete(Self.unquoted(current), place.context) ?? []
        guard current.text.isEmpty, !current.isQuoted else { return offer(candidates, for: current) }
        // A flag is never inserted for a - that was not typed.
        if candidates.isEmpty { return Completions(wanted: Self.wanted(place, unused)) }
        return offer(candidates, and: flags, for: current)
    }

    /// The parameter and the flags that could be typed next, each with its description.
    private static func wanted(_ place: ParameterPlace, _ flags: [any AnyFlag]) -> [Completions.Candidate] {
        let parameter = place.parameter.map { parameter in
            let words = parameter.hint(place.context).split(separator: " ")
            let rest = place.isFlagValue ? words[...] : words.dropFirst(place.context.position)
            return Completions.Candidate(
                (rest.isEmpty ? words[...] : rest).joined(separator: " "),
                about: parameter.about
            )
        }
        let others = place.isFlagValue ? [] : flags.map { Completions.Candidate($0.hint(place.plain), about: $0.about) }
        return [parameter].compactMap(\.self) + others
    }

    /// The flags not yet typed.
    static func unused(_ flags: [any AnyFlag], _ arguments: [ArgumentSyntax]) -> [any AnyFlag] {
        flags.filter { flag in !arguments.contains { $0.word == "-" + flag.name } }
    }

    private func commands(_ current: CursorWord, _ keywords: [String]) -> Completions {
        let (receiver, typed) = current.text.receiverAndCommand
        let start = current.range.lowerBound + (receiver.map { $0.utf8.count + 1 } ?? 0)
        var candidates = session.registry.commands.filter { receiver == nil || $0.actsOnSocket }
            .map { Completions.Candidate($0.name, about: $0.summary) }
        if receiver == nil {
            candidates += session.sockets.all.map { .init($0.name, about: $0.summary, suffix: ".") }
            candidates += session.aliases.map { .init($0.key, about: $0.value.text) }
            candidates += keywords.map { .init($0, about: Self.form(of: $0) ?? "") }
        }
        let matching = candidates.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
        return Completions(replacing: start..<current.range.upperBound, with: matching.sorted { $0.text < $1.text })
    }

    /// The form of a keyword, as help shows it.
    private static func form(of keyword: String) -> String? {
        StatementForm.keywords.first { $0.name == keyword }?.form
    }

    private func variables(_ current: CursorWord) -> Completions {
        if let fields = session.fields(of: current.text) { return offer(fields, for: current) }
        var candidates = session.variables.map {
            Candidate("$" + $0.key, String(Quoting.oneLine($0.value.description).prefix(40)))
        }
        candidates += session.sockets.all.map { Candidate("$" + $0.name, $0.summary) }
        candidates += [Candidate("$reply", "the last reply"), Candidate("$error", "the last error")]
        return offer(candidates, for: current)
    }

    /// The candidates that continue what is typed, each as it must be written, and others after them.
    private func offer(
        _ candidates: [Candidate],
        and others: [Candidate] = [],
        for current: CursorWord
    ) -> Completions {
        let unquoted = Self.unquoted(current)
        let typed = unquoted.lowercased()
        let matching =
            candidates.filter { candidate in
                // In quotes, @ is an ordinary character.
                candidate.text.lowercased().hasPrefix(typed) && !(current.isQuoted && candidate.isFile)
            }.sorted { $0.text < $1.text } + others
        // What all share up to the last of several parts need not be listed with each.
        let head = unquoted.lastIndex { "|,%/".contains($0) }.map { String(unquoted[...$0]) } ?? ""
        let isShort = !head.isEmpty && matching.allSatisfy { $0.text.hasPrefix(head) }
        let written = matching.map { candidate in
            let label = isShort ? String(candidate.text.dropFirst(head.count)) : nil
            return Self.written(candidate, isQuoted: current.isQuoted, label: label)
        }
        guard isShort, current.text.hasPrefix(head), written.allSatisfy({ $0.text.hasPrefix(head) }) else {
            return Completions(replacing: current.range, with: written)
        }
        let start = current.range.lowerBound + head.utf8.count
        return Completions(
            replacing: start..<current.range.upperBound,
            with: written.map { .init(String($0.text.dropFirst(head.count)), about: $0.about, suffix: $0.suffix) }
        )
    }

    /// The word without the quote before it, or after its `@`.
    private static func unquoted(_ word: CursorWord) -> String {
        if word.isQuoted { return String(word.text.dropFirst()) }
        return word.isQuotedFile ? "@" + word.text.dropFirst(2) : word.text
    }

    /// A candidate, in quotes if it needs them; they stay open if the word goes on.
    private static func written(_ candidate: Candidate, isQuoted: Bool, label: String?) -> Completions.Candidate {
        var text = candidate.text
        if isQuoted {
            text = Quoting.quote(text.utf8)
        } else if candidate.isFile {
            text = Quoting.file(Array(text.utf8.dropFirst()))
        } else if !candidate.isVariable {
            text = Quoting.word(text)
        }
        if candidate.goesOn, text.hasSuffix("\"") { text.removeLast() }
        return .init(text, about: candidate.about, suffix: candidate.goesOn ? "" : " ", label: label)
    }
}

extension Candidate {
    /// Whether it is a variable, which quotes would turn into text.
    fileprivate var isVariable: Bool { text.hasPrefix("$") }

    /// Whether it is a file whose content is meant.
    fileprivate var isFile: Bool { text.hasPrefix("@") }
}
