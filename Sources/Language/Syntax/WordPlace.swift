/// The role of a word in an entry.
public enum WordRole: Hashable, Sendable {
    /// A word with a meaning in the language: `while`, `in`, `catch`.
    case keyword
    /// The name assigned a value or a reply, and the loop variable.
    case name
    /// The `=` after a name.
    case equals
    /// A command, including the socket before its dot.
    case command
    /// An argument of a command.
    case argument
    /// A value in place of a command, an operand, the values of a loop.
    case value
    /// An operator between two values.
    case operation
    /// An error class after `catch`.
    case errorClass
    /// Nothing can be here, or something else must be.
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
    /// Its role.
    public let role: WordRole
}

/// What can come next at the end of an incomplete entry.
public struct NextWord: Sendable {
    /// The places of a statement.
    public enum Place: Hashable, Sendable {
        /// A statement: a command, a value, a keyword, or a name to assign.
        case statement
        /// A command or a value: after `while`, `if` and `NAME =`.
        case callOrValue
        /// An operator, or nothing.
        case operation
        /// A value.
        case value
        /// A name to assign.
        case name
        /// One of a few words, such as `in`, or `catch` after a block.
        case word([String])
        /// An error class.
        case errorClass
        /// An argument of a command.
        case argument
        /// A block, the end of the statement, or the rest of a comment.
        case nothing
    }

    /// Which place comes next.
    public let place: Place
    /// What the statement's form still expects, in the words of its help; empty if it has no form.
    public let form: [String]
    /// The command it is an argument of.
    public let call: CommandHead?
}

/// A command, possibly typed only in part.
public struct CommandHead: Sendable {
    /// The socket before the dot.
    public let receiver: Name?
    /// The command's name as typed.
    public let command: Name
    /// The arguments so far.
    public let arguments: [ArgumentSyntax]
}
