import Journal
import Language

/// What a session says, as text.
public final class TextOutput: Output {
    private let sink: any TextSink
    /// Whether an uncaught failure is told with `FILE:LINE:COLUMN:` in front.
    private let showsPlace: Bool

    /// Text that goes to a sink; `showsPlace` for a script, where nobody sees the line that failed.
    public init(_ sink: any TextSink, showsPlace: Bool) {
        self.sink = sink
        self.showsPlace = showsPlace
    }

    public func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        guard !isQuiet, record.failure == nil else { return }
        defer { for note in record.notes { sink.write("# " + Quoting.oneLine(note) + "\n") } }
        guard record.reply != .none else { return }
        switch style {
        case .typed: sink.write(ReplyText.typed(record.reply))
        case .line: sink.write(ReplyText.line(record.reply))
        case .page: sink.write(ReplyText.raw(record.reply))
        case .raw: sink.write(ReplyText.raw(record.reply))
        }
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        let text = FailureText(failure, record, history: history)
        var lines = text.lines
        if showsPlace { lines[0] = "\(text.place): \(lines[0])" }
        sink.writeError(lines.joined(separator: "\n") + "\n")
    }

    public func notice(_ text: String) { sink.write(Quoting.oneLine(text) + "\n") }

    public func flush() { sink.flush() }
}
