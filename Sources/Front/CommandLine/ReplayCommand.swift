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
            takes longer than 10 seconds. --record makes a recording by itself, as fast as the statements run; with --live it \
            records what is played at the terminal, with your pauses and with what you type when you take over.
            """
    )

    @Option(help: ArgumentHelp("Type and read this many times as fast, in a recording too.", valueName: "factor"))
    var speed = 1.0

    @Flag(help: "Wait for a key before each thing that appears.")
    var step = false

    @Flag(help: "Play the whole course, one lesson after the other.")
    var all = false

    @Flag(help: "Record what is played at the terminal, take-overs included.")
    var live = false

    @Option(
        help: ArgumentHelp(
            "The screen of an asciicast, 100x30 for instance; the terminal's if none is given.",
            valueName: "size"
        )
    )
    var size: String?

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
    var lessons: [String] = []

    func validate() throws {
        guard all != !lessons.isEmpty else {
            throw ValidationError(
                all ? "--all plays every lesson; name none" : "which lesson? netshell lesson list names them"
            )
        }
        guard lessons.count == 1 || at == nil else { throw ValidationError("--at is for one lesson") }
        guard !live || recording.record != nil else { throw ValidationError("--live is for --record FILE") }
        guard size == nil || ScreenSize(size ?? "") != nil else {
            throw ValidationError("--size is COLUMNSxROWS, from 20x5 to 500x200")
        }
        guard size == nil || recording.record != nil && !live else {
            throw ValidationError("--size is for a recording that is made by itself")
        }
        guard ReplayTerminal.speeds.contains(speed) else { throw ValidationError("--speed is from 0.05 to 1000") }
    }

    func run() throws {
        let status = ReplayRun(
            lessons: all ? nil : lessons,
            coursePath: course,
            language: language.lang,
            speed: speed,
            isStepped: step,
            start: at,
            notes: notes,
            isForced: recording.force,
            recording: recording.request,
            isLive: live,
            size: size.flatMap(ScreenSize.init)
        ).run()
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
