import Journal
import Language
import Replies

/// Turns what is typed into the draft of a lesson: one step, a `do` fence with each entry and its replies, and a check for
/// the last call. Left out is what belongs in no lesson: entries that are no statements, commands that do not exist, the
/// looking up of help, and leaving.
///
/// `@unchecked Sendable`: written to only under the session's lock, and read when the session is over.
public final class Draft: Output, @unchecked Sendable {
    /// What was entered at once: a statement, several, or a block.
    private struct Entry {
        let source: Source
        var replies: [String] = []
        var isWanted = true
        /// The last call that it made.
        var call: Call?

        func holds(_ record: StatementRecord) -> Bool {
            source.firstLine == record.source.firstLine && source.text == record.source.text
        }

        var lines: [String] {
            let typed = String(decoding: source.text, as: UTF8.self).split(separator: "\n").map(String.init)
            return typed.enumerated().map { ($0.offset == 0 ? "> " : ". ") + $0.element } + replies
        }
    }

    private let output: any Output
    private let recording = Recording()
    private let text: TextOutput
    private var entries: [Entry] = []
    /// Called when another statement has been added to it.
    public var hasGrown: () -> Void = {}

    /// A draft of what goes to an output.
    public init(over output: any Output) {
        self.output = output
        text = TextOutput(recording, showsPlace: false)
    }

    public func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        output.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        // What fails may be caught; if it is not, it is told below.
        if record.failure == nil {
            text.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        }
        add(record, calls.last)
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        output.uncaught(failure, record, history: history)
        text.uncaught(failure, record, history: history)
        add(record, nil)
    }

    public func notice(_ text: String) { output.notice(text) }

    public func flush() { output.flush() }

    public func explain(_ on: Bool) { output.explain(on) }

    public var screen: (any WatchScreen)? { output.screen }

    private func add(_ record: StatementRecord, _ call: Call?) {
        if entries.last?.holds(record) != true { entries.append(Entry(source: record.source)) }
        let last = entries.count - 1
        entries[last].call = call ?? entries[last].call
        entries[last].replies += recording.takeLines().map(Self.asReply)
        switch record.failure?.reason {
        case .syntax?, .unknownCommand?: entries[last].isWanted = false
        default:
            defer { hasGrown() }
            let isLeaving = record.command == "exit" && record.span.start == 0
            if isLeaving || ["help", "apropos"].contains(record.command) { entries[last].isWanted = false }
        }
    }

    /// A line of a reply as a transcript has it: what would be read as typed, or as a comment, is anything, and so is a port
    /// that the kernel chose.
    private static func asReply(_ line: String) -> String {
        if ["> ", ". ", "# "].contains(where: line.hasPrefix) || line == ">" { return "[..]" }
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        return words.map { ephemeral.contains(Int($0) ?? 0) ? "[..]" : String($0) }.joined(separator: " ")
    }

    /// The ports that Linux (ip_local_port_range, ip(7)) and others (RFC 6335 section 6) choose from.
    private static let ephemeral = 32768...65535

    /// The id of a lesson, from its file's name; nil if that cannot be one.
    public static func id(ofFile path: String) -> String? {
        guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return nil }
        let id = String(name.dropLast(3))
        return id.isLessonID ? id : nil
    }

    /// The draft; what is left for the author is marked with TODO.
    public func lesson(id: String) -> String {
        let wanted = entries.filter(\.isWanted)
        guard !wanted.isEmpty else { return Self.template(id: id) }
        let call = wanted.last { $0.call != nil }?.call
        return Self.template(id: id, transcript: wanted.flatMap(\.lines), check: call.map(Self.check) ?? "socket")
    }

    /// That the call was made and ended so.
    private static func check(_ call: Call) -> String {
        ["call", call.name, call.errno?.name ?? (call.error == nil ? "ok" : "failed")].joined(separator: " ")
            + (call.socketName.map { " on " + $0 } ?? "")
    }

    /// The beginning of a lesson, around a transcript and what is to come of it.
    public static func template(
        id: String,
        transcript: [String] = ["> s = socket inet stream"],
        check: String = "socket"
    ) -> String {
        // No line of the transcript may be taken for the fence's end.
        let ticks = transcript.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, ticks + 1))
        return """
            title: TODO \(id)
            id: \(id)
            about: TODO one line
            time: 10
            level: 1

            TODO What the learner will be able to do after this.

            ## TODO First step {#first}

            TODO What to do, and what for.

            \(fence)do
            \(transcript.joined(separator: "\n"))
            \(fence)

            ```check
            \(check)
            ```

            TODO Why that was right.

            ```hint 1
            TODO
            ```

            ```hint 2
            TODO
            ```

            """
    }
}
