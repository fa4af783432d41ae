import Language
import LineEditing
import Shell

extension ShellAssist {
    /// The rest of the signature after the cursor, the current parameter marked; nil if there is nothing to say.
    func hint(_ text: String, _ cursor: Int) -> StyledText? {
        guard cursor == text.utf8.count else { return nil }
        if text.hasSuffix("\n"), let quote = EntryProgress.openQuote(text) {
            return StyledText("\(quote) is open: text goes on up to the next \(quote), and Ctrl-C drops it", .hint)
        }
        let current = CursorWord(text, cursor: cursor)
        if !current.isClosed || current.isInComment { return nil }
        let isTyping = !current.text.isEmpty
        if current.isAtCommand, let hint = hint(forCommand: current.text) { return hint }
        // What is being typed counts as typed: the hint shows what comes after it.
        guard current.kind == .argument, let typed = current.place.call, let call = current.following.call,
            let (command, context) = command(of: typed)
        else { return Self.hint(current.following.form, marksFirst: !isTyping) }
        if current.text.hasPrefix("-"), !ParameterPlace(command, typed.arguments, context).isFlagValue {
            return hint(forFlag: current.text, Self.unused(command.flags, typed.arguments))
        }
        let place = ParameterPlace(command, call.arguments, context)
        return signature(from: place, of: command, typed.arguments, isTyping: isTyping)
    }

    private func signature(
        from place: ParameterPlace,
        of command: Command,
        _ arguments: [ArgumentSyntax],
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
            parts += Self.unused(command.flags, arguments).map { "[\($0.hint(place.plain))]" }
        }
        return Self.hint(parts, marksFirst: marksFirst)
    }

    private func hint(forCommand word: String) -> StyledText? {
        if let alias = session.aliases[word] { return StyledText("= " + alias.text, .hint) }
        guard let (command, context) = command(named: word) else { return nil }
        return Self.hint(command.parameters.map { $0.hint(context) }, marksFirst: false)
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
