import Commands
import Journal
import Language
import Shell
import Sockets
import Terminal
import Views

/// The interactive shell: one thread owns the terminal, reads entries and runs them.
struct Prompt {
    private let isPlain: Bool

    init(isPlain: Bool) { self.isPlain = isPlain }

    func run() -> Int32 {
        let style = Style.chosen(plain: isPlain)
        let history = History(path: Folders.state.map { $0 + "/history" })
        let output = TerminalOutput(style: style)
        let session = Session(registry: .all, output: output, isInteractive: true)
        let editor = LineEditor(
            hooks: ShellAssist(session: session).hooks,
            history: history,
            style: style,
            userBindings: Folders.home.map { $0 + "/.editrc" }
        )
        output.attach(editor.notices)
        runInitFile(on: session)
        let watch = SocketWatch(session: session, notices: editor.notices)
        watch.start()
        let status = loop(editor, session, output, watch)
        session.locked { session.closeAll() }
        return status
    }

    /// Runs the person's own init file, if there is one; what is wrong with it is told, and the shell goes on.
    private func runInitFile(on session: Session) {
        guard let path = Folders.configuration.map({ $0 + "/init" }), access(path, F_OK) == 0 else { return }
        session.scriptArguments = [path]
        if case .unreadable(let problem) = ScriptRun(session: session, keepGoing: true).run(path: path) {
            StandardOutput().writeError("netshell: \(problem)\n")
        }
    }

    private func loop(
        _ editor: LineEditor,
        _ session: Session,
        _ output: TerminalOutput,
        _ watch: SocketWatch
    ) -> Int32 {
        var line = 1
        var asked = false
        while true {
            for page in output.takePages() { editor.page(StyledText(page)) }
            editor.usesViKeys = session.locked { session.settings.usesViKeys }
            watch.isActive = true
            let entry = editor.readEntry()
            watch.isActive = false
            switch entry {
            case .text(let text):
                asked = false
                let source = Source(file: "<prompt>", firstLine: line, text: Array(text.utf8))
                line += 1 + text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
                if case .exit(let code) = Interpreter.run(source, on: session) { return code }
            case .interrupted:
                Interrupts.take()
            case .endOfFile:
                let open = session.locked { session.sockets.count }
                if open == 0 || asked { return ExitStatus.success.rawValue }
                asked = true
                editor.post(
                    StyledText("\(open) socket\(open == 1 ? " is" : "s are") open; Ctrl-D again leaves", .notice)
                )
            case .terminalGone:
                return ExitStatus.success.rawValue
            }
        }
    }
}
