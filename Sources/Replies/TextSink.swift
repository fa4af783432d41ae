/// Where text goes: standard output, a transcript in memory, a terminal.
public protocol TextSink: AnyObject, Sendable {
    /// Takes text in.
    func write(_ text: String)
    /// Takes text about an error in.
    func writeError(_ text: String)
    /// Lets everything taken in be seen.
    func flush()
}

extension String {
    /// Line feeds as a terminal needs them that makes nothing of them itself.
    public var lineEndingsForTerminal: String {
        contains("\n") ? split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : self
    }
}
