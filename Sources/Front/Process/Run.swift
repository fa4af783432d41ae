import Assistance
import Commands
import Explaining
import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Sockets

/// One run of the program, as the command line asks for it.
struct Run {
    let statements: String?
    let script: [String]
    let isJSON: Bool
    let keepsGoing: Bool
    let isPlain: Bool
    let recording: RecordingRequest?
    private let writer: Screen

    init(
        statements: String?,
        script: [String],
        isJSON: Bool,
        keepsGoing: Bool,
        isPlain: Bool,
        recording: RecordingRequest? = nil,
        on writer: Screen = .standard
    ) {
        self.writer = writer
        self.recording = recording
        self.statements = statements
        self.script = script
        self.isJSON = isJSON
        self.keepsGoing = keepsGoing
        self.isPlain = isPlain
    }

    /// The prompt or a script, whichever is meant; returns the exit code.
    func start() -> Int32 {
        let isAtPrompt = statements == nil && script.isEmpty && !isJSON && Prompt.isPossible
        prepare(isAtPrompt: isAtPrompt)
        if isAtPrompt { return prompt() }
        guard recording == nil else { return refuse(LiveRecording.needsTerminal) }
        // Whoever types line by line through a pipe is told as much as at a prompt.
        let isTyped = keepsGoing && !isJSON && statements == nil && script.isEmpty
        let session = Session(registry: .all, output: output(isTyped: isTyped))
        let waits = isTyped ? WaitTeller(session) { [writer] in writer.interject($0) } : nil
        if isTyped { session.sayOversights() }
        let result = runScript(on: session)
        waits?.stop()
        writer.flush()
        session.locked { session.closeAll() }
        // The process ends here, and the journal with it: taking it apart call by call would waste time.
        _ = Unmanaged.passRetained(session)
        return status(result)
    }

    private func output(isTyped: Bool) -> any Output {
        if isJSON { return JSONOutput(writer) }
        let remarks = isTyped ? RemarkTeller(Remarks(isHeld: Observation.isHeldByDatagramSocket)) : nil
        return TextOutput(writer, showsPlace: true, remarks: remarks) { TerminalSize.canvas }
    }

    private func prompt() -> Int32 {
        do throws(Failure) {
            let recording = try recording.map { (request) throws(Failure) in
                try LiveRecording(request, title: "NetShell")
            }
            return InteractiveShell(isPlain: isPlain, recording: recording).run()
        } catch {
            return refuse(([error.message] + error.advice).joined(separator: "; "))
        }
    }

    private func refuse(_ problem: String) -> Int32 {
        writer.writeError("netshell: \(problem)\n")
        return ExitStatus.usage.rawValue
    }

    private func prepare(isAtPrompt: Bool) {
        Observation.holdStandardDescriptors()
        Interrupts.listen(isAtPrompt: isAtPrompt)
        DescriptorLimit.raise()
    }

    private func runScript(on session: Session) -> ScriptRun.Result {
        let run = ScriptRun(session: session, keepGoing: keepsGoing)
        if let statements {
            session.scriptArguments = ScriptArguments.last(script.count, after: "-c")
            return run.run(text: statements, file: "-c")
        }
        guard let path = script.first, path != "-" else {
            session.scriptArguments = ScriptArguments.last(max(script.count - 1, 0), after: "<stdin>")
            return run.run(descriptor: 0, file: "<stdin>")
        }
        session.scriptArguments = ScriptArguments.last(script.count)
        return run.run(path: path)
    }

    private func status(_ result: ScriptRun.Result) -> Int32 {
        switch result {
        case .done(let failed): return failed ? ExitStatus.failure.rawValue : ExitStatus.success.rawValue
        case .exit(let code): return code
        case .failed: return ExitStatus.failure.rawValue
        case .interrupted: return ExitStatus.interrupted.rawValue
        case .unreadable(let problem):
            return refuse(problem)
        case .binary(let problem):
            writer.writeError(problem + "\n")
            return ExitStatus.usage.rawValue
        }
    }

    /// Checks recorded sessions, one after the other; returns the exit code.
    func check() -> Int32 {
        prepare(isAtPrompt: false)
        defer { writer.flush() }
        guard !script.isEmpty else {
            return refuse("--check needs a file")
        }
        var status = ExitStatus.success
        for path in script {
            let name = Quoting.oneLine(path)
            switch TranscriptFile.check(path, registry: .all) {
            case .passed(let steps): writer.write("ok \(name) (\(steps) steps)\n")
            case .differs(let differences):
                status = .check
                writer.write("not ok \(name)\n" + differences.map { $0.description + "\n" }.joined())
            case .unreadable(let problem):
                return refuse(problem)
            }
        }
        return status.rawValue
    }

    /// Prints the manual page.
    func print(manual: String) -> Int32 {
        writer.write(manual)
        writer.flush()
        return ExitStatus.success.rawValue
    }

    /// Prints the JSON Schema of `--json`.
    func printSchema() -> Int32 {
        writer.write(JSON.schema.text + "\n")
        writer.flush()
        return ExitStatus.success.rawValue
    }
}
