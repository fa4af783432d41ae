import Language
import Synchronization

/// A text that is painted again in its own place as often as it changes.
public final class LivePicture: Sendable {
    private let height = Mutex(0)

    /// Nothing painted yet.
    public init() {}

    /// What to write so that the text stands where the one before stood, or below everything where it is the first.
    public func painted(_ text: String, isFirst: Bool) -> String {
        let size = TerminalDevice().size
        let lines = Self.fitted(text, columns: size.columns, rows: size.rows)
        let before = height.withLock { height in
            defer { height = lines.count }
            return height
        }
        // CUU and ED (ECMA-48 §8.3.22 and §8.3.39): up to the first line, and away with all below.
        let back = isFirst || before == 0 ? "" : "\u{1b}[\(before)A\u{1b}[J"
        return back + lines.map { $0 + "\n" }.joined()
    }

    /// The lines that the screen has room for. Where they are too many, the longest of the parts that empty lines
    /// separate is left out first; where they are too wide, their ends are.
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
