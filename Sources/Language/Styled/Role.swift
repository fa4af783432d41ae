/// What a piece of text is for, which a terminal's style turns into a look.
public enum Role: Sendable, Equatable, CaseIterable {
    /// Nothing special.
    case plain
    /// The prompt's name, the state shown in it, and the mark at its end.
    case promptName, promptState, promptMark
    /// Parts of a statement: a known command, an unknown one, and what its arguments are.
    case command, unknown, string, number, name, option, comment, error
    /// A bracket at the cursor and its partner.
    case bracket
    /// The rest of a signature, and the parameter being typed.
    case hint, hintCurrent
    /// The rest of a line from the history, offered but not typed.
    case suggestion
    /// What happened meanwhile; a warning.
    case notice, warning
    /// For longer texts.
    case heading, emphasis, dim
    /// A word that a text stresses, and code within it.
    case stressed, code
    /// Somebody else's words, and the frame beside them.
    case quotation
    /// What is to be typed, set apart from what explains it.
    case task
    /// The signs of how a task stands: done, not yet, wrong. The sign says it without a colour, too.
    case done, notYet, wrong
    /// The chosen one of several; a search match in a text.
    case selected, match
}
