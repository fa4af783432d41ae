import Explaining
import Journal
import Language
import Reading
import Synchronization

/// What a session says, as text.
public final class TextOutput: Output {
    private let sink: any TextSink
    /// Whether an uncaught failure is told with `FILE:LINE:COLUMN:` in front.
    private let showsPlace: Bool
    /// What it is read on, which may change its size at any time.
    private let canvas: @Sendable () -> Canvas
    /// The kinds of the sockets that were asked for, if calls are explained; nil if they are not.
    private let explained = Mutex<SocketKinds?>(nil)
    private let isExplaining = Atomic(false)

    /// Text that goes to a sink; `showsPlace` for a script, where nobody sees the line that failed.
    public init(_ sink: any TextSink, showsPlace: Bool, canvas: @Sendable @escaping () -> Canvas = { .unlimited }) {
        self.sink = sink
        self.canvas = canvas
        self.showsPlace = showsPlace
    }

    public var wantsCalls: Bool { isExplaining.load(ordering: .relaxed) }

    public func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        if !isQuiet, record.failure == nil {
            if record.reply != .none { show(record.reply, style) }
            for note in record.notes { sink.write(comment(Quoting.oneLine(note))) }
        }
        guard !calls.isEmpty else { return }
        explained.withLock { kinds in
            guard var known = kinds else { return }
            let explanations = Explanation.all(calls, history: history, kinds: &known)
            kinds = known
            let room = canvas().width.map { $0 - 2 }
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

    private func show(_ reply: Value, _ style: ReplyStyle) {
        switch style {
        case .typed: sink.write(ReplyText.typed(reply, on: canvas()))
        case .line: sink.write(ReplyText.line(reply, on: canvas()))
        case .raw, .page: sink.write(ReplyText.raw(reply, on: canvas()))
        }
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        let text = FailureText(failure, record, history: history)
        var lines = text.lines(width: canvas().width)
        if showsPlace { lines[0] = "\(text.place): \(lines[0])" }
        sink.writeError(lines.joined(separator: "\n") + "\n")
    }

    public func notice(_ text: String) { sink.write(Quoting.oneLine(text) + "\n") }

    public func flush() { sink.flush() }
}
