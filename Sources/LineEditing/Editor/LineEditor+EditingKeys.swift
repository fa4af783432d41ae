/// The keys that move by words, cut, yank, undo and redo.
extension LineEditor {
    static let editingFunctions: [KeyFunction] = [
        KeyFunction("ns-word-left", "A word left") { editor, _ in run(editor) { $0.wordLeft() } },
        KeyFunction("ns-entry-begin", "Beginning of the entry") { editor, _ in run(editor) { $0.moveCursor(to: 0) } },
        KeyFunction("ns-entry-end", "End of the entry") { editor, _ in run(editor) { $0.toEntryEnd() } },
        KeyFunction("ns-kill-line-end", "Cut to the end of the line") { editor, _ in run(editor) { $0.cutToLineEnd() }
        },
        KeyFunction("ns-kill-line-begin", "Cut to the line's beginning") { editor, _ in
            run(editor) { $0.cutToLineStart() }
        },
        KeyFunction("ns-kill-entry", "Cut all of the entry") { editor, _ in run(editor) { $0.cutEntry() } },
        KeyFunction("ns-kill-word", "Cut to the word's end") { editor, _ in run(editor) { $0.cutWord() } },
        KeyFunction("ns-kill-word-back", "Cut to the word's beginning") { editor, _ in run(editor) { $0.cutWordBack() }
        },
        KeyFunction("ns-kill-blank-word", "Cut back to a blank") { editor, _ in run(editor) { $0.cutBlankWordBack() } },
        KeyFunction("ns-yank", "Put back what was cut") { editor, _ in run(editor) { $0.yank() } },
        KeyFunction("ns-yank-pop", "Put back an older cut instead") { editor, _ in run(editor) { $0.yankPop() } },
        KeyFunction("ns-last-word", "Last word of the entry before") { editor, _ in run(editor) { $0.insertLastWord() }
        },
        KeyFunction("ns-upper-word", "Make the word's letters large") { editor, _ in
            run(editor) { $0.changeWord { $0.uppercased() } }
        },
        KeyFunction("ns-lower-word", "Make the word's letters small") { editor, _ in
            run(editor) { $0.changeWord { $0.lowercased() } }
        },
        KeyFunction("ns-capital-word", "Make the word's first letter large") { editor, _ in
            run(editor) { $0.changeWord(\.capitalizedWord) }
        },
        KeyFunction("ns-close-block", "A closing brace") { editor, _ in run(editor) { $0.closeBlock() } },
        KeyFunction("ns-redo", "Make the change again that was taken back") { editor, _ in run(editor) { $0.redo() } },
    ]

    /// In Emacs's map and both of vi's. What terminals send for Ctrl and Alt with Backspace and Delete differs.
    static let editingKeys: [(String, [String])] = [
        ("ns-word-left", ["\\e[1;5D", "\\e[1;3D", "\\e[5D", "\\eOd"]),
        ("ns-entry-begin", ["\\e[1;5H", "\\e[7^"]),
        ("ns-entry-end", ["\\e[1;5F", "\\e[8^"]),
        ("ns-kill-line-end", ["^K"]),
        ("ns-kill-line-begin", ["^U"]),
        ("ns-kill-blank-word", ["^W"]),
        ("ns-kill-word", ["\\e[3;5~", "\\e[3;3~", "\\e[3^"]),
        ("ns-kill-word-back", ["\\e[127;5u", "\\e[8;5u", "\\e[27;5;127~", "\\e[27;5;8~"]),
        ("ns-yank", ["^Y"]),
    ]

    /// While text is being typed.
    static let typingKeys = [("ns-close-block", ["}"])]

    /// libedit's own copying of a region (`M-w`) has no mark to use: the key that sets it sends NUL, which is dropped.
    static let emacsEditingKeys: [(String, [String])] = [
        ("ns-word-left", ["\\eb", "\\eB"]),
        ("ns-kill-word", ["\\ed", "\\eD"]),
        ("ns-kill-word-back", ["\\e^?", "\\e^H"]),
        ("ns-yank-pop", ["\\ey", "\\eY"]),
        ("ns-last-word", ["\\e.", "\\e_"]),
        ("ns-upper-word", ["\\eu", "\\eU"]),
        ("ns-lower-word", ["\\el", "\\eL"]),
        ("ns-capital-word", ["\\ec", "\\eC"]),
        ("ns-redo", ["\\e/", "^X^R"]),
        ("ns-ignore", ["\\ew", "\\eW"]),
    ]

    /// The functions here that replace libedit's, so that a binding in `~/.editrc` cuts into the same ring.
    static let substitutes = [
        "ed-kill-line": "ns-kill-line-end", "vi-kill-line-prev": "ns-kill-line-begin", "em-kill-line": "ns-kill-entry",
        "ed-delete-prev-word": "ns-kill-word-back", "em-delete-next-word": "ns-kill-word", "em-yank": "ns-yank",
        "ed-prev-word": "ns-word-left", "em-next-word": "ns-word-right", "em-upper-case": "ns-upper-word",
        "vi-command-mode": "ns-vi-command", "em-lower-case": "ns-lower-word", "em-capitol-case": "ns-capital-word",
    ]
}
