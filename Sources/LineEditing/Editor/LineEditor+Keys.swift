import CEditLine

/// What the keys not left to libedit do.
extension LineEditor {
    static let functions: [KeyFunction] = [
        KeyFunction("ns-accept", "End the entry, or begin its next line") { editor, _ in run(editor) { $0.accept() } },
        KeyFunction("ns-newline", "Begin another line") { editor, _ in run(editor) { $0.newLine() } },
        KeyFunction("ns-complete", "Complete the word, choose the next") { editor, _ in run(editor) { $0.complete() } },
        KeyFunction("ns-complete-back", "Choose the one before") { editor, _ in run(editor) { $0.chooseBack() } },
        KeyFunction("ns-page-down", "Next page of the list") { editor, _ in run(editor) { $0.page(1) } },
        KeyFunction("ns-page-up", "Page before of the list") { editor, _ in run(editor) { $0.page(-1) } },
        KeyFunction("ns-cancel", "Close the list") { editor, _ in run(editor) { $0.cancelMenu() } },
        KeyFunction("ns-up", "Line above, or history") { editor, _ in run(editor) { $0.up() } },
        KeyFunction("ns-down", "Line below, or history") { editor, _ in run(editor) { $0.down() } },
        KeyFunction("ns-right", "Right, or take the suggestion") { editor, _ in run(editor) { $0.right() } },
        KeyFunction("ns-left", "Left") { editor, _ in run(editor) { $0.left() } },
        KeyFunction("ns-word-right", "A word right") { editor, _ in run(editor) { $0.wordRight() } },
        KeyFunction("ns-begin", "Beginning of the line") { editor, _ in run(editor) { $0.toLineStart() } },
        KeyFunction("ns-end", "End of the line, or take the suggestion") { editor, _ in run(editor) { $0.toLineEnd() }
        },
        KeyFunction("ns-delete", "Delete the character before") { editor, _ in run(editor) { $0.deleteBackward() } },
        KeyFunction("ns-delete-next", "Delete the character here") { editor, _ in run(editor) { $0.deleteForward() } },
        KeyFunction("ns-delete-or-eof", "Delete, or leave") { editor, _ in run(editor) { $0.deleteOrEnd() } },
        KeyFunction("ns-interrupt", "Drop the entry") { editor, _ in run(editor) { $0.dropEntry() } },
        KeyFunction("ns-suspend", "Stop the shell") { editor, _ in run(editor) { $0.suspend() } },
        KeyFunction("ns-clear-screen", "Clear the screen") { editor, _ in run(editor) { $0.clearScreen() } },
        KeyFunction("ns-search", "Search the history") { editor, _ in run(editor) { $0.searchHistory() } },
        KeyFunction("ns-search-older", "The search again") { editor, _ in run(editor) { $0.searchAgain(older: true) } },
        KeyFunction("ns-search-newer", "The search back") { editor, _ in run(editor) { $0.searchAgain(older: false) } },
        KeyFunction("ns-undo", "Take the last change back") { editor, _ in run(editor) { $0.takeBack() } },
        KeyFunction("ns-paste", "Take pasted text") { editor, _ in run(editor) { $0.takePaste() } },
        KeyFunction("ns-help", "Help on the word here") { editor, _ in run(editor) { $0.showHelp() } },
        KeyFunction("ns-question", "Help, or a question mark") { editor, _ in run(editor) { $0.questionMark() } },
        KeyFunction("ns-ignore", "Nothing") { editor, _ in run(editor) { _ in } },
    ]

    /// Registers the functions with libedit. It keeps the names, so they are never freed.
    func addFunctions() {
        for function in Self.functions + Self.editingFunctions + Self.viFunctions {
            cel_add_function(editor, Self.wide(function.name), Self.wide(function.about), function.call)
        }
    }

    private static func wide(_ text: String) -> UnsafePointer<wchar_t> {
        let characters = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
        let copy = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: characters.count)
        _ = copy.initialize(from: characters)
        return UnsafePointer(copy.baseAddress ?? UnsafeMutablePointer.allocate(capacity: 1))
    }

    private func accept() -> After {
        if menu?.isChosen == true {
            takeChoice()
            return .refresh
        }
        let text = line.text
        if hooks.needsMore(text) {
            if vi.isCommand { newLineFromCommandMode() }
            newLine()
            return .refresh
        }
        outcome = .text(text)
        return .finish
    }

    private func deleteOrEnd() -> After {
        guard line.text.isEmpty else {
            deleteForward()
            return .refresh
        }
        outcome = .endOfFile
        return .end
    }

    private func dropEntry() -> After {
        interrupt()
        return .end
    }

    private func clearScreen() {
        if style.mode == .full { screen.paint(eraseLine() + "\u{1b}[H\u{1b}[2J") }
    }
}
