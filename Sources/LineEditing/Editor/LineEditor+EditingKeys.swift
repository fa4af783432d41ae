/// The keys that move by words, cut, yank, undo and redo.
extension LineEditor {
    static let editingFunctions: [String: KeyFunction] = [
        "ns-word-left": .repeated { $0.wordLeft() },
        "ns-entry-begin": .of { $0.moveCursor(to: 0) },
        "ns-entry-end": .of { $0.toEntryEnd() },
        "ns-kill-line-end": .of { $0.cutToLineEnd() },
        "ns-kill-line-begin": .of { $0.cutToLineStart() },
        "ns-kill-entry": .of { $0.cutEntry() },
        "ns-kill-word": .repeated { $0.cutWord() },
        "ns-kill-word-back": .repeated { $0.cutWordBack() },
        "ns-kill-blank-word": .repeated { $0.cutBlankWordBack() },
        "ns-yank": .of { $0.yank() },
        "ns-yank-pop": .of { $0.yankPop() },
        "ns-last-word": .of { $0.insertLastWord() },
        "ns-upper-word": .repeated { $0.changeWord { $0.uppercased() } },
        "ns-lower-word": .repeated { $0.changeWord { $0.lowercased() } },
        "ns-capital-word": .repeated { $0.changeWord(\.capitalizedWord) },
        "ns-transpose": .repeated { $0.transpose() },
        "ns-close-block": .of { $0.closeBlock() },
        "ns-redo": .repeated { $0.redo() },
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
        ("ns-transpose", ["^T"]),
        ("ns-count", (0...9).map { "\\e\($0)" }),
    ]
}
