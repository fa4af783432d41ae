import Language
import Replies
import Synchronization

/// A replay as an asciicast, on a clock of its own: a person's typing speed, and time to read. The recording takes no
/// longer than the replay itself.
///
/// `@unchecked Sendable`: what jobs write, too, is behind a lock; the notes are the replay's own.
public final class CastTheatre: ReplayTheatre, @unchecked Sendable {
    private enum Happening: Sendable {
        case text(String)
        case said(Passage)
        case step(Lesson.Step)
    }

    private struct State {
        var happenings: [(time: Double, what: Happening)] = []
        var clock = 0.0
    }

    /// Jobs write to it beside the replay.
    private let state = Mutex(State())
    /// How wide its screen is.
    public let columns: Int
    private let rows: Int
    private let notes: PresenterNotes

    /// An empty recording of a screen of that size.
    public init(columns: Int = 80, rows: Int = 24, notes: PresenterNotes = PresenterNotes()) {
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }

    private static let keyTime = 0.06
    private static let lineTime = 0.35
    private static let readingTime = 0.02

    public func chapter(_ step: Lesson.Step) {
        add(.step(step))
        notes.chapter(step)
    }

    public func say(_ note: String) { notes.say(note) }
    public func flush() {}

    public func cue() -> ReplayCue {
        pass(Self.lineTime)
        return .go
    }

    public func type(_ line: String, atOnce: Bool) {
        add(.text("> "))
        for character in Quoting.oneLine(line) {
            pass(Self.keyTime)
            add(.text(String(character)))
        }
        pass(Self.lineTime)
        add(.text("\n"))
    }

    public func write(_ text: String) { add(.text(text)) }
    public func writeError(_ text: String) { write(text) }

    public func show(_ passages: [Passage]) {
        for passage in passages {
            let lines = passage.lines(width: columns)
            add(.said(passage))
            pass(Double(lines.reduce(0) { $0 + $1.count }) * Self.readingTime)
        }
    }

    private func add(_ what: Happening) { state.withLock { $0.happenings.append(($0.clock, what)) } }

    private func pass(_ seconds: Double) { state.withLock { $0.clock += seconds } }

    private var happenings: [(time: Double, what: Happening)] { state.withLock { $0.happenings } }

    /// The recording in a version of the format.
    public func cast(_ version: Asciicast.Version, title: String) -> String {
        var cast = Asciicast(version)
        var lines = [cast.header(columns: columns, rows: rows, title: title)]
        for (time, what) in happenings {
            let event: Asciicast.Event =
                switch what {
                case .text(let text): .output(text.lineEndingsForTerminal)
                case .said(let passage):
                    .output(
                        passage.lines(width: columns).map { Quoting.printable($0.utf8) + "\r\n" }.joined()
                    )
                case .step(let step): .marker(step.title)
                }
            if let line = cast.line(event, at: time) { lines.append(line) }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The recording as an HTML page.
    public func page(title: String, language: String) -> String {
        var page = RecordingPage(title: title, language: language)
        var body = ""
        for (_, what) in happenings {
            switch what {
            case .text(let text): body += page.text(text)
            case .said(let passage): body += page.show([passage])
            case .step(let step): body += page.step(id: step.id, title: step.title)
            }
        }
        return page.head + body + page.end()
    }
}
