import Journal
import Language
import Sockets

/// The parameter for a call: the name of a C function in the catalogue.
public struct CallWord: ParameterType {
    public let about = "a C function, such as connect"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "CALL" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> CallKind {
        let wanted = "the name of a call"
        let (text, span) = try words.takeText("CALL", wanted: wanted)
        if let kind = CallKind(name: text) { return kind }
        let near = Suggestion.nearest(to: text, among: functions(context).map(\.name))
        throw Failure(.unsuitable(word: text, wanted: wanted, near: near), at: span)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let calls = functions(context)
        let abouts = Dictionary(calls.map { ($0.name, $0.command.summary) }) { first, _ in first }
        // Several commands make the same call; the one of the same name describes it best.
        let own = calls.filter { $0.name == $0.command.name }.map { ($0.name, $0.command.summary) }
        return abouts.merging(own) { _, own in own }.map { Candidate($0.key, $0.value) }
    }

    /// The C functions that commands stand for.
    private func functions(_ context: Context) -> [(name: String, command: Command)] {
        context.session.registry.commands.compactMap { command in
            command.function.map { (name: String($0.prefix { $0 != "(" }), command: command) }
        }
    }
}
