import Commands
import Journal
import Language
import Lessons
import Shell

/// The manual page `netshell.1`, made from declarations: the argument parser's for the command line, the registry's for
/// the commands.
struct Manual {
    private let tool: ToolInfo.Command
    private let registry: Registry
    private var page: Roff

    /// The manual of a command line and a registry.
    init(tool: ToolInfo.Command, version: String, registry: Registry) {
        self.tool = tool
        self.registry = registry
        page = Roff(title: "NETSHELL", section: 1, source: "netshell \(version)", manual: "NetShell")
    }

    /// The page's source.
    func text(usage: String) -> String {
        var manual = self
        manual.addCommandLine(usage)
        manual.addLanguage()
        manual.addCommands()
        manual.addSurroundings()
        return manual.page.text
    }

    private mutating func addCommandLine(_ usage: String) {
        page.section("NAME")
        page.paragraph("netshell - \(tool.abstract ?? "")")
        page.section("SYNOPSIS")
        page.verbatim(usage.split(separator: "\n").map(String.init))
        page.section("DESCRIPTION")
        page.paragraph(tool.discussion ?? "")
        page.section("OPTIONS")
        add(tool.shown)
        page.section("SUBCOMMANDS")
        for subcommand in tool.subcommands ?? [] { add(subcommand, below: [tool.commandName]) }
    }

    private mutating func add(_ arguments: [ToolInfo.Argument]) {
        for argument in arguments {
            let preset = argument.defaultValue.map { " (default: \($0))" } ?? ""
            page.item(argument.usage, (argument.abstract ?? "") + preset)
        }
    }

    private mutating func add(_ command: ToolInfo.Command, below: [String]) {
        let names = below + [command.commandName]
        page.subsection(names.joined(separator: " "))
        page.paragraph(command.abstract ?? "")
        if let discussion = command.discussion { page.paragraph(discussion) }
        add(command.shown)
        for subcommand in command.subcommands ?? [] { add(subcommand, below: names) }
    }

    private mutating func addLanguage() {
        page.section("THE LANGUAGE")
        page.verbatim(ManualText.grammar)
        for topic in registry.topics { add(HelpPage(topic)) }
    }

    private mutating func addCommands() {
        page.section("COMMANDS")
        let session = Session(registry: registry, output: SilentOutput())
        for family in registry.families {
            page.subsection(family.title)
            for command in family.commands { add(HelpPage(command, Context(session: session, socket: nil))) }
        }
    }

    private mutating func add(_ helpPage: HelpPage) {
        for section in helpPage.sections {
            if section.heading == "NAME" {
                page.heading(section.lines.map(\.text).joined(separator: " "))
                page.indent()
                continue
            }
            page.heading(section.heading)
            page.indent()
            if section.heading.hasPrefix("EXAMPLE") || section.heading == "USAGE" {
                page.verbatim(section.lines.map(\.text))
            } else {
                for (label, text) in section.lines { label.isEmpty ? page.paragraph(text) : page.item(label, text) }
            }
            page.outdent()
        }
        page.outdent()
    }

    private mutating func addSurroundings() {
        page.section("EXIT STATUS")
        for status in ExitStatus.allCases { page.item(String(status.rawValue), status.meaning) }
        page.section("FILES")
        for (path, about) in ManualText.files { page.item(path, about) }
        page.section("ENVIRONMENT")
        for (name, about) in ManualText.environment { page.item(name, about) }
        page.section("SEE ALSO")
        page.paragraph("socket(2), socket(7), ip(7), tcp(7), udp(7), unix(7), editrc(5)")
    }
}
