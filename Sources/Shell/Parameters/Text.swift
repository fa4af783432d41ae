import Journal
import Language

/// A word or quoted text, taken as is.
public struct Text: ParameterType {
    private let word: String
    private let wanted: String
    private let offers: @Sendable (Context) -> [Candidate]
    public let about: String
    public let denotes: Denoted?

    /// A text, called `word` in a signature and `wanted` in an error; `offers` supplies its completions.
    public init(
        _ word: String,
        wanted: String = "text",
        about: String,
        denotes: Denoted? = nil,
        offers: @escaping @Sendable (Context) -> [Candidate] = { _ in [] }
    ) {
        self.word = word
        self.wanted = wanted
        self.about = about
        self.denotes = denotes
        self.offers = offers
    }

    public func hint(_ context: Context) -> String { word }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { offers(context) }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> String {
        let isQuoted = words.next?.isQuoted == true
        let (text, span) = try words.takeText(word, wanted: wanted)
        guard !text.utf8.contains(0) else {
            throw Failure(.unsuitable(word: text, wanted: wanted + " without a NUL"), at: span)
        }
        // In quotes it is asked for as it is, to see what the resolver says.
        if denotes == .host, !isQuoted { try HostWord.refuseForeign(text, span, isLast: true, context) }
        return text
    }
}

/// Any value at all, as is.
public struct AnyValue: ParameterType {
    private let word: String
    public let about: String

    /// A value, called `word` in a signature.
    public init(_ word: String, about: String) {
        self.word = word
        self.about = about
    }

    public func hint(_ context: Context) -> String { word }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Value {
        let word = try words.take(self.word)
        // A number is kept as typed: 007 is more than 7 to a reader.
        if !word.isQuoted, case .bytes(let data) = word.literal { return .bytes(data) }
        return word.value
    }
}

/// An open socket by name.
public struct SocketName: ParameterType {
    public let about = "the name of a socket, such as s1"
    public var denotes: Denoted? { .socket }

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "SOCKET" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Socket {
        let (text, span) = try words.takeText("SOCKET", wanted: "the name of a socket")
        return try context.names.socket(named: text, at: span)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        context.session.sockets.all.map { Candidate($0.name, "\($0.family) \($0.type)") }
    }
}

/// One of several words.
public struct Choice: ParameterType {
    private let word: String
    private let choices: [(name: String, about: String)]
    public var about: String { choices.map(\.name).joined(separator: ", ") }

    /// A choice, called `word` in a signature.
    public init(_ word: String, _ choices: [(name: String, about: String)]) {
        self.word = word
        self.choices = choices
    }

    public func hint(_ context: Context) -> String { word }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> String {
        let wanted = "one of " + choices.map(\.name).joined(separator: ", ")
        let (text, span) = try words.takeText(word, wanted: wanted)
        guard let choice = choices.first(where: { $0.name == text.lowercased() }) else {
            let near = Suggestion.nearest(to: text, among: choices.map(\.name))
            throw Failure(.unsuitable(word: text, wanted: wanted, near: near), at: span)
        }
        return choice.name
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        choices.map { Candidate($0.name, $0.about) }
    }
}
