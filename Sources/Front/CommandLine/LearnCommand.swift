import ArgumentParser
import Lessons
import enum Sockets.Folder

/// `netshell learn`: lessons at the prompt, or with statements from a pipe.
struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Go through a lesson.",
        discussion: "Without a lesson it shows the course, what is done, and where you stopped."
    )

    @Option(help: ArgumentHelp("Take the lessons from this folder or file.", valueName: "path"), completion: .file())
    var course: String?

    @Flag(help: "Print line by line, without colour or cursor movement.")
    var plain = false

    @Flag(help: "Let the lesson's own statements reach other machines and other files; you trust its author.")
    var outside = false

    @Option(
        help: ArgumentHelp("Begin with this step, by its id or number; 1 is the lesson's beginning.", valueName: "step")
    )
    var at: String?

    @OptionGroup var language: LanguageOption

    @OptionGroup var recording: RecordingOptions

    @Argument(
        help: "The name or number of a lesson, the path of its file, or a folder with lessons.",
        completion: .lessons
    )
    var lesson: String?

    /// The folder that was named instead of a lesson.
    private var folder: String? {
        guard let lesson, course == nil, Course.builtIn[lesson] == nil, Folder.exists(lesson) else { return nil }
        return lesson
    }

    func run() throws {
        let status = Learn(
            coursePath: course ?? folder,
            name: folder == nil ? lesson : nil,
            language: language.lang,
            isPlain: plain,
            isTrusted: outside,
            recording: recording.request,
            step: at
        ).run()
        if status != ExitStatus.success.rawValue { throw ExitCode(status) }
    }
}

/// `netshell lesson`: what an author needs.
struct LessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson",
        abstract: "List, check and prove lessons.",
        subcommands: [List.self, Lint.self, Test.self, New.self, Watch.self, Record.self]
    )

    /// The lessons that are meant: the built-in course if no path is given.
    struct Paths: ParsableArguments {
        @Argument(
            help: "Names of lessons, lesson files, or folders with an index; the built-in course if none is given.",
            completion: .file()
        )
        var paths: [String] = []
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the lessons of a course.")
        @OptionGroup var language: LanguageOption
        @OptionGroup var selection: Paths
        func run() throws { try Self.leave(LessonTool(paths: selection.paths, language: language.lang).list()) }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Look for faults without playing the lessons.")
        @OptionGroup var selection: Paths
        func run() throws { try Self.leave(LessonTool(paths: selection.paths).lint()) }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Play the lessons: every solution, every mistake, every prediction."
        )
        @Option(help: ArgumentHelp("How long each step and each mistake may take.", valueName: "seconds"))
        var limit = LessonTester.usualLimit
        @Flag(help: "Try each answer in part, in other orders and with calls that fail, too; it takes a few minutes.")
        var thorough = false
        @OptionGroup var selection: Paths

        func validate() throws {
            guard limit > 0, limit <= 3600 else { throw ValidationError("--limit is more than 0 and at most 3600") }
        }

        func run() throws {
            try Self.leave(LessonTool(paths: selection.paths).test(limit: limit, isThorough: thorough))
        }
    }
}

extension LessonCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write the beginning of a lesson.")
        @Argument(help: "The file, ID.md; it must not exist yet.")
        var file: String
        func run() throws { try Self.leave(LessonAuthor(path: file).begin()) }
    }

    struct Watch: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prove a lesson again each time its file is saved.")
        @Argument(help: "The lesson's file.")
        var file: String
        func run() throws { try Self.leave(LessonAuthor(path: file).watch()) }
    }

    struct Record: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Turn a live session into the draft of a lesson.")
        @Argument(help: "The file, ID.md; it must not exist yet.")
        var file: String
        func run() throws { try Self.leave(LessonAuthor(path: file).record()) }
    }
}

extension ParsableCommand {
    /// Exits with a status.
    fileprivate static func leave(_ status: ExitStatus) throws {
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
