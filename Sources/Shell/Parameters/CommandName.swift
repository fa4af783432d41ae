import Journal
import Language

/// The parameter for a command's name.
public struct CommandName: ParameterType {
    public let about = "the name of a command"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "COMMAND" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Command {
        let (text, span) = try words.takeText("COMMAND", wanted: "a command")
        if let command = context.session.registry[text] { return command }
        let near = Suggestion.nearest(to: text, among: context.session.registry.names)
        throw Failure(.unknownCommand(text, near: near), at: span)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        context.session.registry.commands.map { Candidate($0.name, $0.summary) }
    }
}
