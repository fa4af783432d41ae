import Commands
import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Sockets

/// What helps an author with one file.
struct LessonAuthor {
    let path: String
    private let writer = Screen.standard

    init(path: String) { self.path = path }

    /// Writes the beginning of a lesson.
    func begin() -> ExitStatus {
        do throws(Failure) {
            let id = try id()
            try File.save(Draft.template(id: id), as: path, at: Span(0, 0))
            return .success
        } catch {
            return refuse(error.message)
        }
    }

    /// Lets the author type, and writes what they typed as a lesson's draft. A draft that cannot be written goes to
    /// standard output.
    func record() -> ExitStatus {
        let id: String
        do throws(Failure) {
            id = try self.id()
            // An author who cannot write there should know before typing.
            try File.create(path, at: Span(0, 0)).abandon()
        } catch {
            return refuse(error.message)
        }
        let lesson = typed(id: id)
        do throws(Failure) {
            _ = try self.id()
            try File.save(lesson, as: path, at: Span(0, 0))
            return .success
        } catch {
            _ = refuse("\(error.message); so the draft is written here")
            writer.write("\n" + lesson)
            writer.flush()
            return .usage
        }
    }

    /// The draft of what the author types.
    private func typed(id: String) -> String {
        let isInteractive = Prompt.isPossible
        Interrupts.listen(isAtPrompt: isInteractive)
        let style = Style.kept(plain: false)
        let terminal = TerminalOutput(style: style)
        let draft = Draft(over: isInteractive ? terminal : TextOutput(writer, showsPlace: true))
        let session = Session(registry: .all, output: draft, isInteractive: isInteractive)
        if isInteractive {
            Prompt(session: session, output: terminal, style: style, asksToLeave: false).run()
        } else {
            _ = ScriptRun(session: session, keepGoing: true).run(descriptor: 0, file: "<stdin>")
            writer.flush()
        }
        session.locked { session.closeAll() }
        return draft.lesson(id: id)
    }

    /// The lesson's id. Throws if the file's name is not one, and if the file exists already.
    private func id() throws(Failure) -> String {
        guard let id = Draft.id(ofFile: path) else {
            throw problem(
                "a lesson's file is called ID.md; an id is of small letters, digits and -, a letter first",
                separator: ": "
            )
        }
        // A dangling link is something, too.
        var status = stat()
        if lstat(path, &status) == 0 { throw problem("exists already; a lesson is never overwritten") }
        return id
    }

    private func problem(_ text: String, separator: String = " ") -> Failure {
        Failure(.other(.lesson, message: Quoting.word(path) + separator + text))
    }

    /// Proves the lesson now and whenever its file has changed, until Ctrl-C.
    func watch() -> ExitStatus {
        Interrupts.listen()
        var proved: Version?
        guard var seen = version else { return refuse("\(Quoting.word(path)): cannot be read") }
        while !Interrupts.wasHit {
            // An editor may remove the file for a moment, or write it in pieces: it is proved when it is at rest.
            if let now = version {
                if now == seen, now != proved {
                    proved = now
                    prove()
                }
                seen = now
            }
            _ = poll(nil, 0, 200)
        }
        return .success
    }

    private func prove() {
        do throws(Failure) {
            for entry in try Course(path: path).entries {
                let findings = LessonTool.findings(entry)
                if Interrupts.wasHit { return }
                writer.write(findings.isEmpty ? "ok \(entry.id)\n" : findings.map { $0 + "\n" }.joined())
            }
        } catch {
            writer.write(error.message + "\n")
        }
        writer.flush()
    }

    /// What tells one content of a file from another without reading it.
    private struct Version: Equatable {
        let file: UInt64
        let size: Int64
        let seconds: Int
        let nanoseconds: Int
    }

    private var version: Version? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Version(
            file: UInt64(status.st_ino),
            size: Int64(status.st_size),
            seconds: Int(time.tv_sec),
            nanoseconds: Int(time.tv_nsec)
        )
    }

    private func refuse(_ problem: String) -> ExitStatus {
        writer.writeError("netshell: \(problem)\n")
        return .usage
    }
}
