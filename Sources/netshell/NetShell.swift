import ArgumentParser

/// The command line.
@main
struct NetShell: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "netshell",
        abstract: "A shell in which every socket call is a command.",
        usage: """
            netshell [--plain]
            netshell [--json] [--keep-going] [FILE [ARGUMENT ...]]
            netshell [--json] [--keep-going] -c STATEMENTS [ARGUMENT ...]
            netshell learn [LESSON]
            netshell replay LESSON
            netshell lesson list|lint|test [PATH ...]
            netshell --check FILE ...
            netshell --json-schema | --manual
            netshell --generate-completion-script bash|zsh|fish
            """,
        discussion: """
            Without a file it reads statements from the terminal, or from a pipe. Exit codes: 0 success, 1 a statement \
            failed, 2 wrong usage, 3 a check failed, 130 interrupted. --manual prints the manual page; \
            netshell --manual | man -l - shows it.
            """,
        version: "0.1.0",
        subcommands: [LearnCommand.self, ReplayCommand.self, LessonCommand.self]
    )

    @Option(
        name: .customShort("c"),
        parsing: .unconditional,
        help: ArgumentHelp("Run these statements.", valueName: "statements")
    )
    var statements: String?

    @Flag(help: "Print one JSON object for each statement, and nothing else.")
    var json = false

    @Flag(help: "Go on after a statement that failed; the exit code still tells.")
    var keepGoing = false

    @Flag(help: "Print line by line, without colour or cursor movement.")
    var plain = false

    @Flag(help: "Check recorded sessions: run the lines of each file and compare the replies.")
    var check = false

    @Flag(help: "Print the JSON Schema of the lines of --json.")
    var jsonSchema = false

    @Flag(help: "Print the manual page as man reads it.")
    var manual = false

    @Argument(parsing: .postTerminator, help: "A script and its arguments.")
    var script: [String] = []

    func run() throws {
        let run = Run(statements: statements, script: script, isJSON: json, keepsGoing: keepGoing, isPlain: plain)
        let status =
            jsonSchema ? run.printSchema() : manual ? run.print(manual: Self.manual) : check ? run.check() : run.start()
        if status != ExitStatus.success.rawValue { throw ExitCode(status) }
    }

    /// The manual page.
    private static var manual: String {
        guard let info = ToolInfo(json: _dumpHelp()) else { return "" }
        return Manual(tool: info.command, version: configuration.version, registry: .all).text(
            usage: configuration.usage ?? ""
        )
    }

    /// Wrong usage exits with the code that ``ExitStatus`` says, not with the library's.
    static func main() {
        do {
            var command = try parseAsRoot(terminated(Array(CommandLine.arguments.dropFirst())))
            try command.run()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            guard exitCode(for: error) != .success else { exit(withError: error) }
            StandardOutput().writeError(fullMessage(for: error) + "\n")
            exit(withError: ExitCode(ExitStatus.usage.rawValue))
        }
    }

    /// The arguments with `--` in front of the script: what stands behind it is the script's, whatever it looks like.
    /// What stands in front of it and begins with `-` must be an option of ours; a lone `-` is no option.
    private static func terminated(_ arguments: [String]) -> [String] {
        let subcommands = configuration.subcommands.map { $0.configuration.commandName } + ["help"]
        // The shells' completion scripts ask with three hyphens.
        if let first = arguments.first, subcommands.contains(first) || first.hasPrefix("---") { return arguments }
        var place = arguments.startIndex
        while place < arguments.endIndex, arguments[place].hasPrefix("-"), arguments[place] != "-" {
            if arguments[place] == "--" { return arguments }
            place += arguments[place] == "-c" ? 2 : 1
        }
        guard place < arguments.endIndex else { return arguments }
        return arguments[..<place] + ["--"] + arguments[place...]
    }
}
