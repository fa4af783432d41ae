import Language

/// Shows prompt and line without a single escape sequence: characters, line feeds, backspaces and bells only.
///
/// What is typed at the end is simply written. A change within the last row is made with backspaces; any other change
/// writes prompt and line again on a new line.
struct LinearPainter {
    private var shown: LineLayout.Content?

    /// What updates the screen to this.
    mutating func paint(_ content: LineLayout.Content, columns: Int) -> String {
        defer { shown = content }
        guard let shown, shown.prompt == content.prompt else {
            return (shown == nil ? "" : "\r\n") + whole(content)
        }
        return edit(from: shown, to: content, columns: columns) ?? "\r\n" + whole(content)
    }

    /// Begins below what is shown.
    mutating func leave() -> String {
        defer { shown = nil }
        return shown == nil ? "" : "\r\n"
    }

    private func whole(_ content: LineLayout.Content) -> String {
        let text = visible(content.line.text, content)
        return content.prompt.text.lineEndingsForTerminal + text.lineEndingsForTerminal
            + backspaces(over: content.line.tail)
    }

    /// The text with control characters spelled out and the second prompt after each line feed.
    private func visible(_ text: some StringProtocol, _ content: LineLayout.Content) -> String {
        text.map { $0.isNewline ? "\n" + content.continuation.text : VisibleText.of($0) }.joined()
    }

    private func edit(from old: LineLayout.Content, to new: LineLayout.Content, columns: Int) -> String? {
        if old.line.text == new.line.text { return move(from: old.line, to: new.line) }
        let common = old.line.text.commonPrefix(with: new.line.text)
        if old.line.isAtEnd && new.line.isAtEnd && common == old.line.text {
            return visible(new.line.text.dropFirst(common.count), new).lineEndingsForTerminal
        }
        let widest = DisplayWidth.of(new.prompt.text) + max(width(old.line.text), width(new.line.text))
        guard widest < columns, !(old.line.text + new.line.text).contains(where: \.isNewline) else { return nil }
        let oldRest = old.line.text.dropFirst(common.count)
        let newRest = new.line.text.dropFirst(common.count)
        let surplus = max(0, width(oldRest) - width(newRest))
        guard let start = move(from: old.line, to: EditedLine(old.line.text, cursor: common.utf8.count)) else {
            return nil
        }
        return start + visible(newRest, new) + String(repeating: " ", count: surplus)
            + String(repeating: "\u{8}", count: surplus) + backspaces(over: new.line.tail)
    }

    private func move(from old: EditedLine, to new: EditedLine) -> String? {
        let passed = old.text[min(old.cursorIndex, new.cursorIndex)..<max(old.cursorIndex, new.cursorIndex)]
        if passed.contains(where: \.isNewline) { return nil }
        return new.cursor > old.cursor ? passed.map { VisibleText.of($0) }.joined() : backspaces(over: passed)
    }

    private func backspaces(over text: Substring) -> String {
        String(repeating: "\u{8}", count: text.contains(where: \.isNewline) ? 0 : width(text))
    }

    private func width(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + DisplayWidth.of(VisibleText.of($1)) }
    }
}

extension String {
    /// The prefix that two texts share, in whole characters.
    func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
