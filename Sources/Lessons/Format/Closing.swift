/// What a lesson ends with: the section after the last step, which holds no fences. It is said when the last step is done.
public struct Closing: Sendable, Equatable {
    /// Its heading.
    public let title: String
    /// What was learnt, in paragraphs of Markdown.
    public let text: String
}
