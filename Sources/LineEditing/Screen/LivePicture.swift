import Language

/// A text that is painted again in its own place as often as it changes. Pure: it gives what to write.
struct LivePicture {
    /// The lines that stand on the screen, the cursor below them.
    private var lines: [String] = []

    /// What to write so that the text stands where the one before stood, or below everything if it is the first.
    mutating func painted(_ text: String, columns: Int, rows: Int, isFirst: Bool) -> String {
        let back = isFirst ? "" : erased()
        lines = Self.fitted(text, columns: columns, rows: rows)
        return back + repainted()
    }

    /// What to write to take it away. CUU and ED (ECMA-48 §8.3.22 and §8.3.39): up to the first line, and away with all below.
    func erased() -> String { lines.isEmpty ? "" : "\u{1b}[\(lines.count)A\u{1b}[J" }

    /// What to write to have it again.
    func repainted() -> String { lines.map { $0 + "\n" }.joined() }

    /// The lines that the screen has room for. If they are too many, the longest of the parts that empty lines separate is left
    /// out first; if they are too wide, their ends are.
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
