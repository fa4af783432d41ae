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
    /// The names of the lessons; nil for all of the course.
    let lessons: [String]?
    let coursePath: String?
    let language: String?
    let speed: Double
    let isStepped: Bool
    let start: String?
    let notes: String?
    /// Whether existing files may be replaced.
    let isForced: Bool
    let recording: RecordingRequest?
    /// Whether what is played at the terminal is recorded.
    let isLive: Bool
    /// The screen of a recording; nil for the terminal's.
    let size: ScreenSize?

    private var writer: Screen { .standard }

    func run() -> ExitStatus {
        Interrupts.listen(isAtPrompt: Prompt.isPossible)
        DescriptorLimit.raise()
        defer { writer.flush() }
        do throws(Failure) {
            // All are looked up before the first is played.
            let chosen = try chosenLessons()
            let first = try start.map { (start) throws(Failure) in try Self.place(start, in: chosen[0]) } ?? 0
            return status(try play(chosen, from: first, try presenterNotes()))
        } catch {
            writer.writeError("netshell: \(error.message)" + error.advice.map { "; \($0)" }.joined() + "\n")
            return .usage
        }
    }

    private func chosenLessons() throws(Failure) -> [Lesson] {
        var chosen: [Lesson] = []
        guard let lessons else {
            let course = try coursePath.map { (path) throws(Failure) in try Course(path: path) } ?? .builtIn
            for entry in course.entries { chosen.append(try entry.lesson(in: LessonLanguage.chosen(language))) }
            return chosen
        }
        for name in lessons {
            chosen.append(try LessonChoice(name: name, coursePath: coursePath, language: language).lesson())
        }
        return chosen
    }

    private func presenterNotes() throws(Failure) -> PresenterNotes {
        guard let file = try notes.map({ (path) throws(Failure) in try RecordingFile(path, isForced: isForced) }) else {
            return PresenterNotes()
        }
        return PresenterNotes(width: file.columns ?? 80) { try? file.write(Quoting.printable($0.utf8)) }
    }

    /// The number of the step that is named.
    private static func place(_ name: String, in lesson: Lesson) throws(Failure) -> Int {
        if let place = lesson.steps.firstIndex(where: { $0.id == name }) { return place }
        if let number = Int(name), lesson.steps.indices.contains(number - 1) { return number - 1 }
        let near = Suggestion.nearest(to: name, among: lesson.steps.map(\.id))
        throw Failure(.unsuitable(word: name, wanted: "a step of the lesson", near: near))
    }

    private func play(_ lessons: [Lesson], from first: Int, _ notes: PresenterNotes) throws(Failure) -> Replay.End {
        if let recording, !isLive { return try record(lessons, from: first, as: recording, notes) }
        guard Prompt.isPossible else {
            if isLive { throw Failure(.other(.recording, message: "--live records a terminal, and this is none")) }
            return inTurn(lessons) { transcribe($0, from: first, notes) }
        }
        let live = try recording.map { (request) throws(Failure) in
            try LiveRecording(
                request,
                title: lessons.title,
                language: lessons[0].language,
                isOfSeveral: lessons.count > 1
            )
        }
        let end = present(lessons, from: first, notes, live)
        writer.listen(nil)
        live?.finish(status(of: end).rawValue)
        if let problem = live?.takeProblem() { writer.writeError("netshell: \(problem)\n") }
        return end
    }

    /// Plays lessons one after the other, as long as each is played to its end; those that cannot be played say why.
    private func inTurn(_ lessons: [Lesson], _ play: (Lesson) -> Replay.End) -> Replay.End {
        for lesson in lessons {
            if let obstacle = lesson.obstacle {
                Passage.obstacle(obstacle, to: lesson).write(on: writer)
                continue
            }
            let end = play(lesson)
            if end != .done { return end }
            writer.flush()
        }
        return .done
    }

    private func present(
        _ lessons: [Lesson],
        from first: Int,
        _ notes: PresenterNotes,
        _ live: LiveRecording?
    ) -> Replay.End {
        let theatre = ReplayTerminal(
            style: .kept(plain: false),
            speed: speed,
            isStepped: isStepped,
            notes: notes,
            recording: live
        )
        defer { theatre.flush() }
        var hasToldKeys = false
        return inTurn(lessons) { lesson in
            if !hasToldKeys { theatre.show([.note(ReplayTerminal.keyHelp)]) }
            hasToldKeys = true
            return Self.replay(
                lesson,
                in: theatre,
                limit: nil,
                canvas: { TerminalSize.canvas },
                background: Interjections(writer),
                takeOver: theatre.takeOver
            ).run(from: first)
        }
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

    private func transcribe(_ lesson: Lesson, from first: Int, _ notes: PresenterNotes) -> Replay.End {
        let theatre = TranscriptTheatre(notes: notes)
        let (transcript, end) = Self.transcript(of: lesson, from: first, in: theatre)
        // Nothing of the lesson is held any more while somebody reads.
        writer.write(transcript)
        for note in theatre.standInNotes.flatMap({ $0.lines(width: .max) }) {
            let told = note.drop { $0 == "-" || $0 == " " }
            writer.writeError("netshell: \(lesson.head.id): \(told) The transcript has the lesson's own number.\n")
        }
        return end
    }

    private static func transcript(
        of lesson: Lesson,
        from first: Int,
        in theatre: TranscriptTheatre
    ) -> (String, Replay.End) {
        let replay = replay(lesson, in: theatre)
        let end = replay.run(from: first)
        return (theatre.transcript(hiding: replay.passingPorts, standIns: replay.standIns), end)
    }

    private func record(
        _ lessons: [Lesson],
        from first: Int,
        as request: RecordingRequest,
        _ notes: PresenterNotes
    ) throws(Failure) -> Replay.End {
        try RecordingFile.refuseExisting(request.path, isForced: request.isForced)
        // If it cannot be written nothing should be played for it. Opening a pipe would wait for its reader.
        if File.isRegular(request.path) ?? true { try File.create(request.path, at: Span(0, 0)).abandon() }
        let size = size.map { ($0.columns, $0.rows) } ?? TerminalSize.both() ?? (80, 24)
        let style = Style(.full, theme: KeptTheme.theme)
        let theatre = CastTheatre(size: size, isOfSeveral: lessons.count > 1, speed: speed, notes: notes) {
            style.rendered($0)
        }
        // A page is as wide as its reader's window.
        let width: Int? = if case .cast = request.format { size.0 } else { nil }
        let canvas = Canvas(width: width, alphabet: .unicode)
        let end = inTurn(lessons) { Self.replay($0, in: theatre, canvas: { canvas }).run(from: first) }
        try save(theatre, of: lessons, as: request)
        return end
    }

    private func save(_ theatre: CastTheatre, of lessons: [Lesson], as request: RecordingRequest) throws(Failure) {
        let text =
            switch request.format {
            case .page: theatre.page(title: lessons.title, language: lessons[0].language)
            case .cast(let version): theatre.cast(version, title: lessons.title)
            }
        do throws(Failure) {
            try File.save(text, as: request.path, at: Span(0, 0))
        } catch {
            let former = File.isRegular(request.path) == true ? "; the one that was there before is unchanged" : ""
            throw Failure(.other(.recording, message: "the recording is lost: \(error.message)\(former)"))
        }
    }

    private func status(of end: Replay.End) -> ExitStatus { if case .stuck = end { .check } else { .success } }

    private func status(_ end: Replay.End) -> ExitStatus {
        if case .stuck(let step, let difference) = end {
            writer.flush()
            writer.writeError("netshell: step \(step): \(difference)\n")
        }
        return status(of: end)
    }
}

extension [Lesson] {
    /// What a recording of them is called.
    fileprivate var title: String {
        count <= 3 ? map(\.head.title).joined(separator: " · ") : "NetShell: \(count) lessons"
    }
}
