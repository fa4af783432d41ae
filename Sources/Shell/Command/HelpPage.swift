import Language

/// The page of a command or a topic, made from its declaration: shown by the help command, the key at the prompt and
/// the manual.
public struct HelpPage: Sendable {
    /// A heading and the lines below it.
    public struct Section: Sendable {
        /// The heading.
        public let heading: String
        /// The lines, not wrapped. Labels have a column of their own.
        public let lines: [(label: String, text: String)]

        init(_ heading: String, _ lines: [String]) {
            self.heading = heading
            self.lines = lines.map { ("", $0) }
        }

        init(_ heading: String, labelled lines: [(label: String, text: String)]) {
            self.heading = heading
            self.lines = lines
        }
    }

    /// The sections in order.
    public let sections: [Section]

    init(sections: [Section]) { self.sections = sections }

    /// The page of a command.
    public init(_ command: Command, _ context: Context) {
        var sections = [
            Section("NAME", ["\(command.name) - \(command.summary)"]),
            Section("USAGE", [(command.actsOnSocket ? "[SOCKET.]" : "") + command.usage(context)]),
            Section("DESCRIPTION", [command.about]),
        ]
        let parameters = (command.parameters + (command.flags as [any AnyParameter])).map { parameter in
            (label: parameter.hint(context), text: parameter.about)
        }
        if !parameters.isEmpty { sections.append(Section("ARGUMENTS", labelled: parameters)) }
        if !command.replies.isEmpty { sections.append(Section("REPLIES", [command.replies])) }
        sections += Self.shown(command.examples)
        let errors = context.session.registry.errors(of: command)
        if !errors.isEmpty { sections.append(Section("ERRORS", labelled: errors.map { ($0.name, $0.meaning) })) }
        if let function = command.function { sections.append(Section("C FUNCTION", [function])) }
        self.sections = sections + Self.seeAlso(command.seeAlso)
    }

    /// The page of an alias: what it stands for, and the page of the command it begins with.
    public init(_ name: String, _ alias: Alias, _ context: Context) {
        let first = Section("ALIAS", ["\(name) stands for: \(alias.text)"])
        let command = context.session.registry[alias.command]
        let following = context.session.aliases[alias.command].flatMap { $0.command == name ? nil : $0 }
        let rest = command.map { HelpPage($0, context).sections }
        sections =
            [first] + (rest ?? following.map { [Section("ALIAS", ["\(alias.command) stands for: \($0.text)"])] } ?? [])
    }

    /// The page of a topic.
    public init(_ topic: HelpTopic) {
        var sections = [Section("NAME", ["\(topic.name) - \(topic.summary)"])]
        sections.append(Section("DESCRIPTION", topic.about))
        if !topic.table.isEmpty { sections.append(Section("WRITTEN", labelled: topic.table)) }
        self.sections = sections + Self.shown(topic.examples) + Self.seeAlso(topic.seeAlso)
    }

    private static func shown(_ examples: [Example]) -> [Section] {
        examples.map { Section("EXAMPLE: \($0.title)", $0.transcript.split(separator: "\n").map(String.init)) }
    }

    private static func seeAlso(_ names: [String]) -> [Section] {
        names.isEmpty ? [] : [Section("SEE ALSO", [names.joined(separator: ", ")])]
    }

    /// The page, for whatever shows it.
    public var picture: Picture { Picture { [self] in text(width: $0.width ?? 80) } }

    /// The page as text, wrapped at `width` columns.
    public func text(width: Int = 80) -> String {
        sections.map { section in
            let lines = section.wrapped(width: max(width - 4, 20))
            return section.heading + "\n" + lines.map { "    " + $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }
}

extension HelpPage.Section {
    /// The lines, at most `width` wide: labels in a column, followed by the text.
    public func wrapped(width: Int) -> [String] { HelpPage.wrapped(lines, width: width) }
}

extension HelpPage {
    /// The minimum width in columns of a text after a label.
    private static let leastText = 20

    /// Labels in a column followed by the text, at most `width` wide; a text with no room beside its label goes below
    /// it.
    public static func wrapped(_ lines: [(label: String, text: String)], width: Int) -> [String] {
        let column = min(lines.map(\.label.count).max() ?? 0, width / 2)
        guard column > 0 else { return lines.flatMap { $0.text.wrapped(width: width) } }
        let hasRoom = width - column - 2 >= leastText
        return lines.flatMap { line -> [String] in
            if !hasRoom || line.label.count > column {
                return (line.label.isEmpty ? [] : [line.label]) + line.text.wrapped(width: width, behind: "    ")
            }
            let blanks = String(repeating: " ", count: column - line.label.count + 2)
            return line.text.wrapped(width: width, behind: line.label + blanks)
        }
    }
}
