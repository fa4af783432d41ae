import Language
import LineEditing
import Shell

/// What the editor is told about the shell: every hook is answered from the commands' own declarations and from the
/// session as it is at that moment.
public struct ShellAssist {
    let session: Session
    let pastEntries: () -> [String]

    /// Assistance for a session; `pastEntries` returns what was entered before, oldest first.
    public init(session: Session, pastEntries: @escaping () -> [String] = { [] }) {
        self.session = session
        self.pastEntries = pastEntries
    }

    /// The hooks for the editor.
    public var hooks: EditorHooks {
        var hooks = EditorHooks.inShell
        // While many jobs end at once these three would wait for each of them, and so would the keys.
        var last = StyledText("netshell> ", .promptName)
        hooks.prompt = { columns in
            if let prompt = session.lockedSoon({ prompt(columns: columns) }) { last = prompt }
            return last
        }
        hooks.complete = { text, cursor in session.locked { completions(text, cursor) } }
        hooks.hint = { text, cursor in session.lockedSoon { hint(text, cursor) } ?? nil }
        hooks.highlight = { text in session.lockedSoon { highlight(text) } ?? [] }
        hooks.needsMore = EntryProgress.needsMore
        hooks.continuationPrompt = { text in
            StyledText(EntryProgress.openQuote(text).map { "\($0)… " } ?? "… ", .promptMark)
        }
        hooks.help = { text, cursor, columns in session.locked { help(text, cursor, columns) } }
        hooks.questionMarkAsks = questionMarkAsks
        hooks.lastWord = CursorWord.last
        return hooks
    }

    /// The command of a call, with its context; nil if there is none.
    func command(of call: CommandHead) -> (command: Command, context: Context)? {
        command(named: call.command.text, receiver: call.receiver?.text)
    }

    /// The command that a word such as `s.accept` calls, with its context; nil if there is none.
    func command(named word: String) -> (command: Command, context: Context)? {
        let (receiver, name) = word.receiverAndCommand
        return command(named: name, receiver: receiver)
    }

    private func command(named name: String, receiver: String?) -> (command: Command, context: Context)? {
        guard let command = session.registry[name] else { return nil }
        let socket = receiver.flatMap { session.sockets[$0] } ?? (receiver == nil ? session.sockets.current : nil)
        var context = Context(session: session, socket: command.actsOnSocket ? socket : nil)
        context.pastHosts = { PastHosts.find(in: pastEntries(), session.registry) }
        return (command, context)
    }
}

extension EditorHooks {
    /// Hooks that know nothing of the shell but what a Ctrl-C before the prompt means: it interrupts nothing, but voids
    /// the type-ahead.
    public static var inShell: EditorHooks {
        var hooks = EditorHooks()
        var known = Interrupts.count
        hooks.willRead = {
            defer { known = Interrupts.count }
            Interrupts.take()
            return Interrupts.count != known
        }
        return hooks
    }
}
