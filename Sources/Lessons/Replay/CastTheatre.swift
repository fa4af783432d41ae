import Language
import Replies
import Synchronization

/// A replay as a recording, on a clock of its own: a person's typing speed, and time to read. Making it takes no longer than
/// the statements themselves.
///
/// `@unchecked Sendable`: what jobs write, too, is behind a lock; the notes are the replay's own.
public final class CastTheatre: ReplayTheatre, @unchecked Sendable {
    private enum Happening: Sendable {
        case typed(String, lasting: Double)
        case text(StyledText, RecordingPage.Kind)
        case said(Passage)
        case chapter(RecordingChapter)
    }

    private struct State {
        var happenings: [(time: Double, what: Happening)] = []
        var clock = 0.0
        var pace = ReadingPace()
    }

    /// Jobs write to it beside the replay.
    private let state = Mutex(State())
    /// How large its screen is, in columns and rows.
    public let size: (columns: Int, rows: Int)
    private let speed: Double
    private let notes: PresenterNotes
    private var chapters: RecordingChapters
    /// How text looks on a terminal.
    private let rendered: @Sendable (StyledText) -> String

    /// An empty recording of a screen of that size.
    ///
    /// - Parameters:
    ///   - isOfSeveral: whether several lessons are played, each a chapter of its own.
    ///   - speed: so many times as fast as a person.
    ///   - rendered: text as a terminal shows it; without colours if nothing is given.
    public init(
        size: (columns: Int, rows: Int) = (80, 24),
        isOfSeveral: Bool = false,
        speed: Double = 1,
        notes: PresenterNotes = PresenterNotes(),
        rendered: @escaping @Sendable (StyledText) -> String = { $0.text.lineEndingsForTerminal }
    ) {
        (self.size, self.speed, self.notes, self.rendered) = (size, speed, notes, rendered)
        chapters = RecordingChapters(isOfSeveral: isOfSeveral)
    }

    public func begin(_ lesson: Lesson) {
        if let chapter = chapters.begin(lesson) { add(.chapter(chapter)) }
    }

    public func chapter(_ step: Lesson.Step) {
        add(.chapter(chapters.chapter(step)))
        notes.chapter(step)
    }

    public func say(_ note: String) { notes.say(note) }
    public func flush() {}

    public func cue() -> ReplayCue {
        state.withLock { $0.clock += $0.pace.pause() / speed }
        return .go
    }

    public func type(_ line: String, atOnce: Bool) {
        let line = Quoting.oneLine(line)
        let duration = (Double(line.count) * ReadingPace.key + ReadingPace.beforeEnter) / speed
        add(.typed(line, lasting: duration))
        state.withLock { $0.clock += duration }
    }

    public func write(_ text: String) { add(StyledText(text), .reply) }
    public func writeError(_ text: String) { writeFailure(StyledText(text)) }
    public func writeFailure(_ text: StyledText) { add(text, .failure) }

    public func show(_ passages: [Passage]) {
        state.withLock { state in
            for passage in passages { state.happenings.append((state.clock, .said(passage))) }
            state.pace.said(passages)
        }
    }

    private func add(_ text: StyledText, _ kind: RecordingPage.Kind) {
        state.withLock { state in
            state.happenings.append((state.clock, .text(text, kind)))
            state.pace.replied(text.text)
        }
    }

    private func add(_ what: Happening) { state.withLock { $0.happenings.append(($0.clock, what)) } }

    /// How long it takes to play, in seconds: what was shown last is read, too.
    public var duration: Double {
        state.withLock { state in
            var pace = state.pace
            return state.clock + pace.pause() / speed
        }
    }

    /// The recording in a version of the format.
    public func cast(_ version: Asciicast.Version, title: String) -> String {
        var cast = Asciicast(version)
        var lines = [cast.header(columns: size.columns, rows: size.rows, title: title)]
        for (time, event) in happenings.flatMap(events) {
            if let line = cast.line(event, at: time) { lines.append(line) }
        }
        // What was shown last stays long enough to be read.
        if let line = cast.line(.output(""), at: duration) { lines.append(line) }
        return lines.map { $0 + "\n" }.joined()
    }

    private var happenings: [(time: Double, what: Happening)] { state.withLock { $0.happenings } }

    private func events(_ time: Double, _ what: Happening) -> [(Double, Asciicast.Event)] {
        switch what {
        case .typed(let line, let duration): keys(line, from: time, lasting: duration)
        case .text(let text, _): [(time, .output(rendered(text)))]
        case .said(let passage):
            [(time, .output(passage.styledLines(width: size.columns).map { rendered($0) + "\r\n" }.joined()))]
        case .chapter(let chapter): [(time, .marker(chapter.title))]
        }
    }

    /// The keys of a line, one by one, after its prompt.
    private func keys(_ line: String, from time: Double, lasting duration: Double) -> [(Double, Asciicast.Event)] {
        let keys = line.enumerated().map { place, key in
            (
                time + Double(place + 1) * ReadingPace.key / speed,
                Asciicast.Event.output(rendered(StyledText(String(key))))
            )
        }
        return [(time, .output(rendered(StyledText("> ", .promptMark))))] + keys + [(time + duration, .output("\r\n"))]
    }

    /// The recording as an HTML page.
    ///
    /// - Parameter language: BCP 47.
    public func page(title: String, language: String) -> String {
        var page = RecordingPage(title: title, language: language)
        var body = ""
        for (time, what) in happenings {
            switch what {
            case .typed(let line, let duration): body += page.typed(line, at: time, lasting: duration)
            case .text(let text, let kind): body += page.text(text.text, kind, at: time)
            case .said(let passage): body += page.show([passage], at: time)
            case .chapter(let chapter): body += page.begin(chapter, at: time)
            }
        }
        return page.head + body + page.end(at: duration)
    }
}
