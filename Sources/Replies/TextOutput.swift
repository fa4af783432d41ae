import Explaining
import Journal
import Language
import Reading
import Synchronization

/// What a session says, as text.
public final class TextOutput: Output {
    private let sink: any TextSink
    /// Where it goes if it was said in the background.
    private let background: any TextSink
    /// Whether an uncaught failure is told with `FILE:LINE:COLUMN:` in front.
    private let showsPlace: Bool
    /// What it is read on, which may change its size at any time.
    private let canvas: @Sendable () -> Canvas
    /// The kinds of the sockets that were asked for, if calls are explained; nil if they are not.
    private let explained = Mutex<SocketKinds?>(nil)
    private let isExplaining = Atomic(false)
    /// What is worth saying once about calls that succeeded; nil where nothing is said beside replies.
    private let remarks: RemarkTeller?

    /// Text that goes to a sink; `showsPlace` for a script, where nobody sees the line that failed.
    ///
    /// - Parameters:
    ///   - background: where the replies of statements in the background go, flushed after each; nil for the same sink.
    ///   - remarks: what is said once about calls that succeeded in another way than it seems; nil for nothing.
    public init(
        _ sink: any TextSink,
        showsPlace: Bool,
        background: (any TextSink)? = nil,
        remarks: RemarkTeller? = nil,
        canvas: @Sendable @escaping () -> Canvas = { .unlimited }
    ) {
        self.sink = sink
        self.remarks = remarks
        self.background = background ?? sink
        self.canvas = canvas
        self.showsPlace = showsPlace
    }

    public var wantsCalls: Bool {
        isExplaining.load(ordering: .relaxed) || remarks?.isOver == false
    }

    public func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        let sink = record.job == nil ? self.sink : background
        // What failed has a reply only if it is a question: the answer.
        if !isQuiet, record.failure == nil || record.reply != .none {
            if record.reply != .none { sink.write(ReplyText.text(record.reply, style, on: canvas())) }
            for note in record.notes { sink.write(comment(Quoting.oneLine(note))) }
        }
        if !calls.isEmpty {
            explain(calls, history: history, on: sink)
            if record.job == nil, let said = remarks?.said(of: record, calls, history) { sink.write(comment(said)) }
        }
        if record.job != nil { sink.flush() }
    }

    private func explain(_ calls: [Call], history: Journal, on sink: any TextSink) {
        explained.withLock { kinds in
            guard var known = kinds else { return }
            let explanations = Explanation.all(calls, history: history, kinds: &known)
            kinds = known
            let room = canvas().narrowed(by: 2).width
            sink.write(explanations.flatMap { $0.lines(width: room) }.map { "  " + $0 + "\n" }.joined())
        }
    }

    private func comment(_ note: String) -> String {
        note.wrapped(width: canvas().narrowed(by: 2).width ?? .max).map { "# " + $0 + "\n" }.joined()
    }

    public func explain(_ on: Bool) {
        isExplaining.store(on, ordering: .relaxed)
        explained.withLock { $0 = on ? $0 ?? SocketKinds() : nil }
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        let text = FailureText(failure, record, history: history)
        sink.writeFailure(text.styled(width: canvas().width, place: showsPlace ? text.place : nil))
    }

    public func progress(_ text: String?) { sink.progress(text) }

    public func notice(_ text: String) { sink.write(Quoting.oneLine(text) + "\n") }

    public func flush() { sink.flush() }
}
