import Language

/// Something that a lesson says, by what it is for; how it looks is the terminal's affair.
public enum Passage: Sendable, Equatable {
    /// The heading of a lesson or a step.
    case heading(String)
    /// Paragraphs of Markdown.
    case text(String)
    /// What somebody else has written, the article for instance, in paragraphs of Markdown.
    case quotation(String)
    /// A word of the glossary, and what it means, in one sentence.
    case definition(term: String, String)
    /// What to do, set apart from what explains it.
    case order(String)
    /// What to type.
    case task([String])
    /// A text that is shown as it is.
    case code(String)
    /// A drawing.
    case picture(Picture)
    /// The step is done, and why that is right.
    case praise(String)
    /// What is wanted and what there is.
    case difference(String)
    /// The answer to a usual mistake.
    case mistake(String)
    /// Help, after its label.
    case hint(label: String, String)
    /// A question and its answers.
    case question(String, [String])
    /// An empty line before what comes next.
    case gap
    /// What happened to the lesson: skipped, reset, over.
    case note(String)
}
