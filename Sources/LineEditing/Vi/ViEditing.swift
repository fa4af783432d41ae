/// What a vi command makes of a line. Pure.
struct ViEditing {
    /// The line after it, with the cursor where vi puts it.
    private(set) var line: EditedLine
    /// What was cut or copied.
    private(set) var cut: String?
    /// Whether text is typed next.
    private(set) var inserts = false
    /// Whether it can have changed the text, so that `.` repeats it.
    private(set) var isChange = true

    private let text: ViText
    private let count: Int

    /// - Parameters:
    ///   - register: what `p` inserts. Whole lines end with a line feed.
    ///   - find: what `;` looks for.
    init(_ command: ViCommand, on line: EditedLine, register: String? = nil, find: ViFind? = nil) {
        self.line = line
        text = ViText(line)
        count = command.count ?? 1
        switch command.action {
        case .move(let motion):
            isChange = false
            let again = Self.known(motion, find)
            if let place = destination(again.motion, isRepeated: again.isRepeated) { moveCursor(to: place) }
        case .operate(let kind, .lines): onLines(kind)
        case .operate(let kind, let target): if let range = range(of: target, kind, find) { operate(kind, range) }
        case .put(let before): put(register ?? "", before: before)
        case .replace(let character): overwriteEach(isReplacement: true) { _ in String(character) }
        case .toggleCase: overwriteEach { $0.isUppercase ? $0.lowercased() : $0.uppercased() }
        case .insert(let place): insert(place)
        case .join: join()
        case .overwrite: inserts = true
        case .undo, .redo, .again, .up, .down: isChange = false
        }
        if !inserts { self.line = self.line.onCharacter }
    }

    private mutating func moveCursor(to place: Int) { line = ViText.line(text.characters, cursor: place) }

    private mutating func replace(_ range: Range<Int>, with new: String, cursor: Int) {
        line = ViText.line(
            text.characters[..<range.lowerBound] + new + text.characters[range.upperBound...],
            cursor: cursor
        )
    }

    /// A motion with `;` and `,` replaced by what they mean.
    private static func known(_ motion: ViMotion, _ find: ViFind?) -> (motion: ViMotion, isRepeated: Bool) {
        guard case .findAgain(let reversed) = motion, var find else { return (motion, false) }
        if reversed { find.isForward.toggle() }
        return (.find(find), true)
    }

    private func destination(_ motion: ViMotion, isRepeated: Bool) -> Int? {
        let place = text.destination(motion, count: count)
        // `t` again would stay before the same character.
        if isRepeated, place == text.cursor { return text.destination(motion, count: count + 1) }
        return place
    }

    private func range(of target: ViTarget, _ kind: ViOperator, _ find: ViFind?) -> Range<Int>? {
        switch target {
        case .lines: return nil
        case .object(let object, let around): return text.range(of: object, around: around, count: count)
        case .motion(var motion):
            if kind == .change, case .word(let isBig) = motion, text.cursor < text.lineEnd,
                !text.characters[text.cursor].isWhitespace
            {
                return onWordEnd(isBig)
            }
            let isRepeated: Bool
            (motion, isRepeated) = Self.known(motion, find)
            guard var place = destination(motion, isRepeated: isRepeated) else { return nil }
            if case .word = motion, place > text.lineEnd, text.cursor < text.lineEnd { place = text.lineEnd }
            if motion.takesLast(from: text.cursor, to: place), text.cursor < text.lineEnd { place += 1 }
            return place > text.cursor
                ? text.cursor..<min(place, text.characters.count)
                : (place..<text.cursor)
                    .extended(motion == .bracket && place < text.cursor)
        }
    }

    /// `cw` leaves the blanks after the word.
    private func onWordEnd(_ isBig: Bool) -> Range<Int> {
        var end = text.cursor
        for _ in 0..<count {
            while end < text.lineEnd, text.characters[end].isWhitespace { end += 1 }
            end = text.runEnd(end, isBig)
        }
        return text.cursor..<end
    }

    private mutating func operate(_ kind: ViOperator, _ range: Range<Int>) {
        cut = String(text.characters[range])
        if kind == .yank {
            isChange = false
            return moveCursor(to: range.lowerBound)
        }
        replace(range, with: "", cursor: range.lowerBound)
        inserts = kind == .change
    }

    private mutating func onLines(_ kind: ViOperator) {
        var end = text.lineEnd
        for _ in 1..<max(count, 1) where end < text.characters.count {
            end = text.characters[(end + 1)...].firstIndex(where: \.isNewline) ?? text.characters.count
        }
        let start = text.lineStart
        let isAll = start == 0 && end == text.characters.count
        cut = String(text.characters[start..<end]) + (isAll ? "" : "\n")
        switch kind {
        case .yank: isChange = false
        case .change:
            replace(start..<end, with: "", cursor: start)
            inserts = true
        case .delete:
            let range = end < text.characters.count ? start..<(end + 1) : max(0, start - 1)..<end
            replace(range, with: "", cursor: range.lowerBound)
            if range.lowerBound < start { line.cursor = line.lineStart }
        }
    }

    private mutating func put(_ register: String, before: Bool) {
        guard !register.isEmpty else { return }
        let new = String(repeating: register, count: count)
        if register.last == "\n" {
            if before { return replace(text.lineStart..<text.lineStart, with: new, cursor: text.lineStart) }
            let end = text.lineEnd
            return replace(end..<end, with: "\n" + new.dropLast(), cursor: end + 1)
        }
        let place = before ? text.cursor : min(text.cursor + 1, text.lineEnd)
        replace(place..<place, with: new, cursor: place + new.count - 1)
    }

    private mutating func overwriteEach(isReplacement: Bool = false, _ change: (Character) -> String) {
        let end = text.cursor + count
        guard end <= text.lineEnd else { return }
        let new = text.characters[text.cursor..<end].map(change).joined()
        replace(text.cursor..<end, with: new, cursor: isReplacement ? end - 1 : end)
    }

    private mutating func insert(_ place: ViInsertion) {
        inserts = true
        switch place {
        case .here: break
        case .behind: moveCursor(to: min(text.cursor + 1, text.lineEnd))
        case .lineStart: moveCursor(to: text.firstNonBlank)
        case .lineEnd: moveCursor(to: text.lineEnd)
        case .newLine:
            let new = "\n" + Indentation.behind(String(text.characters[..<text.lineEnd]))
            replace(text.lineEnd..<text.lineEnd, with: new, cursor: text.lineEnd + new.count)
        case .newLineAbove:
            let new = Indentation.behind(String(text.characters[..<text.lineStart]))
            replace(text.lineStart..<text.lineStart, with: new + "\n", cursor: text.lineStart + new.count)
        }
    }

    private mutating func join() {
        let end = text.lineEnd
        guard end < text.characters.count else { return }
        let rest =
            text.characters[(end + 1)...].firstIndex { $0.isNewline || !$0.isWhitespace } ?? text.characters.count
        replace(end..<rest, with: " ", cursor: end)
    }
}

extension ViMotion {
    /// Whether an operator includes the character that the motion ends on.
    fileprivate func takesLast(from cursor: Int, to place: Int) -> Bool {
        switch self {
        case .wordEnd, .lineEnd: true
        case .find(let find): find.isForward
        case .bracket: place > cursor
        default: false
        }
    }
}

extension Range<Int> {
    fileprivate func extended(_ isExtended: Bool) -> Range<Int> { isExtended ? lowerBound..<(upperBound + 1) : self }
}

extension EditedLine {
    /// The line with the cursor on a character, as in vi's command mode, not after the last one of a line.
    var onCharacter: EditedLine {
        guard cursor == lineEnd, cursor > lineStart, let last = head.last else { return self }
        return EditedLine(text, cursor: cursor - last.utf8.count)
    }
}
