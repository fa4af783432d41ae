import ArgumentParser

/// The command line.
@main
struct NetShell: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "netshell",
        abstract: "A shell in which every socket call is a command.",
        usage: """
            netshell [--json] [--keep-going] [FILE [ARGUMENT ...]]
            netshell [--json] [--keep-going] -c STATEMENTS [ARGUMENT ...]
            netshell learn [LESSON]
            netshell replay LESSON
            netshell lesson list|lint|test|new|watch|record [PATH ...]
            netshell --check FILE ...
            netshell --json-schema
            netshell view [--json] FILE COMMAND [ARGUMENT ...]
            """,
        discussion: """
            Without a file it reads statements from the terminal, or from a pipe. Exit codes: 0 success, 1 a statement \
            failed, 2 wrong usage, 3 a check failed, 130 interrupted.
            """,
        version: "0.1.0",
        subcommands: [LearnCommand.self, ReplayCommand.self, LessonCommand.self, View.self]
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

    @Argument(parsing: .postTerminator, help: "A script and its arguments.")
    var script: [String] = []

    func run() throws {
        let run = Run(statements: statements, script: script, isJSON: json, keepsGoing: keepGoing, isPlain: plain)
        let status = jsonSchema ? run.printSchema() : check ? run.check() : run.start()
        if status != ExitStatus.success.rawValue { throw ExitCode(status) }
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
        if let first = arguments.first, subcommands.contains(first) { return arguments }
        var place = arguments.startIndex
        while place < arguments.endIndex, arguments[place].hasPrefix("-"), arguments[place] != "-" {
            if arguments[place] == "--" { return arguments }
            place += arguments[place] == "-c" ? 2 : 1
        }
        guard place < arguments.endIndex else { return arguments }
        return arguments[..<place] + ["--"] + arguments[place...]
    }
}
