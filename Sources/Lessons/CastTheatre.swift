import Language
import Views

/// A replay as an asciicast, on a clock of its own: a person's typing speed, and time to read. The recording takes no
/// longer than the replay itself.
///
/// `@unchecked Sendable`: the replay writes to it from one thread.
public final class CastTheatre: ReplayTheatre, @unchecked Sendable {
    /// The versions of the format (docs.asciinema.org/manual/asciicast).
    public enum Version: Int, Sendable {
        /// Times from the beginning.
        case two = 2
        /// Times from event to event.
        case three = 3
    }

    private struct Event {
        let time: Double
        let kind: String
        let data: String
    }

    private var events: [Event] = []
    private var clock = 0.0
    private let columns: Int
    private let rows: Int

    /// An empty recording of a screen of that size.
    public init(columns: Int = 80, rows: Int = 24) {
        self.columns = columns
        self.rows = rows
    }

    private static let keyTime = 0.06
    private static let lineTime = 0.35
    private static let readingTime = 0.02

    public func chapter(_ step: Lesson.Step) { add("m", step.id) }
    public func say(_ note: String) {}
    public func flush() {}

    public func cue() -> ReplayCue {
        clock += Self.lineTime
        return .go
    }

    public func type(_ line: String) {
        add("o", "> ")
        for character in Quoting.oneLine(line) {
            clock += Self.keyTime
            add("o", String(character))
        }
        clock += Self.lineTime
        add("o", "\r\n")
    }

    public func write(_ text: String) {
        add("o", text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    }
    public func writeError(_ text: String) { write(text) }

    public func show(_ passages: [Passage]) {
        for passage in passages {
            let lines = passage.lines(width: columns)
            write(lines.map { Quoting.printable($0.utf8) + "\n" }.joined())
            clock += Double(lines.reduce(0) { $0 + $1.count }) * Self.readingTime
        }
    }

    /// The events without their times.
    var pieces: [(kind: String, data: String)] { events.map { ($0.kind, $0.data) } }

    private func add(_ kind: String, _ data: String) { events.append(Event(time: clock, kind: kind, data: data)) }

    /// The recording in a version of the format.
    public func cast(_ version: Version, title: String) -> String {
        var lines = [header(version, title).text]
        var last = 0.0
        for event in events {
            let time = version == .two ? event.time : event.time - last
            last = event.time
            let rounded = (time * 1_000_000).rounded() / 1_000_000
            lines.append(JSON.array([.number(rounded), .string(event.kind), .string(event.data)]).text)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func header(_ version: Version, _ title: String) -> JSON {
        switch version {
        case .two:
            .object([
                ("version", .integer(2)), ("width", .integer(columns)), ("height", .integer(rows)),
                ("title", .string(title)),
            ])
        case .three:
            .object([
                ("version", .integer(3)),
                ("term", .object([("cols", .integer(columns)), ("rows", .integer(rows))])),
                ("title", .string(title)),
            ])
        }
    }
}
