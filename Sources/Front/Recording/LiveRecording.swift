import Journal
import Language
import Lessons
import LineEditing
import Replies
import Shell
import Sockets
import Synchronization

/// What is typed and shown at the prompt, written to a file as it happens.
///
/// A recording that cannot go on ends; the session goes on, and is told once.
final class LiveRecording: ScreenListener {
    /// What is written, and how.
    private enum Scribe {
        case cast(Asciicast)
        case page(RecordingPage)
    }

    /// `@unchecked Sendable`: it stays behind the lock.
    private struct State: @unchecked Sendable {
        var file: RecordingFile?
        var scribe: Scribe
        var size: (columns: Int, rows: Int)
        var marked: Set<String> = []
        var problem: String?
    }

    /// What is said if there is no terminal.
    static let needsTerminal = "--record records a terminal; netshell replay LESSON --record FILE needs none"

    private let state: Mutex<State>
    private let start = now()

    /// Begins a recording.
    init(_ request: RecordingRequest, title: String, language: String = "en") throws(Failure) {
        let size = TerminalSize.both() ?? (80, 24)
        let scribe: Scribe
        let beginning: String
        switch request.format {
        case .cast(let version):
            let cast = Asciicast(version)
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            beginning =
                cast.header(columns: size.columns, rows: size.rows, title: title, timestamp: time.tv_sec) + "\n"
            scribe = .cast(cast)
        case .page:
            let page = RecordingPage(title: title, language: language)
            beginning = page.head
            scribe = .page(page)
        }
        let file = try RecordingFile(request, beginning: beginning)
        state = Mutex(State(file: file, scribe: scribe, size: size))
    }

    /// Something was written to the terminal, which makes its own line ends.
    func shown(_ text: String) {
        guard !text.isEmpty else { return }
        state.withLock { state in
            add(.output(text.lineEndingsForTerminal), to: &state)
            add(page: text, to: &state)
        }
    }

    /// A lesson said something, which goes to the terminal as this text, now or with what the line editor paints.
    func said(_ passage: Passage, as text: String, isPaintedLater: Bool) {
        state.withLock { state in
            if !isPaintedLater { add(.output(text.lineEndingsForTerminal), to: &state) }
            write(to: &state) { $0.show([passage]) }
        }
    }

    /// The line editor painted. A page has what was entered instead.
    func painted(_ text: String) { state.withLock { add(.output(text), to: &$0) } }

    /// The user entered something.
    func entered(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Quoting.printable($0.utf8) }
        state.withLock { add(page: "> " + lines.joined(separator: "\n. ") + "\n", to: &$0) }
    }

    /// Something other than a reply was said, through the line editor.
    func noticed(_ text: String) { state.withLock { add(page: text, to: &$0) } }

    /// A step of a lesson begins; a recording marks where it first did.
    func begins(_ step: Lesson.Step) {
        state.withLock { state in
            guard state.marked.insert(step.id).inserted else { return }
            add(.marker(step.title), to: &state)
            write(to: &state) { $0.step(id: step.id, title: step.title) }
        }
    }

    /// The session is over.
    func finish(_ status: Int32) {
        state.withLock { state in
            add(.exit(status), to: &state)
            write(to: &state) { $0.end() }
            state.file = nil
        }
    }

    /// Why the recording ended before the session, if it did and nobody was told.
    func takeProblem() -> String? {
        state.withLock { state in
            defer { state.problem = nil }
            return state.problem
        }
    }

    private func add(_ event: Asciicast.Event, to state: inout State) {
        guard case .cast(var cast) = state.scribe else { return }
        let time = Double(now() - start) / 1e9
        var lines = ""
        if let size = TerminalSize.both(), size != state.size {
            state.size = size
            lines += cast.line(.resize(columns: size.columns, rows: size.rows), at: time).map { $0 + "\n" } ?? ""
        }
        lines += cast.line(event, at: time).map { $0 + "\n" } ?? ""
        state.scribe = .cast(cast)
        write(lines, to: &state)
    }

    private func add(page text: String, to state: inout State) {
        write(to: &state) { $0.text(text) }
    }

    /// Writes a piece of a page, if it is one.
    private func write(to state: inout State, _ piece: (inout RecordingPage) -> String) {
        guard case .page(var page) = state.scribe else { return }
        let html = piece(&page)
        state.scribe = .page(page)
        write(html, to: &state)
    }

    private func write(_ text: String, to state: inout State) {
        guard let file = state.file, !text.isEmpty else { return }
        do throws(Failure) {
            try file.write(text)
        } catch {
            state.file = nil
            state.problem = "the recording ends here: \(error.message)"
        }
    }
}
