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
        isEditing = isEditing && takeKeys()
        if isEditing, let userBindings { load(userBindings: userBindings) }
    }

    /// Gets the keys from libedit; without them lines are read as they come.
    private func takeKeys() -> Bool {
        if bindAll() { return true }
        let reason = String(cString: strerror(errno))
        warnings.append("lines cannot be edited here: no pseudo-terminal for libedit: \(reason)")
        return false
    }
}
