/// What help tells beside the commands: a part of the language, the keys. A value like a command, so that the help
/// command, the key at the prompt, completion and the manual all say the same.
public struct HelpTopic: Sendable {
    /// What is typed after `help`.
    public let name: String
    /// Keywords of such statements, whose forms the language knows (``StatementForm``). They lead here too.
    public let keywords: [String]
    /// One line.
    public let summary: String
    /// What there is to know, a paragraph each.
    public let about: [String]
    /// What is written, and what it is for.
    public let table: [(label: String, text: String)]
    /// Sessions that show it, run by the tests.
    public let examples: [Example]
    /// Commands and topics that a reader may want.
    public let seeAlso: [String]

    /// A topic with all that is known of it.
    public init(
        _ name: String,
        _ summary: String,
        keywords: [String] = [],
        about: [String],
        table: [(label: String, text: String)] = [],
        examples: [Example] = [],
        seeAlso: [String] = []
    ) {
        self.name = name
        self.keywords = keywords
        self.summary = summary
        self.about = about
        self.table = table
        self.examples = examples
        self.seeAlso = seeAlso
    }
}
