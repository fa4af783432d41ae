import Journal
import Language

/// What an argument can be: it owns its parsing, its completion, its hint and its error text.
public protocol ParameterType: Sendable {
    /// What parsing makes of the words.
    associatedtype Parsed: Sendable
    /// The word for it in a signature, `HOST`.
    func hint(_ context: Context) -> String
    /// One line about what can be typed.
    var about: String { get }
    /// Whether it may be left out.
    var isOptional: Bool { get }
    /// Takes as many words as it needs.
    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed
    /// Whether more words can follow after one.
    var takesMore: Bool { get }
    /// What its first word names, for whoever looks for such words without knowing the command.
    var denotes: Denoted? { get }
    /// Whether a word can be meant for it at all; where not, an optional parameter leaves it to the next.
    func accepts(_ word: Word) -> Bool
    /// What could be typed in place of `prefix`.
    func complete(_ prefix: String, _ context: Context) -> [Candidate]
}

/// What a word can name.
public enum Denoted: Sendable {
    /// A host, by its name or address.
    case host
    /// A socket of the session.
    case socket
}

extension ParameterType {
    /// Nothing that anyone looks for.
    public var denotes: Denoted? { nil }
    /// It must be given.
    public var isOptional: Bool { false }
    /// One word is all.
    public var takesMore: Bool { false }
    /// Any word can be meant for it.
    public func accepts(_ word: Word) -> Bool { true }
    /// Nothing to offer.
    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { [] }
}
