import CEditLine

/// From what was typed to the keys that have bindings.
extension LineEditor {
    /// The next key, or the equivalent way of sending it that has a binding. A key without a binding is dropped as a
    /// whole, so that its rest is not typed into the line. Nil if the entry has ended; `outcome` says how.
    func nextKey() -> Key? {
        let escapeAlone = cel_is_vi(editor)
        while outcome == nil {
            var key = input.nextKey(escapeAlone: escapeAlone, isAll: false)
            if key == nil {
                paint()
                if let patience = input.patience(escapeAlone: escapeAlone) {
                    if waitForRest(milliseconds: patience) { continue }
                    key = input.nextKey(escapeAlone: escapeAlone, isAll: true)
                } else {
                    waitForEvent()
                }
            }
            if let usable = key.flatMap(bound) { return usable }
        }
        return nil
    }

    private func bound(_ key: Key) -> Key? {
        KeyEquivalents.of(key).first {
            guard case .sequence(let text) = $0 else { return true }
            return isBound(text)
        }
    }

    private func isBound(_ text: String) -> Bool {
        cel_is_bound(editor, text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0])
    }

    /// The next key as libedit should get it. Escape followed by a character is Alt plus the character, even if slowly
    /// typed; `^X` begins two-key sequences as well. What follows them without forming a key is a key of its own:
    /// libedit would take its first character as the second of the two and type the rest.
    func nextCommand() -> String? {
        var before = ""
        while let key = nextKey() {
            switch key {
            case .escape where closeWhatIsOpen(): before = ""
            // Sent by no terminal; `bindViKeys` binds it.
            case .escape where cel_is_vi(editor): return "\u{80}"
            case .character where !before.isEmpty && isBound(before + key.text): return before + key.text
            case .escape, .character("\u{18}"): before = key.text
            case .character, .sequence: return key.text
            }
        }
        return nil
    }

    /// Closes the list or the help; false if neither is open.
    private func closeWhatIsOpen() -> Bool {
        guard menu != nil || !panel.isEmpty else { return false }
        cancelMenu()
        panel = []
        return true
    }
}
