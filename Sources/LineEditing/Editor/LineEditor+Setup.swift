extension LineEditor {
    /// An editor on the process's standard input and a screen.
    ///
    /// - Parameter userBindings: the path of the user's key bindings, usually `~/.editrc`.
    public convenience init(
        hooks: EditorHooks,
        history: History,
        style: Style,
        screen: Screen,
        userBindings: String? = nil
    ) {
        self.init(hooks, history, style, screen)
        guard isEditing else { return }
        bindAll()
        if let userBindings { load(userBindings: userBindings) }
    }
}
