import ArgumentParser

/// `netshell view FILE COMMAND…`: a command that looks at a journal, on a saved one.
struct View: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Look at a saved journal.",
        discussion: "Runs one command that looks at the journal, such as journal or export, on what journal save wrote."
    )

    @Flag(help: "Print the reply as a JSON object.")
    var json = false

    @Argument(help: "What journal save wrote.")
    var file: String

    @Argument(parsing: .captureForPassthrough, help: "The command and its arguments.")
    var command: [String] = []

    func run() throws {
        let status = SavedJournal(path: file, isJSON: json).show(command)
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
