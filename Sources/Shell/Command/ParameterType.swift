import Journal
import Language

/// A type of argument, with its parsing, completion, hint and error text.
public protocol ParameterType: Sendable {
    /// The result of parsing the words.
    associatedtype Parsed: Sendable
    /// Its word in a signature, `HOST`.
    func hint(_ context: Context) -> String
    /// One line about what can be typed.
    var about: String { get }
    /// Whether it may be left out.
    var isOptional: Bool { get }
    /// Takes as many words as it needs.
    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed
    /// Whether more words can follow.
    var takesMore: Bool { get }
    /// What its first word names, for a search for such words that does not know the command.
    var denotes: Denoted? { get }
    /// Whether a word could be meant for it at all; if not, an optional parameter leaves it to the next.
    func accepts(_ word: Word) -> Bool
    /// What could be typed in place of `prefix`.
    func complete(_ prefix: String, _ context: Context) -> [Candidate]
}

/// What a word can name.
public enum Denoted: Sendable {
    /// A host, by name or address.
    case host
    /// A socket in the session.
    case socket
}

extension ParameterType {
    /// Nothing that is searched for.
    public var denotes: Denoted? { nil }
    /// It must be given.
    public var isOptional: Bool { false }
    /// One word is all it takes.
    public var takesMore: Bool { false }
    /// Any word could be meant for it.
    public func accepts(_ word: Word) -> Bool { true }
    /// Nothing to offer.
    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { [] }
}
