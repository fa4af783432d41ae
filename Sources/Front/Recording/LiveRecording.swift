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
        var chapters: RecordingChapters
        var marked: Set<String> = []
        var problem: String?
    }

    /// What is said if there is no terminal.
    static let needsTerminal = "--record records a terminal; netshell replay LESSON --record FILE needs none"

    private let state: Mutex<State>
    private let start = now()

    /// Begins a recording.
    ///
    /// - Parameters:
    ///   - language: BCP 47.
    ///   - isOfSeveral: whether several lessons are played, each a chapter of its own.
    init(
        _ request: RecordingRequest,
        title: String,
        language: String = "en",
        isOfSeveral: Bool = false
    ) throws(Failure) {
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
        state = Mutex(
            State(file: file, scribe: scribe, size: size, chapters: RecordingChapters(isOfSeveral: isOfSeveral))
        )
    }

    /// Something was written to the terminal, which makes its own line ends.
    func shown(_ text: String) {
        guard !text.isEmpty else { return }
        state.withLock { state in
            add(.output(text.lineEndingsForTerminal), to: &state)
            add(page: text, .reply, to: &state)
        }
    }

    /// A statement failed, which goes to the terminal as this text.
    func failed(_ text: String, as shown: String) {
        state.withLock { state in
            add(.output(shown.lineEndingsForTerminal), to: &state)
            add(page: text, .failure, to: &state)
        }
    }

    /// A reply is shown in the pager.
    func replied(_ text: String) { state.withLock { add(page: text, .reply, to: &$0) } }

    /// A lesson said something, which goes to the terminal as this text, now or with what the line editor paints.
    func said(_ passage: Passage, as text: String, isPaintedLater: Bool) {
        state.withLock { state in
            if !isPaintedLater { add(.output(text.lineEndingsForTerminal), to: &state) }
            write(to: &state) { $0.show([passage], at: $1) }
        }
    }

    /// The line editor painted. A page has what was entered instead.
    func painted(_ text: String) { state.withLock { add(.output(text), to: &$0) } }

    /// The user entered something.
    func entered(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Quoting.printable($0.utf8) }
        state.withLock { add(page: "> " + lines.joined(separator: "\n. ") + "\n", .input, to: &$0) }
    }

    /// A line is typed for the user, for so many seconds. The terminal gets it key by key.
    func types(_ line: String, lasting duration: Double) {
        state.withLock { write(to: &$0) { $0.typed(line, at: $1, lasting: duration) } }
    }

    /// Something other than a reply was said, through the line editor.
    func noticed(_ text: String) { state.withLock { add(page: text, .notice, to: &$0) } }

    /// A lesson begins.
    func begins(_ lesson: Lesson) {
        state.withLock { state in
            if let chapter = state.chapters.begin(lesson) { mark(chapter, in: &state) }
        }
    }

    /// A step of a lesson begins; a recording marks where it first did.
    func begins(_ step: Lesson.Step) { state.withLock { mark($0.chapters.chapter(step), in: &$0) } }

    private func mark(_ chapter: RecordingChapter, in state: inout State) {
        guard state.marked.insert(chapter.id).inserted else { return }
        add(.marker(chapter.title), to: &state)
        write(to: &state) { $0.begin(chapter, at: $1) }
    }

    /// The session is over.
    func finish(_ status: Int32) {
        state.withLock { state in
            add(.exit(status), to: &state)
            write(to: &state) { $0.end(at: $1) }
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
        let time = time
        var lines = ""
        if let size = TerminalSize.both(), size != state.size {
            state.size = size
            lines += cast.line(.resize(columns: size.columns, rows: size.rows), at: time).map { $0 + "\n" } ?? ""
        }
        lines += cast.line(event, at: time).map { $0 + "\n" } ?? ""
        state.scribe = .cast(cast)
        write(lines, to: &state)
    }

    /// Seconds from the beginning.
    private var time: Double { Double(now() - start) / 1e9 }

    private func add(page text: String, _ kind: RecordingPage.Kind, to state: inout State) {
        write(to: &state) { $0.text(text, kind, at: $1) }
    }

    /// Writes a piece of a page, if it is one, at the time that it is.
    private func write(to state: inout State, _ piece: (_ page: inout RecordingPage, _ time: Double) -> String) {
        guard case .page(var page) = state.scribe else { return }
        let html = piece(&page, time)
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
