import CEditLine

/// Which key has which function.
extension LineEditor {
    /// Keys in Emacs's map, in vi's insert map and in vi's command map, in libedit's notation.
    private static let everywhere: [(String, [String])] = [
        ("ns-accept", ["^M", "^J"]),
        ("ns-newline", ["\\e^M", "\\e^J"]),
        ("ns-complete", ["^I"]),
        ("ns-complete-back", ["\\e[Z"]),
        ("ns-page-up", ["\\e[5~"]),
        ("ns-page-down", ["\\e[6~"]),
        ("ns-up", ["\\e[A", "\\eOA"]),
        ("ns-down", ["\\e[B", "\\eOB"]),
        ("ns-right", ["\\e[C", "\\eOC"]),
        ("ns-left", ["\\e[D", "\\eOD"]),
        ("ns-word-right", ["\\e[1;5C", "\\e[1;3C", "\\e[5C", "\\eOc"]),
        ("ns-begin", ["\\e[H", "\\eOH", "\\e[1~", "\\e[7~"]),
        ("ns-end", ["\\e[F", "\\eOF", "\\e[4~", "\\e[8~"]),
        ("ns-delete-next", ["\\e[3~"]),
        ("ns-delete-or-eof", ["^D"]),
        ("ns-interrupt", ["^C"]),
        ("ns-suspend", ["^Z"]),
        ("ns-clear-screen", ["^L"]),
        ("ns-search", ["^R"]),
        ("ns-undo", ["^_"]),
        ("ns-paste", ["\\e[200~"]),
        ("ns-help", ["\\eOP", "\\e[11~", "\\e[[A"]),
    ]

    private static let whileTyping: [(String, [String])] = [
        ("ns-delete", ["^H", "^?"]),
        ("ns-question", ["?"]),
    ]

    /// `M-x` reads libedit's own commands, one of which writes to a libedit history that does not exist here.
    private static let emacsOnly: [(String, [String])] = [
        ("ns-up", ["^P", "\\ep"]),
        ("ns-down", ["^N", "\\en"]),
        ("ns-right", ["^F"]),
        ("ns-left", ["^B"]),
        ("ns-begin", ["^A"]),
        ("ns-end", ["^E"]),
        ("ns-word-right", ["\\ef", "\\eF"]),
        ("ns-undo", ["^X^U"]),
        ("ns-cancel", ["^G"]),
        ("ns-ignore", ["\\ex", "\\eX"]),
    ]

    private static let viCommand: [(String, [String])] = [
        // Here libedit reads a pattern into its buffer and did not always return.
        ("ns-search", ["/", "?"]),
        ("ns-search-older", ["n"]),
        ("ns-search-newer", ["N"]),
        ("ns-redo", ["^R"]),
        ("ns-left", ["^H", "^?"]),
        ("ns-ignore", [":", "v"]),
    ]

    /// Switches to vi's keys or to Emacs's.
    public func use(viKeys: Bool) {
        guard viKeys != usesViKeys else { return }
        usesViKeys = viKeys
        setEditor(vi: viKeys)
    }

    /// Switches to Emacs's or vi's keys; libedit then forgets all bindings.
    func setEditor(vi: Bool) {
        guard let editor else { return }
        cel_set_vi(editor, vi)
        let emacs = Self.emacsOnly + Self.emacsEditingKeys
        bind(
            Self.everywhere + Self.editingKeys + Self.whileTyping + Self.typingKeys + (vi ? [] : emacs),
            alternate: false
        )
        self.vi.isCommand = false
        if vi {
            bindViKeys()
            bind(Self.everywhere + Self.editingKeys + Self.viCommand, alternate: true)
        }
        // In a locale that does not know them, letters such as é would be taken for meta keys.
        for letter in 0xA0...0xFF { cel_bind_character(editor, false, wchar_t(letter), "ed-insert") }
        for words in ownBindings { _ = parse(words) }
        _ = cel_take_complaints()
    }

    private func bind(_ bindings: [(String, [String])], alternate: Bool) {
        for (function, keys) in bindings {
            for key in keys { cel_bind(editor, alternate, key, function) }
        }
    }
}
