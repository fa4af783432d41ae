import Language
import Shell

/// What the editor is told about the shell: every hook is answered from the commands' own declarations and from the
/// session as it is at that moment.
public struct ShellAssist {
    let session: Session

    /// Assistance for a session.
    public init(session: Session) { self.session = session }

    /// The hooks for the editor.
    public var hooks: EditorHooks {
        var hooks = EditorHooks()
        hooks.prompt = { session.locked { prompt } }
        hooks.complete = { text, cursor in session.locked { completions(text, cursor) } }
        hooks.hint = { text, cursor in session.locked { hint(text, cursor) } }
        hooks.highlight = { text in session.locked { highlight(text) } }
        hooks.needsMore = EntryScanner.needsMore
        hooks.help = { text, cursor in session.locked { help(text, cursor) } }
        hooks.questionMarkAsks = { text, cursor in !LineAnalysis(text, cursor: cursor).current.isQuoted }
        return hooks
    }

    /// The prompt: the current socket with its state and address, the jobs that run.
    var prompt: StyledText {
        var text = StyledText()
        if let socket = session.sockets.current {
            text.append(socket.name, .promptName)
            text.append(" " + socket.summary, .promptState)
        } else {
            text.append("netshell", .promptName)
        }
        let running = session.jobs.running
        if running > 0 { text.append(running == 1 ? " (1 job)" : " (\(running) jobs)", .promptState) }
        text.append("> ", .promptMark)
        return text
    }

    /// The command that the statement around the cursor calls, with its context; nil where there is none.
    func command(of analysis: LineAnalysis) -> (command: Command, context: Context)? {
        guard let word = analysis.command else { return nil }
        let (receiver, name) = word.text.receiverAndCommand
        guard let command = session.registry[name] else { return nil }
        let socket = receiver.flatMap { session.sockets[$0] } ?? (receiver == nil ? session.sockets.current : nil)
        return (command, Context(session: session, socket: command.actsOnSocket ? socket : nil))
    }
}
