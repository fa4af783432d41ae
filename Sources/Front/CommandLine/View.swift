import ArgumentParser

/// `netshell view FILE COMMAND…`: a command that looks at a journal, run on a saved one or on an strace log.
struct View: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Look at a saved journal, or at a log of strace.",
        discussion: """
            Runs one command that looks at the journal, such as journal, explain or diagram, on what journal save \
            wrote, or on the log of another program: strace -f -e trace=network,desc,process -yy -o FILE.strace PROGRAM.
            """
    )

    @Flag(help: "Print the reply as a JSON object.")
    var json = false

    @Argument(help: "What journal save or strace wrote.")
    var file: String

    @Argument(parsing: .captureForPassthrough, help: "The command and its arguments.")
    var command: [String] = []

    func run() throws {
        let status = SavedJournal(path: file, isJSON: json).show(command)
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
