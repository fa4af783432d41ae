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

    /// Wrong usage exits with the code that ``ExitStatus`` says, not with the library's.
    static func main() {
        Interrupts.ignoreBrokenPipes()
        let arguments = plainBehind(Array(CommandLine.arguments.dropFirst()))
        if let run = plain(arguments) {
            let status = run.start()
            if status != ExitStatus.success.rawValue { leave(with: status) }
            return
        }
        do {
            var command = try parseAsRoot(terminated(arguments))
            // The library gives the option to the whole command, wherever it stands.
            if var learn = command as? LearnCommand {
                learn.plain = learn.plain || arguments.contains("--plain")
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

    /// The run that is meant where no option but `-c` is typed: nothing, a script, or statements. The library would say
    /// the same, but takes longer for it than all the rest of a start; the tests hold the two against each other.
    private static func plain(_ arguments: [String]) -> Run? {
        let plain = Run(statements: nil, script: arguments, isJSON: false, keepsGoing: false, isPlain: false)
        guard let first = arguments.first else { return plain }
        if first == "-c" {
            guard arguments.count > 1 else { return nil }
            let rest = Array(arguments.dropFirst(2))
            return rest.first == "--"
                ? nil : Run(statements: arguments[1], script: rest, isJSON: false, keepsGoing: false, isPlain: false)
        }
        return first.hasPrefix("-") || isSubcommand(first) ? nil : plain
    }

    /// The arguments with `--plain` behind `learn` where it stands in front of it.
    private static func plainBehind(_ arguments: [String]) -> [String] {
        arguments.starts(with: ["--plain", "learn"]) ? arguments.dropFirst() + ["--plain"] : arguments
    }

    private static func isSubcommand(_ word: String) -> Bool {
        word == "help" || configuration.subcommands.contains { $0.configuration.commandName == word }
    }

    /// Whether the word behind the option is its value, not a script.
    private static func takesValue(_ option: String) -> Bool {
        ["-c", "--record", "--cast-version", "--generate-completion-script"].contains(option)
    }

    /// The arguments with `--` in front of the script: what stands behind it is the script's, whatever it looks like.
    /// What stands in front of it and begins with `-` must be an option of ours; a lone `-` is no option.
    private static func terminated(_ arguments: [String]) -> [String] {
        // The shells' completion scripts ask with three hyphens.
        if let first = arguments.first, isSubcommand(first) || first.hasPrefix("---") { return arguments }
        var place = arguments.startIndex
        while place < arguments.endIndex, arguments[place].hasPrefix("-"), arguments[place] != "-" {
            if arguments[place] == "--" { return arguments }
            place += takesValue(arguments[place]) ? 2 : 1
        }
        guard place < arguments.endIndex else { return arguments }
        return arguments[..<place] + ["--"] + arguments[place...]
    }
}
