import Commands
import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Sockets

/// One replay, as the command line asks for it.
struct ReplayRun {
    let lessons: [String]
    let coursePath: String?
    let language: String?
    let speed: Double
    let isStepped: Bool
    let start: String?
    let notes: String?
    /// Whether existing files may be replaced.
    let isForced: Bool
    let recording: RecordingRequest?
    private let writer = Screen.standard

    init(
        lessons: [String],
        coursePath: String?,
        language: String?,
        speed: Double,
        isStepped: Bool,
        start: String?,
        notes: String?,
        isForced: Bool,
        recording: RecordingRequest?
    ) {
        self.isForced = isForced
        self.lessons = lessons
        self.coursePath = coursePath
        self.language = language
        self.speed = speed
        self.isStepped = isStepped
        self.start = start
        self.notes = notes
        self.recording = recording
    }

    func run() -> ExitStatus {
        Interrupts.listen(isAtPrompt: Prompt.isPossible)
        DescriptorLimit.raise()
        defer { writer.flush() }
        do throws(Failure) {
            // All are looked up before the first is played.
            var chosen: [Lesson] = []
            for name in lessons {
                chosen.append(try LessonChoice(name: name, coursePath: coursePath, language: language).lesson())
            }
            let file = try notes.map { (path) throws(Failure) in try RecordingFile(path, isForced: isForced) }
            let presenter = PresenterNotes { try? file?.write(Quoting.printable($0.utf8)) }
            for lesson in chosen {
                let end = try play(lesson, from: try place(in: lesson), notes: presenter)
                if end != .done { return status(end) }
                writer.flush()
            }
            return .success
        } catch {
            writer.writeError("netshell: \(error.message)" + error.advice.map { "; \($0)" }.joined() + "\n")
            return .usage
        }
    }

    /// The number of the step to begin with.
    private func place(in lesson: Lesson) throws(Failure) -> Int {
        guard let start else { return 0 }
        if let place = lesson.steps.firstIndex(where: { $0.id == start }) { return place }
        if let number = Int(start), lesson.steps.indices.contains(number - 1) { return number - 1 }
        let near = Suggestion.nearest(to: start, among: lesson.steps.map(\.id))
        throw Failure(.unsuitable(word: start, wanted: "a step of the lesson", near: near))
    }

    private func play(_ lesson: Lesson, from first: Int, notes: PresenterNotes) throws(Failure) -> Replay.End {
        if let obstacle = lesson.obstacle {
            Passage.obstacle(obstacle, to: lesson).write(on: writer)
            return .done
        }
        if let recording { return try record(lesson, from: first, as: recording, notes: notes) }
        guard Prompt.isPossible else { return transcribe(lesson, from: first, notes: notes) }
        let style = Style.chosen(plain: false)
        let theatre = ReplayTerminal(style: style, speed: speed, isStepped: isStepped, notes: notes)
        let replay = Self.replay(
            lesson,
            in: theatre,
            limit: nil,
            canvas: { TerminalSize.canvas },
            background: Interjections(writer),
            takeOver: theatre.takeOver
        )
        defer { theatre.flush() }
        theatre.show([.note(ReplayTerminal.keyHelp)])
        return replay.run(from: first)
    }

    /// A replay that shows input and replies in one theatre; without a presenter its steps have a limit.
    private static func replay(
        _ lesson: Lesson,
        in theatre: any ReplayTheatre,
        limit: Double? = LessonTester.usualLimit,
        canvas: @Sendable @escaping () -> Canvas = { .unlimited },
        background: (any TextSink)? = nil,
        takeOver: @escaping (Session) -> Void = { _ in }
    ) -> Replay {
        Replay(
            lesson,
            registry: .all,
            theatre: theatre,
            output: TextOutput(theatre, showsPlace: false, background: background, canvas: canvas),
            confinement: lesson.confinement,
            limit: limit,
            takeOver: takeOver
        )
    }

    private func transcribe(_ lesson: Lesson, from first: Int, notes: PresenterNotes) -> Replay.End {
        let theatre = TranscriptTheatre(notes: notes)
        let replay = Self.replay(lesson, in: theatre)
        let end = replay.run(from: first)
        writer.write(theatre.transcript(hiding: replay.passingPorts, standIns: replay.standIns))
        return end
    }

    private func record(
        _ lesson: Lesson,
        from first: Int,
        as request: RecordingRequest,
        notes: PresenterNotes
    ) throws(Failure) -> Replay.End {
        try RecordingFile.refuseExisting(request.path, isForced: request.isForced)
        // If it cannot be written nothing should be played for it. Opening a pipe would wait for its reader.
        if File.isRegular(request.path) ?? true { try File.create(request.path, at: Span(0, 0)).abandon() }
        let theatre = CastTheatre(notes: notes)
        // A page is as wide as its reader's window.
        let width: Int? = if case .cast = request.format { theatre.columns } else { nil }
        let canvas = Canvas(width: width, alphabet: .unicode)
        let replay = Self.replay(lesson, in: theatre, canvas: { canvas })
        let end = replay.run(from: first)
        let text =
            switch request.format {
            case .page: theatre.page(title: lesson.head.title, language: lesson.language)
            case .cast(let version): theatre.cast(version, title: lesson.head.title)
            }
        do throws(Failure) {
            try File.save(text, as: request.path, at: Span(0, 0))
        } catch {
            let former = File.isRegular(request.path) == true ? "; the one that was there before is unchanged" : ""
            throw Failure(.other(.recording, message: "the recording is lost: \(error.message)\(former)"))
        }
        return end
    }

    private func status(_ end: Replay.End) -> ExitStatus {
        switch end {
        case .done, .quit: return .success
        case .stuck(let step, let difference):
            writer.writeError("netshell: step \(step): \(difference)\n")
            return .check
        }
    }
}
