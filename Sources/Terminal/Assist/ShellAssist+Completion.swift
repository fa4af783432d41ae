import Journal
import Language
import Shell

extension ShellAssist {
    /// What could stand at the cursor.
    func completions(_ text: String, _ cursor: Int) -> Completions {
        let analysis = LineAnalysis(text, cursor: cursor)
        let current = analysis.current
        guard !current.isQuoted else { return .none }
        if current.text.hasPrefix("$") { return variables(current) }
        if analysis.isAtCommand { return commands(current) }
        if analysis.call.first?.text == "catch" || analysis.before.last?.text == "catch" { return classes(current) }
        guard let (command, context) = command(of: analysis) else { return .none }
        if current.text.hasPrefix("-") { return offer(command.flags.map(flagCandidate), for: current) }
        let place = ParameterPlace(command, analysis.call.dropFirst(), context)
        guard let parameter = place.parameter else { return .none }
        return parameters(parameter, current, context.at(place.position))
    }

    private func parameters(_ parameter: any AnyParameter, _ current: LineAnalysis.Word, _ context: Context)
        -> Completions
    {
        offer(parameter.complete(current.text, context).map { .init($0.text, about: $0.about) }, for: current)
    }

    private func commands(_ current: LineAnalysis.Word) -> Completions {
        let (receiver, typed) = current.text.receiverAndCommand
        let start = current.range.lowerBound + (receiver.map { $0.utf8.count + 1 } ?? 0)
        var candidates = session.registry.commands.filter { receiver == nil || $0.actsOnSocket }
            .map { Completions.Candidate($0.name, about: $0.summary) }
        if receiver == nil {
            candidates += session.sockets.all.map { .init($0.name, about: $0.summary, suffix: ".") }
            candidates += Self.keywords.map { .init($0.name, about: $0.about) }
        }
        let matching = candidates.filter { $0.text.hasPrefix(typed) }.sorted { $0.text < $1.text }
        return Completions(replacing: start..<current.range.upperBound, with: matching)
    }

    private static let keywords: [(name: String, about: String)] = [
        ("try", "try { … } catch CLASS { … }"), ("if", "if … { … } else { … }"), ("while", "while … { … }"),
        ("repeat", "repeat N { … }"), ("for", "for NAME in … { … }"), ("break", "leave a loop"),
        ("continue", "begin a loop's next round"),
    ]

    private func variables(_ current: LineAnalysis.Word) -> Completions {
        var candidates = session.variables.keys.map { Completions.Candidate("$" + $0) }
        candidates += session.sockets.all.map { .init("$" + $0.name, about: $0.summary) }
        candidates += [.init("$reply", about: "the last reply"), .init("$error", about: "the last error")]
        return offer(candidates, for: current)
    }

    private func classes(_ current: LineAnalysis.Word) -> Completions {
        offer(Failure.classNames.map { .init($0) }, for: current)
    }

    private func flagCandidate(_ flag: any AnyFlag) -> Completions.Candidate {
        .init("-" + flag.name, about: flag.about)
    }

    private func offer(_ candidates: [Completions.Candidate], for current: LineAnalysis.Word) -> Completions {
        let matching = candidates.filter { $0.text.lowercased().hasPrefix(current.text.lowercased()) }
        return Completions(replacing: current.range, with: matching.sorted { $0.text < $1.text })
    }
}
