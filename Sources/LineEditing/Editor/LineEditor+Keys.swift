/// What keys do; movement and cutting are in files of their own.
extension LineEditor {
    static let generalFunctions: [String: KeyFunction] = [
        "ns-insert": KeyFunction { $0.typeCharacter($1) },
        "ns-quoted-insert": .of { $0.typeQuoted() },
        "ns-accept": .of { $0.accept() },
        "ns-newline": .repeated { $0.newLine() },
        "ns-complete": .of { $0.complete() },
        "ns-complete-back": .of { $0.chooseBack() },
        "ns-page-down": .repeated { $0.page(1) },
        "ns-page-up": .repeated { $0.page(-1) },
        "ns-cancel": .of { $0.cancelMenu() },
        "ns-up": .repeated { $0.up() },
        "ns-down": .repeated { $0.down() },
        "ns-right": .repeated { $0.right() },
        "ns-left": .repeated { $0.left() },
        "ns-word-right": .repeated { $0.wordRight() },
        "ns-begin": .of { $0.toLineStart() },
        "ns-end": .of { $0.toLineEnd() },
        "ns-delete": .repeated { $0.deleteBackward() },
        "ns-delete-next": .repeated { $0.deleteForward() },
        "ns-delete-or-eof": .of { $0.deleteOrEnd() },
        "ns-interrupt": .of { $0.interrupt() },
        "ns-suspend": .of { $0.suspend() },
        "ns-clear-screen": .of { $0.clearScreen() },
        "ns-redisplay": .of { $0.redisplay() },
        "ns-search": .of { $0.searchHistory() },
        "ns-search-older": .repeated { $0.searchAgain(older: true) },
        "ns-search-newer": .repeated { $0.searchAgain(older: false) },
        "ns-undo": .repeated { $0.takeBack() },
        "ns-paste": .of { $0.takePaste() },
        "ns-help": .of { $0.showHelp() },
        "ns-question": .of { $0.questionMark() },
        "ns-count": KeyFunction { $0.addDigit($1) },
        "ns-count-times-four": .of { $0.countTimesFour() },
        "ns-ignore": .of { _ in },
    ]

    private func accept() {
        if menu?.isChosen == true { return takeChoice() }
        if hooks.needsMore(line.text) {
            if vi.isCommand { newLineFromCommandMode() }
            newLine()
        } else {
            outcome = .text(line.text)
        }
    }

    private func deleteOrEnd() {
        if line.text.isEmpty { outcome = .endOfFile } else { deleteForward() }
    }

    private func clearScreen() {
        if style.mode == .full { screen.paint(eraseLine() + "\u{1b}[H\u{1b}[2J") }
    }

    /// Paints the line anew, where something else has written over it.
    private func redisplay() { screen.paint(eraseLine()) }

    /// `^V`: the next character is typed, whatever it would do.
    private func typeQuoted() {
        modes.quote()
        defer { modes.edit() }
        if let scalar = nextScalar() { insert(String(scalar)) }
    }
}
