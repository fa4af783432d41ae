import Commands
import LineEditing
import Shell

/// The interactive shell: one prompt after the other, since each lesson begun at a prompt ends in a new one.
struct InteractiveShell {
    let isPlain: Bool
    let recording: LiveRecording?

    /// Runs until the user leaves; returns the exit code.
    func run() -> Int32 {
        var isFirst = true
        while true {
            let request = LessonRequest()
            let style = Style.kept(plain: isPlain)
            let output = TerminalOutput(style: style, recording: recording, remarks: true)
            // A recording is of one session.
            let registry = recording == nil ? Registry.taking(request) : .all
            let session = Session(registry: registry, output: output, isInteractive: true)
            let prompt = Prompt(session: session, output: output, style: style, recording: recording)
            if isFirst { output.greet() }
            isFirst = false
            prompt.runInitFile()
            let status = prompt.run()
            guard let wanted = request.take() else {
                session.locked { session.closeAll() }
                return status
            }
            session.locked { session.endAll() }
            Learn(wanted, isPlain: isPlain).run()
        }
    }
}
