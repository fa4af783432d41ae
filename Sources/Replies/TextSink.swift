import Language

/// Where text goes: standard output, a transcript in memory, a terminal.
public protocol TextSink: AnyObject, Sendable {
    /// Takes text in.
    func write(_ text: String)
    /// Takes text about an error in.
    func writeError(_ text: String)
    /// Shows a person how far something long has come; nil when it is over.
    func progress(_ text: String?)
    /// Takes in how a statement failed.
    func writeFailure(_ text: StyledText)
    /// Lets everything taken in be seen.
    func flush()
}

extension TextSink {
    /// Nobody is waiting.
    public func progress(_ text: String?) {}
    public func writeFailure(_ text: StyledText) { writeError(text.text) }
}
