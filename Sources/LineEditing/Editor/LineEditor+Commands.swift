/// A key, or keys that are bound together, and what they are bound to.
struct KeyCommand {
    let binding: KeyMap.Binding
    /// The last character of the key.
    let key: Unicode.Scalar
}

/// From what was typed to the keys that have bindings.
extension LineEditor {
    /// The next key, or the equivalent way of sending it that has a binding. A key without a binding is dropped as a
    /// whole, so that its rest is not typed into the line. Nil if the entry has ended; `outcome` says how.
    func nextKey() -> Key? {
        while outcome == nil {
            noteText()
            var key = input.nextKey(escapeAlone: usesViKeys, isAll: false)
            if key == nil {
                if hasMoreSoon() { continue }
                paint()
                if let patience = input.patience(escapeAlone: usesViKeys) {
                    if waitForRest(milliseconds: patience) { continue }
                    key = input.nextKey(escapeAlone: usesViKeys, isAll: true)
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
            return meaning(of: text) != .nothing
        }
    }

    /// What keys mean in the mode that the editor is in.
    private func meaning(of keys: String) -> KeyMap.Meaning {
        (vi.isCommand ? commandMap : typingMap)?.meaning(of: keys) ?? .nothing
    }

    /// What the next keys are bound to. Escape followed by a character is Alt plus the character, even if slowly typed.
    /// What follows the beginning of a binding without being its rest is a key of its own; so is the beginning, if it
    /// can be typed.
    func nextCommand() -> KeyCommand? {
        var before = ""
        while let key = nextKey() {
            if key == .escape, closeWhatIsOpen() {
                before = ""
            } else if key == .escape, usesViKeys, before.isEmpty {
                return KeyCommand(binding: .function("ns-vi-command"), key: "\u{1b}")
            } else if case .begun = meaning(of: before + key.text) {
                before += key.text
            } else if let command = command(of: key, after: &before) {
                return command
            }
        }
        return nil
    }

    /// What a key does that ends a binding or is by itself.
    private func command(of key: Key, after before: inout String) -> KeyCommand? {
        defer { before = "" }
        let keys = before + key.text
        switch meaning(of: keys) {
        case .bound(.text) where isTypingText: return byItself(keys)
        case .bound(let binding): return key.command(binding)
        case .nothing where !before.isEmpty:
            input.putBack(key.text)
            return byItself(before)
        case .nothing, .begun: return byItself(keys)
        }
    }

    /// What keys do that begin no binding or are not continued: what can be typed is typed, or is a command of vi's.
    private func byItself(_ keys: String) -> KeyCommand? {
        guard let first = keys.unicodeScalars.first, first.value >= 0x20, first != "\u{7f}" else { return nil }
        if keys.unicodeScalars.count > 1 { input.putBack(String(keys.unicodeScalars.dropFirst())) }
        return KeyCommand(binding: .function(vi.isCommand ? "ns-vi" : "ns-insert"), key: first)
    }

    /// Closes the list or the help; false if neither is open.
    private func closeWhatIsOpen() -> Bool {
        guard menu != nil || !panel.isEmpty else { return false }
        cancelMenu()
        panel = []
        return true
    }
}

extension Key {
    fileprivate func command(_ binding: KeyMap.Binding) -> KeyCommand {
        KeyCommand(binding: binding, key: text.unicodeScalars.last ?? " ")
    }
}
