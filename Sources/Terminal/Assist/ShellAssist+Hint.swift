import Language
import Shell

extension ShellAssist {
    /// The rest of the signature behind the cursor, the current parameter marked; nil where there is nothing to say.
    func hint(_ text: String, _ cursor: Int) -> StyledText? {
        guard cursor == text.utf8.count else { return nil }
        let analysis = LineAnalysis(text, cursor: cursor)
        guard let (command, context) = command(of: analysis) else { return nil }
        let words = analysis.call.dropFirst()
        let place = ParameterPlace(command, words, context)
        guard let parameter = place.parameter else { return nil }
        let isTyping = !analysis.current.text.isEmpty
        var shown = place.isFlagValue ? [] : Self.words(parameter.hint(context)).dropFirst(place.position)
        let behind = command.parameters.drop { $0.name != parameter.name }.dropFirst()
        var hint = StyledText()
        if isTyping, !shown.isEmpty { shown = shown.dropFirst() }
        for (index, word) in shown.enumerated() {
            hint.append((index == 0 && !isTyping ? "" : " ") + word, index == 0 && !isTyping ? .hintCurrent : .hint)
        }
        for parameter in behind { hint.append(" " + parameter.hint(context), .hint) }
        return hint.isEmpty ? nil : hint
    }

    private static func words(_ hint: String) -> ArraySlice<String> { hint.split(separator: " ").map(String.init)[...] }
}
