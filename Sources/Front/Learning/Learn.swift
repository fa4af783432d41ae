import Commands
import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Sockets

/// A lesson, at the prompt or from a pipe.
struct Learn {
    let coursePath: String?
    let name: String?
    let language: String?
    let isPlain: Bool
    let isTrusted: Bool
    let recording: RecordingRequest?
    private let writer = Screen.standard

    init(
        coursePath: String?,
        name: String?,
        language: String?,
        isPlain: Bool,
        isTrusted: Bool,
        recording: RecordingRequest?
    ) {
        self.recording = recording
        self.isTrusted = isTrusted
        self.coursePath = coursePath
        self.name = name
        self.language = language
        self.isPlain = isPlain
    }

    /// What was asked for at the prompt.
    init(_ wanted: LessonRequest.Wanted, isPlain: Bool) {
        let name: String? = if case .lesson(let name) = wanted { name } else { nil }
        self.init(coursePath: nil, name: name, language: nil, isPlain: isPlain, isTrusted: false, recording: nil)
    }

    @discardableResult
    func run() -> Int32 {
        Interrupts.listen(isAtPrompt: isInteractive)
        DescriptorLimit.raise()
        defer { writer.flush() }
        let folder = Folders.progress
        let progress = Progress(
            folder: folder,
            problem: folder == nil
                ? "progress is not kept: no folder can be made for it below XDG_STATE_HOME or HOME" : nil
        )
        do throws(Failure) {
            guard let name else {
                let course = try coursePath.map { (path) throws(Failure) in try Course(path: path) } ?? .builtIn
                return chooseAndPlay(course, progress)
            }
            return try play(try LessonChoice(name: name, coursePath: coursePath, language: language).lesson(), progress)
        } catch {
            return refuse(error)
        }
    }

    private func refuse(_ failure: Failure) -> Int32 {
        refuse(([failure.message] + failure.advice).joined(separator: "; "))
    }

    private func refuse(_ problem: String) -> Int32 {
        writer.flush()
        writer.writeError("netshell: \(problem)\n")
        return ExitStatus.usage.rawValue
    }

    /// At a terminal one lesson after the other, as the learner chooses; otherwise only lists the choices.
    private func chooseAndPlay(_ course: Course, _ progress: Progress) -> Int32 {
        guard recording == nil else { return refuse("--record needs a lesson: netshell learn LESSON --record FILE") }
        let language = LessonLanguage.chosen(language)
        let menu = LessonMenu(course, language: language, progress: progress)
        guard isInteractive else {
            writer.write((menu.lines(width: .max) + ["", menu.howToBegin]).map { $0 + "\n" }.joined())
            if let problem = progress.takeProblem() { writer.writeError("netshell: \(problem)\n") }
            return ExitStatus.success.rawValue
        }
        var isFirst = true
        while let entry = menu.ask(style: .kept(plain: isPlain), showsLessons: isFirst) {
            do throws(Failure) {
                _ = try play(try entry.lesson(in: language), progress)
            } catch {
                _ = refuse(error)
            }
            writer.flush()
            isFirst = false
        }
        return ExitStatus.success.rawValue
    }

    private var isInteractive: Bool { Prompt.isPossible }

    private func play(_ lesson: Lesson, _ progress: Progress) throws(Failure) -> Int32 {
        if let obstacle = lesson.obstacle {
            Passage.obstacle(obstacle, to: lesson).write(on: writer)
            return ExitStatus.success.rawValue
        }
        let requests = LessonRequests()
        let registry = Registry.all.adding(.lesson(requests))
        if recording != nil, !isInteractive { return refuse(LiveRecording.needsTerminal) }
        let live = try recording.map { (request) throws(Failure) in
            try LiveRecording(request, title: lesson.head.title, language: lesson.language)
        }
        let style = Style.kept(plain: isPlain)
        let lesson =
            isTrusted
            ? lesson
            : ConsentQuestion(lesson).settled(isInteractive: isInteractive, style: style) { passages in
                if isInteractive { passages.show(with: style, on: writer) } else { tell(passages) }
            }
        let terminal = isInteractive ? TerminalOutput(style: style, recording: live, lesson: lesson.file) : nil
        let output: any Output = terminal ?? TextOutput(writer, showsPlace: false)
        let session = Session(registry: registry, output: output, isInteractive: isInteractive)
        let stage = Stage(
            lesson,
            session: session,
            registry: .all,
            confinement: isTrusted ? nil : lesson.confinement,
            patience: 60
        )
        let guide = LessonGuide(stage: stage, progress: progress, requests: requests)
        defer { stage.tearDown() }
        if let terminal {
            let peers = PeerWatch(stage) { passages, _ in terminal.announce(passages) }
            defer { peers.stop() }
            return Prompt(
                session: session,
                output: terminal,
                style: style,
                guide: guide,
                peers: peers,
                recording: live
            ).run()
        }
        let peers = PeerWatch(stage) { passages, _ in
            tell(passages)
            writer.flush()
        }
        defer { peers.stop() }
        return follow(guide, session, peers)
    }

    /// Plays with the statements from a pipe.
    private func follow(_ guide: LessonGuide, _ session: Session, _ peers: PeerWatch) -> Int32 {
        tell(guide.start())
        var status = ExitStatus.success.rawValue
        _ = ScriptRun.read(descriptor: 0, file: "<stdin>") { piece in
            guard case .entry(let source) = piece else { return true }
            writer.write("> " + source.text(of: Span(0, source.text.count)).trimmedEnd + "\n")
            writer.flush()
            let outcome = peers.during(.running) { Interpreter.run(piece, on: session) }
            if case .exit(let code) = outcome {
                status = code
                return false
            }
            tell(guide.afterStatement(source.text(of: Span(0, source.text.count))))
            return !guide.isOver
        }
        return status
    }

    private func tell(_ passages: [Passage]) {
        for passage in passages {
            for line in passage.lines(width: 80) { writer.write(Quoting.printable(line.utf8) + "\n") }
        }
    }
}

extension String {
    /// The text without trailing line ends and blanks.
    fileprivate var trimmedEnd: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
