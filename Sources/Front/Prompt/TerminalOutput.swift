import Explaining
import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Sockets
import Synchronization

/// What a session says at the terminal: replies and failures at once; what jobs say, above the line being typed.
final class TerminalOutput: Output, WatchScreen {
    private let terminal: Screen
    private let text: TextOutput
    private let style: Style
    private let recording: LiveRecording?
    private let seenFiles: Set<String>
    private let isAtPrompt = Atomic(false)
    private let keys = Mutex<KeyWatch?>(nil)
    private let waitingPages = Mutex<[Picture]>([])
    /// Says what is worth saying once about calls that succeeded, in this output's style.
    private let remarks: RemarkTeller?

    /// A terminal's output, with a recording that hears all of it. What is run from a `lesson`'s file is shown
    /// first, as typed input would be seen.
    ///
    /// - Parameter remarks: whether something is said once about calls that succeeded in another way than it seems.
    init(
        style: Style,
        recording: LiveRecording? = nil,
        lesson: String? = nil,
        remarks: Bool = false,
        on terminal: Screen = .standard
    ) {
        self.remarks = remarks ? RemarkTeller(Remarks(isHeld: Observation.isHeldByDatagramSocket)) : nil
        self.style = style
        seenFiles = Set([Prompt.sourceName, lesson].compactMap { $0 })
        self.recording = recording
        self.terminal = terminal
        text = TextOutput(terminal, showsPlace: false, background: Interjections(terminal)) { TerminalSize.canvas }
    }

    /// Turns notices on or off: off when nobody types lines between which they could appear.
    func showNotices(_ on: Bool) { isAtPrompt.store(on, ordering: .relaxed) }

    var wantsCalls: Bool { text.wantsCalls || remarks?.isOver == false }

    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        if !isQuiet, record.job == nil, let page = page(record, style) {
            return waitingPages.withLock { $0.append(page) }
        }
        text.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        if record.job == nil { remark(on: record, calls, history) }
        terminal.flush()
    }

    /// Says once what a call that succeeded did not tell.
    private func remark(on record: StatementRecord, _ calls: [Call], _ history: Journal) {
        guard let said = remarks?.said(of: record, calls, history) else { return }
        for line in said.wrapped(width: (TerminalSize.columns ?? 80) - 2) {
            terminal.write(style.rendered(StyledText("# " + line, .comment)).line)
        }
    }

    /// A reply that is shown in pages: one that is made for reading, or that is longer than the screen.
    private func page(_ record: StatementRecord, _ style: ReplyStyle) -> Picture? {
        if style == .page { return record.reply.page }
        guard self.style.mode == .full, record.failure == nil, let rows = TerminalSize.both()?.rows else { return nil }
        return record.reply.picture(in: style, longerThan: rows)
    }

    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        terminal.flush()
        // The terminal itself shows the key that did it.
        if case .interrupted = failure.reason { recording?.painted("^C") }
        let text = FailureText(failure, record, history: history)
        // What was typed is visible above; a line of the init file is not.
        let place = seenFiles.contains(record.source.file) ? nil : text.place
        let styled = text.styled(width: TerminalSize.columns ?? 80, place: place)
        let shown = style.rendered(styled)
        terminal.write(shown) { [recording] listener in
            if let recording { recording.failed(styled.text, as: shown.text) } else { listener.shown(shown.text) }
        }
    }

    /// What is shown first: in three lines what one can do now.
    func greet() {
        let greeting = """
            NetShell \(Release.version): every socket call is a command, such as s = socket inet stream
            learn begins the lessons, help lists what there is; or ask: what is a socket?
            Tab completes, Ctrl-C ends a call that waits, exit leaves
            """
        for line in greeting.split(separator: "\n") {
            for row in String(line).wrapped(width: TerminalSize.columns ?? 80) {
                terminal.write(style.rendered(StyledText(row, .dim)).line)
            }
        }
        terminal.flush()
    }

    func notice(_ text: String) {
        if isAtPrompt.load(ordering: .relaxed) { terminal.post(style.rendered(StyledText(text, .notice))) }
    }

    func progress(_ text: String?) { terminal.progress(text) }

    func flush() { terminal.flush() }

    func explain(_ on: Bool) { text.explain(on) }

    var screen: (any WatchScreen)? { self }

    func watched(_ change: String, picture: Picture, isFirst: Bool) {
        guard style.mode == .full else {
            terminal.write(Quoting.oneLine(change) + "\n")
            return terminal.flush()
        }
        terminal.show(picture: picture.text(on: TerminalSize.canvas), isFirst: isFirst)
    }

    func keyPressed() -> Bool {
        keys.withLock { keys in
            if keys == nil { keys = KeyWatch() }
            let isOver = keys?.isOver() ?? false
            // What comes after this statement is not run then.
            if EndingSignal.number != nil { Interrupts.raise() }
            return isOver
        }
    }

    func watchingEnded() {
        terminal.leavePicture()
        keys.withLock { keys in
            keys?.stop()
            keys = nil
        }
    }

    /// The pages to show when the session is free again: reading takes time.
    func takePages() -> [Picture] {
        waitingPages.withLock { pages in
            defer { pages = [] }
            return pages
        }
    }

    /// Shows what a lesson says, at once: above the line being typed, or below the running statement, whose call waits.
    func announce(_ passages: [Passage]) {
        for passage in passages {
            let text = passage.rendered(style)
            terminal.interject(text) { _, isPaintedLater in
                recording?.said(passage, as: text.text, isPaintedLater: isPaintedLater)
            }
        }
    }

    /// Shows what a lesson says; a recording marks where the step begins.
    func show(_ passages: [Passage], of guide: LessonGuide) {
        let place = passages.firstIndex(of: guide.heading) ?? passages.endIndex
        Array(passages[..<place]).show(with: style, on: terminal, recording)
        if place < passages.endIndex, let step = guide.step { recording?.begins(step) }
        Array(passages[place...]).show(with: style, on: terminal, recording)
    }
}

extension Value {
    /// The reply to be laid out again for pages, if it has more lines than the screen has rows; data is never, as its lines are
    /// its own.
    fileprivate func picture(in style: ReplyStyle, longerThan rows: Int) -> Picture? {
        switch self {
        case .list, .record, .picture: break
        default: return nil
        }
        let lines = ReplyText.text(self, style, on: TerminalSize.canvas).utf8.count { $0 == UInt8(ascii: "\n") }
        return lines < rows ? nil : Picture { ReplyText.text(self, style, on: $0) }
    }

    /// A text for reading, shown in pages; nil if it is not text.
    fileprivate var page: Picture? {
        switch self {
        case .picture(let picture): picture
        case .text(let text): Picture { _ in text }
        default: nil
        }
    }
}
