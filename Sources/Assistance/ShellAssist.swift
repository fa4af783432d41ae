import Language
import LineEditing
import Shell

/// What the editor is told about the shell: every hook is answered from the commands' own declarations and from the
/// session as it is at that moment.
public struct ShellAssist {
    let session: Session
    let pastEntries: () -> [String]
    /// Words that begin a statement or a part of one and are no commands, each with its form.
    let keywords: [(name: String, form: String)]
    let keywordNames: Set<String>

    /// Assistance for a session; `pastEntries` gives what was entered before, oldest first.
    public init(session: Session, pastEntries: @escaping () -> [String] = { [] }) {
        self.session = session
        self.pastEntries = pastEntries
        keywords = session.registry.topics.flatMap(\.keywords)
        keywordNames = Set(keywords.map(\.name))
    }

    /// The hooks for the editor.
    public var hooks: EditorHooks {
        var hooks = EditorHooks.inShell
        // While many jobs end at once these three would wait for each of them, and the keys with them.
        var last = StyledText("netshell> ", .promptName)
        hooks.prompt = { columns in
            if let prompt = session.lockedSoon({ prompt(columns: columns) }) { last = prompt }
            return last
        }
        hooks.complete = { text, cursor in session.locked { completions(text, cursor) } }
        hooks.hint = { text, cursor in session.lockedSoon { hint(text, cursor) } ?? nil }
        hooks.highlight = { text in session.lockedSoon { highlight(text) } ?? [] }
        hooks.needsMore = EntryProgress.needsMore
        hooks.help = { text, cursor, columns in session.locked { help(text, cursor, columns) } }
        hooks.questionMarkAsks = questionMarkAsks
        hooks.lastWord = LineAnalysis.lastWord
        return hooks
    }

    /// The command that the statement around the cursor calls, with its context; nil where there is none.
    func command(of analysis: LineAnalysis) -> (command: Command, context: Context)? {
        analysis.command.flatMap { command(named: $0.text) }
    }

    /// The command that a word such as `s.accept` calls, with its context; nil where there is none.
    func command(named word: String) -> (command: Command, context: Context)? {
        let (receiver, name) = word.receiverAndCommand
        guard let command = session.registry[name] else { return nil }
        let socket = receiver.flatMap { session.sockets[$0] } ?? (receiver == nil ? session.sockets.current : nil)
        var context = Context(session: session, socket: command.actsOnSocket ? socket : nil)
        context.pastHosts = { PastHosts.find(in: pastEntries(), session.registry) }
        return (command, context)
    }
}

extension EditorHooks {
    /// Hooks that know of the shell only what becomes of a Ctrl-C that was hit before the prompt: it interrupts nothing, but
    /// what was typed ahead of it is void.
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
