/// A help topic other than a command: a part of the language, the keys. A value like a command, so that the help
/// command, the key at the prompt, completion and the manual all say the same.
public struct HelpTopic: Sendable {
    /// The name to type after `help`.
    public let name: String
    /// Keywords of related statements, whose forms the language knows (``StatementForm``). They lead here too.
    public let keywords: [String]
    /// One line.
    public let summary: String
    /// What there is to know, one paragraph each.
    public let about: [String]
    /// What to write, and what it is for.
    public let table: [(label: String, text: String)]
    /// Sample sessions, run by the tests.
    public let examples: [Example]
    /// Related commands and topics.
    public let seeAlso: [String]

    /// A complete topic.
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
