import Language

/// An error of a C function: its name, such as `ECONNREFUSED`, and what it means.
public typealias CommandError = (name: String, meaning: String)

/// All commands by name.
public struct Registry: Sendable {
    private let byName: [String: Command]
    /// The commands by family, in the order of help.
    public let families: [Family]
    /// The families that were added to a registry made before, such as a lesson's own.
    public private(set) var added: [Family] = []
    private let makeTopics: @Sendable () -> [HelpTopic]
    /// The errors of a C function that the shell can explain.
    private let errors: @Sendable (String) -> [CommandError]
    /// Answers a question in plain words; nil if nothing here does.
    public let answer: Answer?

    /// What answers a question in plain words, in a session.
    public typealias Answer = @Sendable (String, Session) -> Value

    /// Commands that belong together, from one file.
    public struct Family: Sendable {
        /// The heading.
        public let title: String
        /// The commands in the order of help.
        public let commands: [Command]

        /// A heading and its commands.
        public init(_ title: String, _ commands: [Command]) {
            self.title = title
            self.commands = commands
        }
    }

    /// A registry of these families. Of two commands with the same name the first wins; ``lint()`` reports it.
    public init(
        _ families: [Family],
        topics: @autoclosure @escaping @Sendable () -> [HelpTopic] = [],
        errors: @escaping @Sendable (String) -> [CommandError] = { _ in [] },
        answer: Answer? = nil
    ) {
        self.families = families
        makeTopics = topics
        self.errors = errors
        self.answer = answer
        byName = Dictionary(families.flatMap(\.commands).map { ($0.name, $0) }) { first, _ in first }
    }

    /// The same registry with one more family.
    public func adding(_ family: Family) -> Registry {
        var registry = Registry(families + [family], topics: makeTopics(), errors: errors, answer: answer)
        registry.added = added + [family]
        return registry
    }

    /// The help topics other than commands.
    public var topics: [HelpTopic] { makeTopics() }

    /// The topic with this name, or for the statement that a word begins.
    public func topic(_ name: String) -> HelpTopic? {
        let topics = makeTopics()
        return topics.first { $0.name == name } ?? topics.first { $0.keywords.contains(name) }
    }

    /// The errors of a command's C function that the shell can explain.
    public func errors(of command: Command) -> [CommandError] {
        command.function.flatMap { errors(String($0.prefix { $0 != "(" })) } ?? []
    }

    /// The command with this name.
    public subscript(_ name: String) -> Command? { byName[name] }

    /// Every command, by family.
    public var commands: [Command] { families.flatMap(\.commands) }

    /// The names, sorted.
    public var names: [String] { byName.keys.sorted() }

    /// What is wrong with the declarations; the tests expect nothing.
    public func lint() -> [String] {
        var faults: [String] = []
        var seen: Set<String> = []
        for command in commands {
            if !seen.insert(command.name).inserted { faults.append("\(command.name) is declared twice") }
            if command.summary.isEmpty || command.summary.hasSuffix(".") || command.summary.count > 72 {
                faults.append("\(command.name): the summary is one line of at most 72 characters without a full stop")
            }
            if command.about.isEmpty { faults.append("\(command.name) does not say what it does") }
            if command.examples.isEmpty { faults.append("\(command.name) has no example") }
            faults += unknown(command.seeAlso).map { "\(command.name): see also \($0)?" }
            var names: Set<String> = []
            for parameter in command.parameters as [any AnyParameter] + command.flags
            where !names.insert(parameter.name).inserted {
                faults.append("\(command.name) has two parameters \(parameter.name)")
            }
            let optional = command.parameters.drop { !$0.isOptional }
            if optional.contains(where: { !$0.isOptional }) {
                faults.append("\(command.name): a required parameter follows an optional one")
            }
        }
        for topic in topics {
            if !seen.insert(topic.name).inserted { faults.append("\(topic.name) is a command and a topic") }
            faults += unknown(topic.seeAlso).map { "\(topic.name): see also \($0)?" }
        }
        return faults
    }

    private func unknown(_ names: [String]) -> [String] { names.filter { byName[$0] == nil && topic($0) == nil } }
}
