import ArgumentParser

/// `netshell replay`: a lesson typed for a class.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Type a lesson's statements, for real, as a person would.",
        discussion: """
            Keys: space, Enter, →, ↓ or Page Down goes on, n does the rest of the step at once and goes to the next, b, \
            ←, ↑ or Page Up goes back a step, p pauses, + and - change the speed, t takes over (type live; Ctrl-D gives \
            back), q quits. They interrupt a statement that waits. If a step does not reach its state, the difference \
            is shown, and it waits for n, b, t or q. Without a terminal it prints a transcript, and ends if a step \
            takes longer than 10 seconds.
            """
    )

    @Option(help: ArgumentHelp("Type this many times as fast.", valueName: "factor"))
    var speed = 1.0

    @Flag(help: "Wait for a key before each statement.")
    var step = false

    @Option(help: ArgumentHelp("Begin at this step, given by its id or its number.", valueName: "step"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "Write the presenter's notes there as they come: a new file, or a second terminal.",
            valueName: "file"
        ),
        completion: .file()
    )
    var notes: String?

    @OptionGroup var recording: RecordingOptions

    @Option(help: ArgumentHelp("Take the lessons from this folder or file.", valueName: "path"), completion: .file())
    var course: String?

    @OptionGroup var language: LanguageOption

    @Argument(
        help: "Names or numbers of lessons, or paths of their files, to be played in order.",
        completion: .lessons
    )
    var lessons: [String]

    func validate() throws {
        guard lessons.count == 1 || recording.record == nil && at == nil else {
            throw ValidationError("--record and --at are for one lesson")
        }
        guard ReplayTerminal.speeds.contains(speed) else { throw ValidationError("--speed is from 0.05 to 1000") }
    }

    func run() throws {
        let status = ReplayRun(
            lessons: lessons,
            coursePath: course,
            language: language.lang,
            speed: speed,
            isStepped: step,
            start: at,
            notes: notes,
            isForced: recording.force,
            recording: recording.request
        ).run()
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
