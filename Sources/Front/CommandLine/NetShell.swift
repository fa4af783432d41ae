import ArgumentParser
import LineEditing
import enum Shell.Interrupts

/// The command line.
struct NetShell: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "netshell",
        abstract: "A shell in which every socket call is a command.",
        usage: """
            netshell [--plain] [--record FILE]
            netshell [--json] [--keep-going] [FILE [ARGUMENT ...]]
            netshell [--json] [--keep-going] -c STATEMENTS [ARGUMENT ...]
            netshell learn [LESSON]
            netshell replay LESSON ...
            netshell lesson list|lint|test|new|watch|record [PATH ...]
            netshell --check FILE ...
            netshell view [--json] FILE COMMAND [ARGUMENT ...]
            netshell --json-schema | --manual
            netshell --generate-completion-script bash|zsh|fish
            """,
        discussion: """
            Without a file it reads statements from the terminal, or from a pipe. Exit codes: 0 success, 1 a statement \
            failed, 2 wrong usage, 3 a check failed, 130 interrupted. --manual prints the manual page; \
            netshell --manual | man -l - shows it.
            """,
        version: Release.version,
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

    @Flag(help: "Go on after a statement that failed; the exit code still says so.")
    var keepGoing = false

    @Flag(help: "Print line by line, without colour or cursor movement.")
    var plain = false

    @OptionGroup var recording: RecordingOptions

    @Flag(help: "Check recorded sessions: run the lines of each file and compare the replies.")
    var check = false

    @Flag(help: "Print the JSON Schema of the lines of --json.")
    var jsonSchema = false

    @Flag(help: "Print the manual page as man reads it.")
    var manual = false

    @Argument(parsing: .postTerminator, help: "A script and its arguments.")
    var script: [String] = []

    func run() throws {
        let run = Run(
            statements: statements,
            script: script,
            isJSON: json,
            keepsGoing: keepGoing,
            isPlain: plain,
            recording: recording.request
        )
        let status =
            jsonSchema ? run.printSchema() : manual ? run.print(manual: Self.manual) : check ? run.check() : run.start()
        if status != ExitStatus.success.rawValue { throw ExitCode(status) }
    }

    /// The manual page.
    private static var manual: String {
        guard let info = ToolInfo(json: _dumpHelp()) else { return "" }
        return Manual(tool: info.command, version: configuration.version, registry: .taking(LessonRequest())).text(
            usage: configuration.usage ?? ""
        )
    }

    /// Wrong usage exits with the code that ``ExitStatus`` defines, not with the library's.
    static func main() {
        Interrupts.ignoreBrokenPipes()
        var words = CommandLine.arguments
        if !words.isEmpty { words.remove(at: 0) }
        let arguments = Arguments(words, subcommands: subcommandNames)
        if let run = arguments.plainRun {
            let status = run.start()
            if status != ExitStatus.success.rawValue { leave(with: status) }
            return
        }
        do {
            var command = try parseAsRoot(arguments.terminated)
            // The library gives the option to the outermost command, wherever it is typed.
            if var learn = command as? LearnCommand {
                learn.plain = learn.plain || arguments.words.contains("--plain")
                command = learn
            }
            try command.run()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            guard exitCode(for: error) != .success else { exit(withError: error) }
            Screen.standard.writeError(fullMessage(for: error) + "\n")
            exit(withError: ExitCode(ExitStatus.usage.rawValue))
        }
    }

    /// The words that begin a subcommand.
    static var subcommandNames: [String] {
        ["help"] + configuration.subcommands.compactMap { $0.configuration.commandName }
    }
}
