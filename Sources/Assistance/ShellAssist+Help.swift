import Language
import LineEditing
import Shell

extension ShellAssist {
    /// Help on the command or keyword under the cursor, or on the one whose arguments are being typed; an
    /// overview if nothing is typed.
    func help(_ text: String, _ cursor: Int, _ columns: Int) -> StyledText? {
        let current = CursorWord(text, cursor: cursor)
        let width = max(columns - 4, 20)
        let typed = current.isAtKeyword ? CursorWord.whole(text, at: cursor) : current.place.call?.command.text ?? ""
        if typed.isEmpty { return Self.styled(HelpPage(overviewOf: session.registry), width: width) }
        if let (command, context) = command(named: typed) {
            return Self.styled(HelpPage(command, context), width: width)
        }
        if let topic = session.registry.topic(typed) { return Self.styled(HelpPage(topic), width: width) }
        if let alias = session.aliases[typed] {
            let context = Context(session: session, socket: session.sockets.current)
            return Self.styled(HelpPage(typed, alias, context), width: width)
        }
        let near = Suggestion.nearest(to: typed.receiverAndCommand.command, among: session.registry.names)
        let question = near.isEmpty ? "help lists the commands" : "did you mean \(near.joined(separator: ", "))?"
        return StyledText("no command \(typed): \(question)", .warning)
    }

    /// Whether `?` can only ask for help: in quotes, within an argument and at the end of a question in plain words it is
    /// an ordinary character.
    func questionMarkAsks(_ text: String, _ cursor: Int) -> Bool {
        guard !isQuestion(text) else { return false }
        let current = CursorWord(text, cursor: cursor)
        return !current.isQuoted && !current.isInComment && (current.isAtKeyword || current.text.isEmpty)
    }

    /// Whether a question in plain words is being typed: its first word is no command's.
    func isQuestion(_ text: String) -> Bool {
        guard let question = PlainQuestion(text.utf8, forgives: false), question.opening == .word else { return false }
        return session.registry[CursorWord.whole(text, at: 0)] == nil
    }

    /// A page with its headings marked.
    static func styled(_ page: HelpPage, width: Int) -> StyledText {
        var text = StyledText()
        for section in page.sections {
            text.append(section.heading + "\n", .heading)
            for line in section.wrapped(width: width) { text.append("  " + line + "\n") }
        }
        return text
    }
}
