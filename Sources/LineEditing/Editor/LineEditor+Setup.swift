import CEditLine

extension LineEditor {
    /// An editor on the process's standard input and a screen.
    ///
    /// - Parameter userBindings: the path of the user's libedit bindings, usually `~/.editrc`.
    public convenience init(
        hooks: EditorHooks,
        history: History,
        style: Style,
        screen: Screen,
        userBindings: String? = nil
    ) {
        self.init(hooks, history, style, screen)
        guard let editor else { return }
        cel_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
        cel_set_read_key(editor) { editor, character in
            LineEditor.of(editor)?.readKey(into: character) ?? -1
        }
        addFunctions()
        setEditor(vi: false)
        setHistory()
        if let userBindings { load(userBindings: userBindings) }
    }
}
