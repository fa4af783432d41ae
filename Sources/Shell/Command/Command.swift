import Journal
import Language

/// A command is a value: parsing, help, completion, hints, suggestions, the JSON schema and the registry's lint all
/// derive from this one declaration. To add a command, write one of these in its family's file.
///
/// It is immutable, so it can be shared: every statement passes its command on several times.
public final class Command: Sendable {
    /// What it takes: the parameters in order, and the flags. Made on first use: a session uses few of the commands,
    /// and the types of all their parameters would be most of the cost of starting.
    typealias Signature = (parameters: [any AnyParameter], flags: [any AnyFlag])

    /// The name to type; the C function's name if it is one.
    public let name: String
    /// One line.
    public let summary: String
    /// The C function and its man page section, `connect(2)`; nil for the shell's own commands.
    public let function: String?
    /// What the function or the command does, in a paragraph or two.
    public let about: String
    /// Whether it acts on a socket, the one before the dot or the current one.
    public let actsOnSocket: Bool
    /// What it takes, in order.
    public var parameters: [any AnyParameter] { signature.value.parameters }
    /// Its flags.
    public var flags: [any AnyFlag] { signature.value.flags }
    /// What it replies, in a few words; empty for nothing.
    public let replies: String
    /// How the reply is shown as text.
    public let style: ReplyStyle
    /// Sample sessions, run by the tests.
    public let examples: [Example]
    /// Related commands.
    public let seeAlso: [String]
    /// Whether it only reads the journal, so that it also works on a saved one.
    public let isView: Bool
    /// Runs it.
    public let run: @Sendable (Invocation) throws(Failure) -> Value
    let signature: MadeOnce<Signature>

    /// A complete command.
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
        signature = MadeOnce { (parameters(), flags()) }
        self.replies = replies
        self.style = style
        self.examples = examples
        self.seeAlso = seeAlso
        self.isView = isView
        self.run = run
    }

    /// Whether a bare word among its arguments is data, or a value to show.
    var takesData: Bool {
        parameters.contains {
            $0 is Parameter<DataWord> || $0 is Parameter<AnyValue> || $0 is Parameter<Repeated<AnyValue>>
                || $0 is Parameter<Repeated<DataWord>>
        }
    }

    /// The signature: `connect HOST PORT`.
    public func usage(_ context: Context) -> String {
        let words = parameters.map { $0.hint(context) } + flags.map { "[\($0.hint(context))]" }
        return ([name] + words).joined(separator: " ")
    }
}
