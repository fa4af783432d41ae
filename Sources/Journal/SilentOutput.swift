/// An output that says nothing.
public final class SilentOutput: Output {
    /// An output that says nothing.
    public init() {}

    public func finished(
        _ record: StatementRecord,
        calls: [Call],
        history: Journal,
        isQuiet: Bool,
        style: ReplyStyle
    ) {}
    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {}
    public func notice(_ text: String) {}
    public func flush() {}
}
