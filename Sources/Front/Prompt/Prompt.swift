import Assistance
import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Sockets

/// The interactive shell: one thread owns the terminal, reads entries and runs them.
final class Prompt {
    private let session: Session
    private let output: TerminalOutput
    private let editor: LineEditor
    private let watch: SocketWatch
    private let waits: WaitWatch
    private let guide: LessonGuide?
    private let peers: PeerWatch?
    private let recording: LiveRecording?
    private let style: Style
    private var line = 1
    private let asksToLeave: Bool
    private let endsRecording: Bool
    private var hasAsked = false

    /// Whether there can be one: both keys and output are a terminal's.
    static var isPossible: Bool { isatty(0) == 1 && isatty(1) == 1 }

    /// What errors call the typed lines.
    static let sourceName = "<prompt>"

    /// A prompt on a session; with a guide, which speaks after each statement.
    ///
    /// - Parameters:
    ///   - asksToLeave: whether one is asked before open sockets are left.
    ///   - endsRecording: whether the recording ends with the prompt; otherwise it goes on with what comes after it.
    init(
        session: Session,
        output: TerminalOutput,
        style: Style,
        guide: LessonGuide? = nil,
        peers: PeerWatch? = nil,
        recording: LiveRecording? = nil,
        asksToLeave: Bool = true,
        endsRecording: Bool = true
    ) {
        self.recording = recording
        self.style = style
        self.asksToLeave = asksToLeave
        self.endsRecording = endsRecording
        self.session = session
        self.output = output
        self.guide = guide
        self.peers = peers
        let history = History(path: Folders.state.map { $0 + "/history" })
        waits = WaitWatch(
            session: session,
            screen: .standard,
            style: style,
            others: { peers?.beside ?? [] },
            answer: { line in Self.answer(line, on: session, guide, style) }
        )
        var hooks = ShellAssist(session: session, pastEntries: { history.entries }).hooks
        hooks.typedAhead = { [waits] in waits.takeTypedAhead() }
        editor = Observation.aside {
            LineEditor(
                hooks: hooks,
                history: history,
                style: style,
                screen: .standard,
                userBindings: Folders.home.map { $0 + "/.editrc" }
            )
        }
        watch = SocketWatch(session: session) { Screen.standard.post(style.rendered(StyledText($0, .notice))) }
        session.locked { session.settings.theme = style.theme }
        output.showNotices(true)
        Screen.standard.listen(recording)
    }

    /// Reads and runs entries until the user leaves; returns the exit code.
    @discardableResult
    func run() -> Int32 {
        let status = readAndRun()
        output.showNotices(false)
        editor.dropNotices()
        if endsRecording {
            Screen.standard.listen(nil)
            recording?.finish(status)
        }
        if let problem = recording?.takeProblem() { Screen.standard.writeError("netshell: \(problem)\n") }
        return status
    }

    private func readAndRun() -> Int32 {
        watch.start()
        waits.start()
        defer {
            watch.stop()
            waits.stop()
        }
        if let guide { output.show(guide.start(), of: guide) }
        while true {
            showPages()
            if let problem = recording?.takeProblem() { editor.post(StyledText(problem, .warning)) }
            editor.use(viKeys: session.locked { session.settings.usesViKeys })
            watch.isActive = true
            let entry = peers?.during(.typing) { editor.readEntry() } ?? editor.readEntry()
            watch.isActive = false
            if let status = answer(entry) { return status }
        }
    }

    private func showPages() {
        for page in output.takePages() {
            let page = Quoting.printable(page.text(on: TerminalSize.canvas).utf8)
            recording?.replied(page)
            editor.page(StyledText(page))
        }
    }

    /// Runs the user's own init file, if there is one; problems in it are reported, and the shell goes on.
    func runInitFile() {
        guard let path = Folders.configuration.map({ $0 + "/init" }), access(path, F_OK) == 0 || errno != ENOENT else {
            return
        }
        session.scriptArguments = [.text(path)]
        switch ScriptRun(session: session, keepGoing: true).run(path: path) {
        case .unreadable(let problem): Screen.standard.writeError("netshell: \(problem)\n")
        case .binary(let problem): Screen.standard.writeError(problem + "\n")
        default: break
        }
        style.theme = session.locked { session.settings.theme }
    }

    /// Does what an entry asks for; returns the exit code if the shell is left.
    private func answer(_ entry: Entry) -> Int32? {
        switch entry {
        case .text(let text):
            hasAsked = false
            return run(text)
        case .interrupted:
            Interrupts.take()
            return nil
        case .endOfFile:
            return leave()
        case .terminalGone:
            return ExitStatus.success.rawValue
        }
    }

    private func run(_ text: String) -> Int32? {
        recording?.entered(text)
        let source = Source(file: Self.sourceName, firstLine: line, text: Array(text.utf8))
        line += 1 + text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        let interpret = { [session, waits] in waits.during { Interpreter.run(source, on: session) } }
        let outcome = peers?.during(.running, interpret) ?? interpret()
        adoptTheme()
        // Long replies come before what is said about them.
        showPages()
        if case .exit(let code) = outcome { return code }
        guard let guide else { return nil }
        output.show(guide.afterStatement(text), of: guide)
        return guide.isOver ? ExitStatus.success.rawValue : nil
    }

    /// What is answered at once to a line that is typed while a statement waits; nil for a line that has to wait.
    private static func answer(_ line: String, on session: Session, _ guide: LessonGuide?, _ style: Style) -> String? {
        if let passages = guide?.answerAside(line) { return passages.map { $0.rendered(style) }.joined() }
        guard ["sockets", "jobs"].contains(line), let found = try? session.aside(line) else { return nil }
        return ReplyText.text(found.reply, found.style, on: TerminalSize.canvas)
    }

    /// Takes the theme that was chosen, and keeps it for the next time.
    private func adoptTheme() {
        let wanted = session.locked { session.settings.theme }
        guard wanted != style.theme else { return }
        style.theme = wanted
        if let problem = KeptTheme.keep(wanted) { editor.post(StyledText(problem, .warning)) }
    }

    /// Leaves, after asking once if sockets are open.
    private func leave() -> Int32? {
        let open = session.locked { session.sockets.count }
        if open == 0 || hasAsked || !asksToLeave { return ExitStatus.success.rawValue }
        hasAsked = true
        editor.post(StyledText("\(open) socket\(open == 1 ? " is" : "s are") open; Ctrl-D again leaves", .notice))
        return nil
    }
}
