/// What a word of an entry is there for.
public enum WordRole: Hashable, Sendable {
    /// A word that the language gives its meaning: `while`, `in`, `catch`.
    case keyword
    /// The name that a value or a reply is given, and the loop's variable.
    case name
    /// The `=` after a name.
    case equals
    /// A command, with the socket before its dot.
    case command
    /// What follows a command.
    case argument
    /// A value where a command could be, what an operator takes, the values of a loop.
    case value
    /// What is between two values.
    case operation
    /// A class of errors after `catch`.
    case errorClass
    /// Nothing can be here, or something else has to.
    case stray
    /// A newline, `;`, `&` or a brace.
    case separator
    /// A comment.
    case comment
}

/// A word, a comment or a separator with its role.
public struct PlacedWord: Hashable, Sendable {
    /// Where it is.
    public let span: Span
    /// What it is there for.
    public let role: WordRole
}

/// What can come next at the end of an entry that is not complete.
public struct NextWord: Sendable {
    /// The places of a statement.
    public enum Place: Hashable, Sendable {
        /// A statement: a command, a value, a keyword, or a name to be given.
        case statement
        /// A command or a value: after `while`, `if` and `NAME =`.
        case callOrValue
        /// An operator, or nothing.
        case operation
        /// A value.
        case value
        /// A name to be given.
        case name
        /// One of a few words, such as `in`, or `catch` after a block.
        case word([String])
        /// A class of errors.
        case errorClass
        /// An argument of a command.
        case argument
        /// A block, the end of the statement, or more of a comment.
        case nothing
    }

    /// Which place comes next.
    public let place: Place
    /// What the statement's form still has to come, in the words of its help; empty if it has no form.
    public let form: [String]
    /// The command whose argument it is.
    public let call: CommandHead?
}

/// A command of which not all may be typed yet.
public struct CommandHead: Sendable {
    /// The socket before the dot.
    public let receiver: Name?
    /// The command's name as typed.
    public let command: Name
    /// The arguments so far.
    public let arguments: [ArgumentSyntax]
}
