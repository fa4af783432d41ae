import Journal
import Language

/// What an argument can be: it owns its parsing, its completion, its hint and its error text.
public protocol ParameterType: Sendable {
    /// What parsing makes of the words.
    associatedtype Parsed: Sendable
    /// The word that stands for it in a signature, `HOST`.
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
    /// What could be typed where `prefix` stands.
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

/// What a parameter may look at: the session, and the socket that the command acts on.
public struct Context {
    /// The session.
    public let session: Session
    /// The socket in front of the dot, or the current one.
    public let socket: Socket?
    /// What the statement may not do; nil for a person's own.
    let confinement: Confinement?
    /// For completion: how many words of the parameter stand in front of the one that is typed.
    public var position = 0
    /// For completion: the command's words in front of the one that is typed, flags left out.
    public var words: [Word] = []
    /// For completion: the hosts that were typed before, newest first. Asked only where a host is completed.
    public var pastHosts: () -> [String] = { [] }

    /// A command on a socket of a session.
    public init(session: Session, socket: Socket?) { self.init(session: session, socket: socket, confinement: nil) }

    init(session: Session, socket: Socket?, confinement: Confinement?) {
        self.session = session
        self.socket = socket
        self.confinement = confinement
    }

    /// The words of the parameter itself that stand in front of the one that is typed.
    var ownWords: ArraySlice<Word> { words.suffix(position) }
}

/// Something that completion offers.
public struct Candidate: Hashable, Sendable {
    /// What is put in.
    public let text: String
    /// A word of description.
    public let about: String
    /// Whether the word goes on behind it, as behind a folder's name.
    public let goesOn: Bool

    /// A text to put in, with a word about it.
    public init(_ text: String, _ about: String = "", goesOn: Bool = false) {
        self.text = text
        self.about = about
        self.goesOn = goesOn
    }
}

extension [Candidate] {
    /// The same possibilities for the last part of a word whose parts are joined: behind `peek|`, `peek|oob`.
    func joined(behind prefix: String, _ separator: Character) -> [Candidate] {
        guard let last = prefix.lastIndex(of: separator) else { return self }
        let head = String(prefix[...last])
        return map { Candidate(head + $0.text, $0.about, goesOn: $0.goesOn) }
    }
}

/// An argument with its variables put in.
public struct Word: Sendable {
    /// What it is.
    public let value: Value
    /// Where it stands.
    public let span: Span
    /// Whether quotes make it data, never a name or a flag.
    public let isQuoted: Bool

    /// A value that stands there.
    public init(_ value: Value, _ span: Span, isQuoted: Bool = false) {
        self.value = value
        self.span = span
        self.isQuoted = isQuoted
    }

    /// The word as text; nil where it is no text (data that is not UTF-8, a list).
    public var text: String? {
        switch value {
        case .text(let text), .socket(let text): text
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .boolean(let yes): yes ? "on" : "off"
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
        case .file(let name): String(validating: name, as: UTF8.self).map { "@" + $0 }
        case .picture: Word(value.settled, span).text
        case .none, .list, .record: nil
        }
    }

    /// The word for a message, whatever it is.
    public var shown: String { value.plain }
}

/// The words of a command that are not yet taken.
public struct Words {
    private var words: ArraySlice<Word>
    /// Where the last word ended, to point there when one is missing.
    public private(set) var end: Span

    /// Words that stand behind `end`.
    public init(_ words: [Word], after end: Span) {
        self.words = words[...]
        self.end = end
    }

    /// Whether all are taken.
    public var isEmpty: Bool { words.isEmpty }

    /// The next word, left where it is.
    public var next: Word? { words.first }

    /// How many are left.
    public var count: Int { words.count }

    /// Takes the next word; nil where there is none.
    public mutating func take() -> Word? {
        guard let word = words.popFirst() else { return nil }
        end = Span(word.span.end, word.span.end)
        return word
    }

    /// Takes the next word, which must be there.
    public mutating func take(_ hint: String) throws(Failure) -> Word {
        guard let word = take() else { throw Failure(.missingArgument(hint, usage: ""), at: end) }
        return word
    }

    /// Takes the next word as text.
    public mutating func takeText(_ hint: String, wanted: String) throws(Failure) -> (text: String, span: Span) {
        let word = try take(hint)
        guard let text = word.text else {
            throw Failure(.unsuitable(word: word.shown, wanted: wanted), at: word.span)
        }
        return (text, word.span)
    }
}

/// A parameter that may be left out.
public struct Optionally<Wrapped: ParameterType>: ParameterType {
    let wrapped: Wrapped

    /// Makes a parameter optional.
    public init(_ wrapped: Wrapped) { self.wrapped = wrapped }

    public var about: String { wrapped.about }
    public var isOptional: Bool { true }
    public var takesMore: Bool { wrapped.takesMore }
    public var denotes: Denoted? { wrapped.denotes }

    public func hint(_ context: Context) -> String {
        let hint = wrapped.hint(context)
        return hint.isEmpty || context.position > 0 ? hint : "[\(hint)]"
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { wrapped.complete(prefix, context) }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Wrapped.Parsed? {
        guard let next = words.next, wrapped.accepts(next) else { return nil }
        return try wrapped.parse(&words, context)
    }
}

/// A parameter that takes all the words that are left, none included.
public struct Repeated<Wrapped: ParameterType>: ParameterType {
    let wrapped: Wrapped

    /// Makes a parameter take all that is left.
    public init(_ wrapped: Wrapped) { self.wrapped = wrapped }

    public var about: String { wrapped.about }
    public var isOptional: Bool { true }
    public var takesMore: Bool { true }
    public var denotes: Denoted? { wrapped.denotes }
    public func hint(_ context: Context) -> String {
        let hint = wrapped.hint(context)
        // Where words stand in front, as for an option's value, the hint says just what these ask for.
        return context.words.isEmpty ? "[\(hint)…]" : hint
    }
    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { wrapped.complete(prefix, context) }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> [Wrapped.Parsed] {
        var parsed: [Wrapped.Parsed] = []
        while !words.isEmpty { parsed.append(try wrapped.parse(&words, context)) }
        return parsed
    }
}
