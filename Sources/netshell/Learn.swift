import Commands
import Journal
import Language
import Lessons
import Shell
import Sockets
import Terminal
import Views

/// A lesson, at the prompt or from a pipe.
struct Learn {
    let coursePath: String?
    let name: String?
    let language: String?
    let isPlain: Bool
    let isTrusted: Bool
    let recording: RecordingRequest?
    private let writer = StandardOutput()

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

    func run() -> Int32 {
        Interrupts.ignoreBrokenPipes()
        Interrupts.listen()
        DescriptorLimit.raise()
        defer { writer.flush() }
        let progress = Progress(folder: Folders.progress)
        do throws(Failure) {
            guard let name else {
                if recording != nil { return refuse("--record needs a lesson: netshell learn LESSON --record FILE") }
                return menu(
                    try coursePath.map { (path) throws(Failure) in try Course(path: path) } ?? .builtIn,
                    progress
                )
            }
            return try play(try LessonChoice(name: name, coursePath: coursePath, language: language).lesson(), progress)
        } catch {
            return refuse(([error.message] + error.advice).joined(separator: "; "))
        }
    }

    private func refuse(_ problem: String) -> Int32 {
        writer.flush()
        writer.writeError("netshell: \(problem)\n")
        return ExitStatus.usage.rawValue
    }

    private func menu(_ course: Course, _ progress: Progress) -> Int32 {
        let language = LessonLanguage.chosen(language)
        let messages = Messages.inLanguage(language)
        for (index, entry) in course.entries.enumerated() {
            guard let lesson = entry.read(in: language).lesson else {
                writer.write("\(index + 1)  \(entry.id)  \(messages(.damaged))\n")
                continue
            }
            let done = Set(progress.done(in: lesson.head.id))
            let (count, all) = (lesson.steps.filter { done.contains($0.id) }.count, lesson.steps.count)
            let mark =
                count == all ? "  ✓ \(messages(.done))" : "  \(messages(.partlyDone, ["done": count, "count": all]))"
            writer.write("\(index + 1)  \(entry.id)  \(lesson.head.title)\(count == 0 ? "" : mark)\n")
        }
        writer.write("\n\(messages(.howToBegin))\n")
        return ExitStatus.success.rawValue
    }

    private func play(_ lesson: Lesson, _ progress: Progress) throws(Failure) -> Int32 {
        if let obstacle = lesson.obstacle {
            writer.write("\(lesson.head.title): \(obstacle).\n")
            return ExitStatus.success.rawValue
        }
        let wishes = Wishes()
        let registry = Registry.all.adding(.lesson(wishes))
        let isInteractive = isatty(0) == 1 && isatty(1) == 1
        if recording != nil, !isInteractive { return refuse(LiveRecording.needsTerminal) }
        let live = try recording.map { (request) throws(Failure) in
            try LiveRecording(request, title: lesson.head.title)
        }
        let style = Style.chosen(plain: isPlain)
        let terminal = isInteractive ? TerminalOutput(style: style, recording: live) : nil
        let output: any Output = terminal ?? TextOutput(writer, showsPlace: false)
        let session = Session(registry: registry, output: output, isInteractive: isInteractive)
        let stage = Stage(lesson, session: session, registry: .all, confinement: isTrusted ? nil : lesson.confinement)
        let guide = LessonGuide(stage: stage, progress: progress, wishes: wishes)
        defer {
            stage.endPeers()
            session.locked { session.endAll() }
        }
        if let terminal {
            return Prompt(session: session, output: terminal, style: style, guide: guide, recording: live).run()
        }
        return follow(guide, session)
    }

    /// Plays with the statements of a pipe.
    private func follow(_ guide: LessonGuide, _ session: Session) -> Int32 {
        tell(guide.start())
        var status = ExitStatus.success.rawValue
        _ = ScriptRun.read(descriptor: 0, file: "<stdin>") { piece in
            guard case .entry(let source) = piece else { return true }
            writer.write("> " + source.text(of: Span(0, source.text.count)).trimmedEnd + "\n")
            let outcome = Interpreter.run(piece, on: session)
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
    /// The text without line ends and blanks behind it.
    fileprivate var trimmedEnd: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
