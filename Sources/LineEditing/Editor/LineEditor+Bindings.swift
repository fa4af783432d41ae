/// Which key has which function.
extension LineEditor {
    /// Keys in Emacs's map, in vi's insert map and in vi's command map, in the notation of editrc(5).
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
        ("ns-quoted-insert", ["^V"]),
    ]

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
    ]

    private static let viCommand: [(String, [String])] = [
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
        bindAll()
    }

    /// Binds the keys anew: the editor's own, then the user's. False, with `errno` and nothing changed, if libedit gets
    /// no pseudo-terminal.
    @discardableResult
    func bindAll() -> Bool {
        guard let typing = KeyMap(), let command = KeyMap() else { return false }
        (typingMap, commandMap) = (typing, command)
        let emacs = usesViKeys ? [] : Self.emacsOnly + Self.emacsEditingKeys
        typing.bind(Self.everywhere + Self.editingKeys + Self.whileTyping + Self.typingKeys + emacs)
        vi.isCommand = false
        if usesViKeys { command.bind(Self.everywhere + Self.editingKeys + Self.viCommand) }
        if modes.eraseKey != 0 {
            let key = String(Unicode.Scalar(modes.eraseKey))
            typing.bind(KeyNotation.spelling(key), to: .function("ns-delete"))
        }
        for bound in ownBindings { bind(bound) }
        return true
    }

    /// Binds keys as the user wants it; false if libedit cannot hold them. What begins with ESC is bound in both of
    /// vi's modes.
    @discardableResult
    func bind(_ bound: BindingLine.Bound) -> Bool {
        var isDone = true
        for keys in bound.keys {
            let isForBoth = keys.unicodeScalars.first == "\u{1b}" && keys.unicodeScalars.count > 1
            if isForBoth || !bound.isCommand { isDone = (typingMap?.set(keys, bound.binding) ?? false) && isDone }
            if isForBoth || bound.isCommand { isDone = (commandMap?.set(keys, bound.binding) ?? false) && isDone }
        }
        return isDone
    }
}

extension KeyMap {
    /// Binds keys in the notation of editrc(5) to functions.
    fileprivate func bind(_ table: [(String, [String])]) {
        for (function, notations) in table {
            for keys in notations { bind(keys, to: .function(function)) }
        }
    }

    fileprivate func set(_ keys: String, _ binding: Binding?) -> Bool {
        let notation = KeyNotation.spelling(keys)
        if let binding { return bind(notation, to: binding) }
        unbind(notation)
        return true
    }
}
