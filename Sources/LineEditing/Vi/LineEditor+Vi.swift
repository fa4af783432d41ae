import CEditLine

/// vi's keys. libedit keeps their two maps, but what the commands do is decided here: libedit's count in scalars,
/// undo one change, know no text objects, and leave the cursor outside the line.
extension LineEditor {
    static let viFunctions: [KeyFunction] = [
        KeyFunction("ns-vi-command", "To vi's command mode") { editor, _ in run(editor) { $0.toCommandMode() } },
        KeyFunction("ns-vi", "A command of vi's") { editor, key in run(editor) { $0.viKey(key) } },
    ]

    /// Characters that no key sends, which tell libedit to change its map.
    private static let toCommandMap = "\u{81}", toInsertMap = "\u{81}", toOverwriting = "\u{83}"

    /// Binds vi's keys; everything that can be typed is a command until something else is bound.
    func bindViKeys() {
        for key in Array(0x20...0x7E) + Array(0xA0...0xFF) { cel_bind_character(editor, true, wchar_t(key), "ns-vi") }
        // `nextCommand` returns this character for Escape.
        cel_bind_character(editor, false, 0x80, "ns-vi-command")
        cel_bind_character(editor, true, 0x80, "ns-ignore")
        cel_bind_character(editor, false, 0x81, "vi-command-mode")
        cel_bind_character(editor, true, 0x81, "vi-insert")
        cel_bind_character(editor, true, 0x83, "vi-replace-mode")
    }

    /// A character beyond libedit's maps, which would be typed as text, is no command.
    func viScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        vi.isCommand && scalar.value > 0xFF ? "\u{80}" : scalar
    }

    /// Reads the rest of a command and runs it. Escape and every key that is no letter cancel it.
    private func viKey(_ first: wint_t) {
        guard var key = Unicode.Scalar(first) else { return }
        var parser = ViParser()
        while true {
            switch parser.take(Character(key)) {
            case .nothing: return
            case .command(let command): return obey(command)
            case .more:
                switch nextKey() {
                case .character(let next)? where next.value >= 0x20 && next != "\u{7f}": key = next
                case .escape?, nil: return
                case let other?: return input.putBack(other.text)
                }
            }
        }
    }

    private func obey(_ command: ViCommand) {
        undo.note(line)
        switch command.action {
        case .undo: for _ in 0..<(command.count ?? 1) { takeBack() }
        case .redo: redo()
        case .up: for _ in 0..<(command.count ?? 1) { up() }
        case .down: for _ in 0..<(command.count ?? 1) { down() }
        case .again: again(count: command.count)
        default: edit(command)
        }
        undo.note(line)
    }

    private func edit(_ command: ViCommand) {
        vi.undoDepth = undo.depth
        let result = apply(command)
        if result.inserts {
            beginTyping(for: command)
        } else if result.isChange {
            vi.change = (command, nil)
        }
    }

    private func apply(_ command: ViCommand) -> ViEditing {
        if case .move(.find(let find)) = command.action { vi.find = find }
        if case .operate(_, .motion(.find(let find))) = command.action { vi.find = find }
        let register = if case .put = command.action { kills.yank() } else { String?.none }
        let result = ViEditing(command, on: line, register: register, find: vi.find)
        if let cut = result.cut { kills.cut(cut, .forward) }
        replace(with: result.line)
        return result
    }

    /// `.`: the last change again, with what was typed in it.
    private func again(count: Int?) {
        guard let (last, typed) = vi.change else { return }
        var command = last
        if let count { command.count = count }
        vi.change?.command = command
        guard apply(command).inserts else { return }
        let times = command.action.repeatsTyping ? command.count ?? 1 : 1
        insert(String(repeating: typed ?? "", count: times))
        replace(with: line.beforeTyping)
    }

    private func beginTyping(for command: ViCommand) {
        (vi.isCommand, vi.isChangingMap) = (false, true)
        vi.insertion = (command, line)
        el_wpush(command.action == .overwrite ? Self.toOverwriting : Self.toInsertMap)
    }

    private func toCommandMode() {
        guard cel_is_vi(editor) else { return }
        if let (command, start) = vi.insertion {
            let typed = line.typed(since: start)
            if let typed, let count = command.count, count > 1, command.action.repeatsTyping {
                insert(String(repeating: typed, count: count - 1))
            }
            // What was typed in several places, or over other text, cannot be typed again.
            if let typed, command.action != .overwrite { vi.change = (command, typed) }
        }
        vi.insertion = nil
        undo.note(line)
        undo.join(since: vi.undoDepth)
        replace(with: line.beforeTyping)
        vi.isCommand = true
        el_wpush(Self.toCommandMap)
    }

    /// After each key: in command mode the cursor is on a character. libedit puts it on one, too, when it has yet to
    /// change its map.
    func settle() {
        if vi.isCommand || vi.isChangingMap { vi.settled = vi.isCommand ? line.onCharacter : line }
        vi.isChangingMap = false
    }

    /// Begins another line in an entry whose last key was a command.
    func newLineFromCommandMode() {
        toEntryEnd()
        beginTyping(for: ViCommand(action: .insert(.newLine)))
    }

    private func el_wpush(_ text: String) {
        let wide = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
        CEditLine.el_wpush(editor, wide)
    }
}

extension ViCommand.Action {
    /// Whether a count repeats what is typed: it does not after `cw`.
    fileprivate var repeatsTyping: Bool {
        if case .insert = self { true } else { false }
    }
}

extension EditedLine {
    /// What was typed since a line, if it was typed in one go at the cursor.
    func typed(since start: EditedLine) -> String? {
        guard text.hasPrefix(start.head), text.hasSuffix(start.tail), text.utf8.count >= start.text.utf8.count else {
            return nil
        }
        return between(start.cursor, text.utf8.count - start.tail.utf8.count)
    }

    /// The cursor on the last typed character, as Escape leaves it.
    fileprivate var beforeTyping: EditedLine {
        guard cursor > lineStart, let last = head.last else { return self }
        return EditedLine(text, cursor: cursor - last.utf8.count)
    }
}
