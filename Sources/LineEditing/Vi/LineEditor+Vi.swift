/// vi's keys.
extension LineEditor {
    static let viFunctions: [String: KeyFunction] = [
        "ns-vi-command": .of { $0.toCommandMode() },
        "ns-vi": KeyFunction { $0.viKey($1) },
    ]

    /// Reads the rest of a command and runs it. Escape and every key that is no letter cancel it.
    func viKey(_ first: Unicode.Scalar) {
        var key = first
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
        (vi.isCommand, vi.isOverwriting) = (false, command.action == .overwrite)
        vi.insertion = (command, line)
    }

    private func toCommandMode() {
        guard usesViKeys, !vi.isCommand else { return }
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
        (vi.isCommand, vi.isOverwriting) = (true, false)
    }

    /// Begins another line in an entry whose last key was a command.
    func newLineFromCommandMode() {
        toEntryEnd()
        beginTyping(for: ViCommand(action: .insert(.newLine)))
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
