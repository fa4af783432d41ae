import Replies

/// A sink that keeps what it is given.
///
/// `@unchecked Sendable`: the session writes to it under its lock, and the reader reads only between statements.
public final class Recording: TextSink, @unchecked Sendable {
    private var text = ""

    /// Nothing given yet.
    public init() {}

    public func write(_ text: String) { self.text += text }
    public func writeError(_ text: String) { self.text += text }
    public func flush() {}

    /// The lines since the last time.
    public func takeLines() -> [String] {
        defer { text = "" }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
