import Journal
import Language

/// A command is a value: from this one declaration come parsing, help, completion, hints, suggestions, the JSON schema
/// and the registry's lint. To add a command is to write one of these in its family's file.
///
/// It never changes, so that those who hold it can share it: every statement passes its command on several times.
public final class Command: Sendable {
    /// What is typed; the C function's name where it stands for one.
    public let name: String
    /// One line.
    public let summary: String
    /// The C function and its man page section, `connect(2)`; nil for the shell's own commands.
    public let function: String?
    /// What the function or the command does, in a paragraph or two.
    public let about: String
    /// Whether it acts on a socket, the one in front of the dot or the current one.
    public let actsOnSocket: Bool
    /// What it takes, in order.
    public var parameters: [any AnyParameter] { signature.parts.parameters }
    /// Its flags.
    public var flags: [any AnyFlag] { signature.parts.flags }
    /// What it replies, in a few words; empty for nothing.
    public let replies: String
    /// How the reply is shown as text.
    public let style: ReplyStyle
    /// Sessions that show it, run by the tests.
    public let examples: [Example]
    /// Other commands that a reader may want.
    public let seeAlso: [String]
    /// Whether it only looks at the journal, so that it also works on a saved one.
    public let isView: Bool
    /// Does it.
    public let run: @Sendable (Invocation) throws(Failure) -> Value
    let signature: Signature

    /// A command with all that is known of it.
    public init(
        _ name: String,
        _ summary: String,
        function: String? = nil,
        about: String = "",
        actsOnSocket: Bool = false,
        parameters: @autoclosure @escaping @Sendable () -> [any AnyParameter] = [],
        flags: @autoclosure @escaping @Sendable () -> [any AnyFlag] = [],
        replies: String = "",
        style: ReplyStyle = .typed,
        examples: [Example] = [],
        seeAlso: [String] = [],
        isView: Bool = false,
        run: @escaping @Sendable (Invocation) throws(Failure) -> Value
    ) {
        self.name = name
        self.summary = summary
        self.function = function
        self.about = about
        self.actsOnSocket = actsOnSocket
        signature = Signature { (parameters(), flags()) }
        self.replies = replies
        self.style = style
        self.examples = examples
        self.seeAlso = seeAlso
        self.isView = isView
        self.run = run
    }

    /// The signature: `connect HOST PORT`.
    public func usage(_ context: Context) -> String {
        let words = parameters.map { $0.hint(context) } + flags.map { "[\($0.hint(context))]" }
        return ([name] + words).joined(separator: " ")
    }
}

/// A session that shows a command, as a transcript: lines behind `> ` are typed, the others are what is replied.
public struct Example: Sendable {
    /// What it shows.
    public let title: String
    /// The transcript.
    public let transcript: String

    /// A titled transcript.
    public init(_ title: String, _ transcript: String) {
        self.title = title
        self.transcript = transcript
    }
}

/// A parameter under a name, its type erased.
public protocol AnyParameter: Sendable {
    /// Under which the parsed value is found.
    var name: String { get }
    /// Whether it may be left out.
    var isOptional: Bool { get }
    /// Whether more words can follow after one.
    var takesMore: Bool { get }
    /// What its first word names.
    var denotes: Denoted? { get }
    /// One line about what can be typed.
    var about: String { get }
    /// How it stands in a signature.
    func hint(_ context: Context) -> String
    /// Takes its words.
    func parseErased(_ words: inout Words, _ context: Context) throws(Failure) -> any Sendable
    /// What could be typed where `prefix` stands.
    func complete(_ prefix: String, _ context: Context) -> [Candidate]
}

/// A parameter: a type under a name.
public struct Parameter<Kind: ParameterType>: AnyParameter {
    public let name: String
    let type: Kind
    private let ownAbout: String?

    /// A parameter of a type; `about` where the type's own line does not say enough.
    public init(_ name: String, _ type: Kind, about: String? = nil) {
        self.name = name
        self.type = type
        ownAbout = about
    }

    public var isOptional: Bool { type.isOptional }
    public var takesMore: Bool { type.takesMore }
    public var denotes: Denoted? { type.denotes }
    public var about: String { ownAbout ?? type.about }
    public func hint(_ context: Context) -> String { type.hint(context) }

    public func parseErased(_ words: inout Words, _ context: Context) throws(Failure) -> any Sendable {
        try type.parse(&words, context)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { type.complete(prefix, context) }
}

/// A flag, its type erased.
public protocol AnyFlag: AnyParameter {}

/// A flag with a value, `-to FILE`.
public struct Flag<Kind: ParameterType>: AnyFlag {
    public let name: String
    let type: Kind
    public let about: String

    /// A flag that is typed as `-NAME VALUE`.
    public init(_ name: String, _ type: Kind, about: String) {
        self.name = name
        self.type = type
        self.about = about
    }

    public var isOptional: Bool { true }
    public var takesMore: Bool { false }
    public var denotes: Denoted? { type.denotes }

    public func hint(_ context: Context) -> String {
        let hint = type.hint(context)
        return hint.isEmpty ? "-\(name)" : "-\(name) \(hint)"
    }

    public func parseErased(_ words: inout Words, _ context: Context) throws(Failure) -> any Sendable {
        try type.parse(&words, context)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { type.complete(prefix, context) }
}

/// The type of a flag without a value.
public struct Present: ParameterType {
    /// A flag that is there or not.
    public init() {}

    public var about: String { "" }
    public func hint(_ context: Context) -> String { "" }
    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Bool { true }
}
