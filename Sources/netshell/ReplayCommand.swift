import ArgumentParser

/// `netshell replay`: a lesson typed in front of a class.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Type a lesson's statements, for real, as a person would.",
        discussion: """
            Keys: space or n goes on, b goes back, p pauses, + and - change the speed, t takes over (type live; Ctrl-D \
            gives back), q quits. Without a terminal it prints a transcript.
            """
    )

    @Option(help: ArgumentHelp("Type so many times as fast.", valueName: "factor"))
    var speed = 1.0

    @Flag(help: "Wait for a key before each statement.")
    var step = false

    @Option(help: ArgumentHelp("Begin at this step.", valueName: "step"))
    var at: String?

    @Option(
        help: ArgumentHelp("Write the presenter's notes there, a second terminal for instance.", valueName: "file"),
        completion: .file()
    )
    var notes: String?

    @Option(
        help: ArgumentHelp("Write an asciicast, or an HTML page for a name that ends in .html.", valueName: "file"),
        completion: .file()
    )
    var record: String?

    @Option(help: ArgumentHelp("The version of the asciicast, 2 or 3.", valueName: "version"))
    var castVersion = 2

    @Option(help: ArgumentHelp("Take the lessons from this folder or file.", valueName: "path"), completion: .file())
    var course: String?

    @Option(
        help: ArgumentHelp("The language, fr for instance; the locale's where none is given.", valueName: "language")
    )
    var lang: String?

    @Argument(help: "The name or number of a lesson, or the path of its file.", completion: .lessons)
    var lesson: String

    func validate() throws {
        guard speed > 0, speed <= 1000 else { throw ValidationError("--speed is more than 0 and at most 1000") }
        guard castVersion == 2 || castVersion == 3 else { throw ValidationError("--cast-version is 2 or 3") }
    }

    func run() throws {
        let status = ReplayRun(
            lesson: lesson,
            coursePath: course,
            language: lang,
            speed: speed,
            isStepped: step,
            start: at,
            notes: notes,
            recording: record,
            castVersion: castVersion
        ).run()
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
