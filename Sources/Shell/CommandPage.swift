/// The manual page of a command, made from its declaration: the help command, the key at the prompt and the manual all
/// show this.
public struct CommandPage: Sendable {
    /// A heading with the lines below it.
    public struct Section: Sendable {
        /// The heading.
        public let heading: String
        /// The lines, not wrapped.
        public let lines: [String]
    }

    /// The sections in order.
    public let sections: [Section]

    /// The page of a command.
    public init(_ command: Command, _ context: Context) {
        var sections = [
            Section(heading: "NAME", lines: ["\(command.name) - \(command.summary)"]),
            Section(heading: "USAGE", lines: [(command.actsOnSocket ? "[SOCKET.]" : "") + command.usage(context)]),
            Section(heading: "DESCRIPTION", lines: [command.about]),
        ]
        let parameters = (command.parameters + (command.flags as [any AnyParameter])).map { parameter in
            Self.padded(parameter.hint(context)) + parameter.about
        }
        if !parameters.isEmpty { sections.append(Section(heading: "ARGUMENTS", lines: parameters)) }
        if !command.replies.isEmpty { sections.append(Section(heading: "REPLIES", lines: [command.replies])) }
        for example in command.examples {
            let lines = example.transcript.split(separator: "\n").map(String.init)
            sections.append(Section(heading: "EXAMPLE: \(example.title)", lines: lines))
        }
        if let function = command.function { sections.append(Section(heading: "C FUNCTION", lines: [function])) }
        if !command.seeAlso.isEmpty {
            sections.append(Section(heading: "SEE ALSO", lines: [command.seeAlso.joined(separator: ", ")]))
        }
        self.sections = sections
    }

    private static func padded(_ hint: String) -> String {
        hint + String(repeating: " ", count: max(2, 18 - hint.count))
    }

    /// The page as text, its lines wrapped at `width` columns.
    public func text(width: Int = 80) -> String {
        sections.map { section in
            let lines = section.lines.flatMap { Self.wrapped($0, width: max(width - 4, 20)) }
            return section.heading + "\n" + lines.map { "    " + $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    /// A line cut at blanks so that no part is longer than `width`; a longer word stands by itself.
    static func wrapped(_ line: String, width: Int) -> [String] {
        guard line.count > width else { return [line] }
        let indent = line.prefix { $0 == " " }
        var lines: [String] = []
        var current = String(indent)
        for word in line.split(separator: " ") {
            if current.count + word.count + 1 > width, current.count > indent.count {
                lines.append(current)
                current = String(indent)
            }
            current += (current.count > indent.count ? " " : "") + word
        }
        return lines + [current]
    }
}
