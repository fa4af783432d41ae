import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Synchronization

/// What a session says to a person at the terminal: replies and failures at once, notices through the editor's queue.
final class TerminalOutput: Output, WatchScreen {
    private let writer: StandardOutput
    private let text: TextOutput
    private let style: Style
    private let recording: LiveRecording?
    private let seenFiles: Set<String>
    private let notices = Mutex<NoticeQueue?>(nil)
    private let live = LivePicture()
    private let keys = Mutex<KeyWatch?>(nil)
    private let waitingPages = Mutex<[Picture]>([])

    /// A terminal's output, with a recording that hears all of it. What is run from a `lesson`'s file is shown to the
    /// person first, as what they type is seen.
    init(style: Style, recording: LiveRecording? = nil, lesson: String? = nil) {
        self.style = style
        seenFiles = Set([Prompt.sourceName, lesson].compactMap { $0 })
        self.recording = recording
        writer = StandardOutput(recording: recording)
        text = TextOutput(writer, showsPlace: false) { TerminalSize.canvas }
    }

    /// From now on notices go to the queue.
    func attach(_ queue: NoticeQueue) { notices.withLock { $0 = queue } }

    var wantsCalls: Bool { text.wantsCalls }

    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        if style == .page, !isQuiet, let page = record.reply.page {
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
        let place = seenFiles.contains(record.source.file) ? "" : text.place + ": "
        var styled = StyledText(place + text.headline + "\n", .error)
        for line in text.lines(width: TerminalSize.columns ?? 80).dropFirst() { styled.append(line + "\n") }
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

    var screen: (any WatchScreen)? { self }

    func watched(_ change: String, picture: Picture, isFirst: Bool) {
        guard style.mode == .full else {
            writer.write(Quoting.oneLine(change) + "\n")
            return writer.flush()
        }
        writer.write(live.painted(picture.text(on: TerminalSize.canvas), isFirst: isFirst))
        writer.flush()
    }

    func keyPressed() -> Bool {
        keys.withLock { keys in
            if keys == nil { keys = KeyWatch() }
            return keys?.isOver() ?? false
        }
    }

    func watchingEnded() {
        keys.withLock { keys in
            keys?.stop()
            keys = nil
        }
    }

    /// The pages that are to be shown when the session is free again: a person takes their time to read.
    func takePages() -> [Picture] {
        waitingPages.withLock { pages in
            defer { pages = [] }
            return pages
        }
    }

    /// Shows what a lesson has to say at once: above the line that is typed, or below the one that runs, whose call waits.
    func announce(_ passages: [Passage], _ moment: PeerWatch.Moment) {
        switch moment {
        case .running: passages.show(with: style, on: writer)
        case .typing:
            for line in passages.flatMap({ $0.lines(width: Passage.width, on: TerminalSize.canvas) }) { notice(line) }
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

extension Value {
    /// A text for reading that is shown in pages; nil for what is no text.
    fileprivate var page: Picture? {
        switch self {
        case .picture(let picture): picture
        case .text(let text): Picture { _ in text }
        default: nil
        }
    }
}
