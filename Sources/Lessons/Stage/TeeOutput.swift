import Journal
import Replies

/// An output that is passed on, and kept as text beside it.
final class TeeOutput: Output {
    private let output: any Output
    private let recording = Recording()
    private let text: TextOutput

    /// What goes to an output.
    init(_ output: any Output) {
        self.output = output
        text = TextOutput(recording, showsPlace: false)
    }

    /// The lines since the last time.
    func takeLines() -> [String] { recording.takeLines() }

    var wantsCalls: Bool { output.wantsCalls }

    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        output.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        text.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
    }

    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        output.uncaught(failure, record, history: history)
        text.uncaught(failure, record, history: history)
    }

    func notice(_ text: String) { output.notice(text) }
    func flush() { output.flush() }
    func explain(_ on: Bool) { output.explain(on) }
    var screen: (any WatchScreen)? { output.screen }
}
