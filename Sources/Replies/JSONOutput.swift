import Journal

/// What a session says, as one JSON object for each statement.
public final class JSONOutput: Output {
    private let sink: any TextSink

    /// JSON that goes to a sink.
    public init(_ sink: any TextSink) { self.sink = sink }

    public func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        sink.write(JSON.statement(record, calls: calls, history: history).text + "\n")
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {}

    public func notice(_ text: String) {}

    public func flush() { sink.flush() }
}
