/// The lines of blocks.
extension LineEditor {
    /// Begins another line of the entry. Without escape sequences nothing is indented: each closing brace would have to
    /// rewrite the entry.
    func newLine() {
        insert("\n" + (style.mode == .full ? Indentation.behind(line.head) : ""))
    }

    func closeBlock() {
        if style.mode == .full { replace(with: Indentation.closing(line)) } else { insert("}") }
    }
}
