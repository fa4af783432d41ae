import Language
import Shell

extension ShellAssist {
    /// Help on the command under the cursor, or on the one whose arguments are being typed.
    func help(_ text: String, _ cursor: Int) -> StyledText? {
        let analysis = LineAnalysis(text, cursor: cursor)
        let name = analysis.isAtCommand ? analysis.current.text : analysis.command?.text ?? ""
        guard let command = session.registry[name.receiverAndCommand.command] else { return nil }
        return Self.styled(CommandPage(command, Context(session: session, socket: session.sockets.current)))
    }

    /// A page with its headings marked.
    public static func styled(_ page: CommandPage) -> StyledText {
        var text = StyledText()
        for section in page.sections {
            text.append(section.heading + "\n", .heading)
            for line in section.wrapped(width: 76) { text.append("  " + line + "\n") }
        }
        return text
    }
}
