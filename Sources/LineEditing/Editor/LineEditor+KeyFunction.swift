/// Running what keys are bound to.
extension LineEditor {
    /// What a key does; `~/.editrc` can bind it by its name.
    struct KeyFunction: Sendable {
        /// Whether a count typed before it (Alt and digits) runs it that often.
        let isRepeated: Bool
        let call: @Sendable (_ editor: LineEditor, _ key: Unicode.Scalar) -> Void

        /// A function that gets the last character of its key.
        init(isRepeated: Bool = false, _ call: @escaping @Sendable (LineEditor, Unicode.Scalar) -> Void) {
            self.isRepeated = isRepeated
            self.call = call
        }

        /// A function for which its key does not matter.
        static func of(_ call: @escaping @Sendable (LineEditor) -> Void) -> KeyFunction {
            KeyFunction { editor, _ in call(editor) }
        }

        /// The same; a count repeats it.
        static func repeated(_ call: @escaping @Sendable (LineEditor) -> Void) -> KeyFunction {
            KeyFunction(isRepeated: true) { editor, _ in call(editor) }
        }
    }

    /// All functions by name.
    static let functions: [String: KeyFunction] = generalFunctions.merging(editingFunctions) { $1 }
        .merging(viFunctions) { $1 }

    /// Obeys one key.
    func obey(_ command: KeyCommand) {
        previous = chain?.line == line ? chain : nil
        chain = nil
        switch command.binding {
        case .text(let text): type(text)
        case .function(let name) where name.hasPrefix("ns-vi "): name.unicodeScalars.last.map(viKey)
        case .function(let name): Self.functions[name].map { run($0, command.key) }
        }
        if vi.isCommand { line = line.onCharacter }
    }

    private func run(_ function: KeyFunction, _ key: Unicode.Scalar) {
        let times = count ?? 1
        let before = count
        for _ in 0..<(function.isRepeated ? times : 1) where outcome == nil { function.call(self, key) }
        if count == before { count = nil }
    }

    /// Types a text that a key is bound to. Keys in it that are bound to texts are typed themselves, so that none
    /// repeats itself for ever.
    private func type(_ text: String) {
        textRest = input.count
        input.putBack(text)
    }

    /// Before a key is read: whether it comes from a key's text.
    func noteText() {
        isTypingText = textRest.map { input.count > $0 } ?? false
        if !isTypingText { textRest = nil }
    }
}
