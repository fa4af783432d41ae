import Language
import LineEditing
import Shell

extension ShellAssist {
    /// The rest of the signature behind the cursor, the current parameter marked; nil where there is nothing to say.
    func hint(_ text: String, _ cursor: Int) -> StyledText? {
        guard cursor == text.utf8.count else { return nil }
        let analysis = LineAnalysis(text, cursor: cursor)
        if !analysis.current.isClosed { return nil }
        if analysis.isAtCommand { return hint(forCommand: analysis.current.text) ?? hint(forBlock: analysis) }
        guard let (command, context) = command(of: analysis) else { return hint(forBlock: analysis) }
        let words = analysis.call.dropFirst()
        let isTyping = !analysis.current.text.isEmpty
        if isTyping, analysis.current.text.hasPrefix("-"), !ParameterPlace(command, words, context).isFlagValue {
            return hint(forFlag: analysis.current.text, Self.unused(command.flags, words))
        }
        // What is being typed is taken as typed: the hint shows what comes behind it.
        let place = ParameterPlace(command, isTyping ? words + [analysis.current] : words, context)
        return signature(from: place, of: command, words, isTyping: isTyping)
    }

    private func signature(
        from place: ParameterPlace,
        of command: Command,
        _ words: ArraySlice<LineAnalysis.Word>,
        isTyping: Bool
    ) -> StyledText? {
        var parts: [String] = []
        if let parameter = place.parameter {
            let all = parameter.hint(place.context).split(separator: " ").map(String.init)
            let rest = Array(all.dropFirst(place.isFlagValue ? 1 : place.context.position))
            parts += rest.isEmpty && parameter.takesMore ? Array(all.suffix(1)) : rest
            if !place.isFlagValue {
                parts += command.parameters.drop { $0.name != parameter.name }.dropFirst().map { $0.hint(place.plain) }
            }
        }
        let marksFirst = !isTyping && !parts.isEmpty
        if !isTyping, !place.isFlagValue {
            parts += Self.unused(command.flags, words).map { "[\($0.hint(place.plain))]" }
        }
        return Self.hint(parts, marksFirst: marksFirst)
    }

    private func hint(forCommand word: String) -> StyledText? {
        if let alias = session.aliases[word] { return StyledText("= " + alias.text, .hint) }
        guard let (command, context) = command(named: word) else { return nil }
        return Self.hint(command.parameters.map { $0.hint(context) }, marksFirst: false)
    }

    /// The rest of a block statement's form, up to the block.
    private func hint(forBlock analysis: LineAnalysis) -> StyledText? {
        let isTyping = !analysis.current.text.isEmpty
        let shape = isTyping ? StatementShape(analysis.before + [analysis.current]) : analysis.shape
        guard let (keyword, count) = shape.block, let form = keywords.first(where: { $0.name == keyword })?.form else {
            return nil
        }
        let parts = form.split(separator: " ").dropFirst().map(String.init)
        let block = parts.firstIndex(of: "{") ?? parts.count
        // What may come several times, such as the values behind in, comes again.
        let last = parts[..<block].lastIndex { $0.hasSuffix("…") } ?? block
        let rest: [String] =
            switch shape.next {
            case .condition: parts
            case .operation: ["[OPERATOR VALUE]"] + parts[block...]
            case .value: ["VALUE"] + parts[block...]
            default: Array(parts[min(count, last)...])
            }
        return Self.hint(rest, marksFirst: !isTyping)
    }

    private func hint(forFlag typed: String, _ flags: [any AnyFlag]) -> StyledText? {
        guard let flag = flags.first(where: { "-" + $0.name == typed }) else { return nil }
        let value = flag.hint(Context(session: session, socket: nil)).dropFirst(typed.count + 1)
        return StyledText((value.isEmpty ? "" : value + "  ") + "(\(flag.about))", .hint)
    }

    private static func hint(_ parts: [String], marksFirst: Bool) -> StyledText? {
        var hint = StyledText()
        for (index, part) in parts.filter({ !$0.isEmpty }).enumerated() {
            if index > 0 { hint.append(" ", .hint) }
            hint.append(part, index == 0 && marksFirst ? .hintCurrent : .hint)
        }
        return hint.isEmpty ? nil : hint
    }
}
