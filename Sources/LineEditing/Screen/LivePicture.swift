import Language

/// A text that is repainted in place whenever it changes. Pure: it returns what to write.
struct LivePicture {
    /// The lines on the screen, with the cursor below them.
    private var lines: [String] = []

    /// What to write to put the text where the previous one was, or below everything if it is the first.
    mutating func painted(_ text: String, columns: Int, rows: Int, isFirst: Bool) -> String {
        let back = isFirst ? "" : erased()
        lines = Self.fitted(text, columns: columns, rows: rows)
        return back + repainted()
    }

    /// What to write to erase it. CUU and ED (ECMA-48 §8.3.22 and §8.3.39): up to the first line, then erase all below.
    func erased() -> String { lines.isEmpty ? "" : "\u{1b}[\(lines.count)A\u{1b}[J" }

    /// What to write to show it again.
    func repainted() -> String { lines.map { $0 + "\n" }.joined() }

    /// The lines that the screen has room for. If there are too many, the longest part between empty lines is left
    /// out first; if they are too wide, they are truncated.
    static func fitted(_ text: String, columns: Int, rows: Int) -> [String] {
        let safe = Quoting.printable(text.utf8)
        var parts = safe.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "").map(Array.init)
        while parts.reduce(parts.count - 1, { $0 + $1.count }) >= rows, parts.count > 1 {
            guard let longest = parts.indices.max(by: { parts[$0].count < parts[$1].count }) else { break }
            parts.remove(at: longest)
        }
        return parts.joined(separator: [""]).prefix(max(rows - 1, 1)).map { String($0.prefix(max(columns - 1, 1))) }
    }
}
