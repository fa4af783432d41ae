import Journal
import Language
import Lessons
import Synchronization
import Terminal
import Views

/// What a session says to a person at the terminal: replies and failures at once, notices through the editor's queue.
final class TerminalOutput: Output {
    private let writer: StandardOutput
    private let text: TextOutput
    private let style: Style
    private let recording: LiveRecording?
    private let notices = Mutex<NoticeQueue?>(nil)
    private let live = LivePicture()
    private let waitingPages = Mutex<[String]>([])

    /// A terminal's output, with a recording that hears all of it.
    init(style: Style, recording: LiveRecording? = nil) {
        self.style = style
        self.recording = recording
        writer = StandardOutput(recording: recording)
        text = TextOutput(writer, showsPlace: false)
    }

    /// From now on notices go to the queue.
    func attach(_ queue: NoticeQueue) { notices.withLock { $0 = queue } }

    var wantsCalls: Bool { text.wantsCalls }

    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        if style == .page, !isQuiet, case .text(let page) = record.reply {
            return waitingPages.withLock { $0.append(page) }
        }
        text.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        writer.flush()
    }

    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        writer.flush()
        // The terminal itself shows the key that did it.
        if case .interrupted = failure.reason { recording?.painted("^C") }
        let text = FailureText(failure, record, history: history)
        // What was typed stands above; a line of the init file does not.
        let place = record.source.file == Prompt.sourceName ? "" : text.place + ": "
        var styled = StyledText(place + text.headline + "\n", .error)
        for line in text.lines.dropFirst() { styled.append(line + "\n") }
        writer.write(self.style.rendered(styled))
        writer.flush()
    }

    /// The line that a person sees first.
    func greet() {
        let help = "help tells what there is, learn teaches, exit leaves"
        let greeting = "NetShell \(NetShell.configuration.version): " + help
        writer.write(style.rendered(StyledText(greeting, .dim)) + "\n")
        writer.flush()
    }

    func notice(_ text: String) {
        recording?.noticed(text)
        post(text)
    }

    private func post(_ text: String) { notices.withLock { $0?.post(StyledText(text, .notice)) } }

    func flush() { writer.flush() }

    func explain(_ on: Bool) { text.explain(on) }

    func watched(_ change: String, picture: String, isFirst: Bool) {
        guard style.mode == .full else {
            writer.write(Quoting.oneLine(change) + "\n")
            return writer.flush()
        }
        writer.write(live.painted(picture, isFirst: isFirst))
        writer.flush()
    }

    /// The pages that are to be shown when the session is free again: a person takes their time to read.
    func takePages() -> [String] {
        waitingPages.withLock { pages in
            defer { pages = [] }
            return pages
        }
    }

    /// Shows what a lesson says; a recording marks where the step begins.
    func show(_ passages: [Passage], of guide: LessonGuide) {
        let place = passages.firstIndex(of: guide.heading) ?? passages.endIndex
        Array(passages[..<place]).show(with: style, on: writer)
        if place < passages.endIndex, let step = guide.step { recording?.begins(step) }
        Array(passages[place...]).show(with: style, on: writer)
    }
}
