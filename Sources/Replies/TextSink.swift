import Language

/// Where text goes: standard output, a transcript in memory, a terminal.
public protocol TextSink: AnyObject, Sendable {
    /// Takes text in.
    func write(_ text: String)
    /// Takes text about an error in.
    func writeError(_ text: String)
    /// Takes in how a statement failed.
    func writeFailure(_ text: StyledText)
    /// Lets everything taken in be seen.
    func flush()
}

extension TextSink {
    public func writeFailure(_ text: StyledText) { writeError(text.text) }
}
