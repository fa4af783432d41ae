import Journal
import Language
import Views

/// Turns what is typed into the draft of a lesson: a step for each socket's beginning, a `do` fence with the replies.
///
/// `@unchecked Sendable`: written to only under the session's lock, and read when the session is over.
public final class Draft: Output, @unchecked Sendable {
    private let output: any Output
    private let recording = Recording()
    private let text: TextOutput
    private var lines: [String] = []

    /// A draft of what goes to an output.
    public init(over output: any Output) {
        self.output = output
        text = TextOutput(recording, showsPlace: false)
    }

    public func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        output.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        guard record.failure == nil else { return }
        text.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        add(record)
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        output.uncaught(failure, record, history: history)
        text.uncaught(failure, record, history: history)
        add(record)
    }

    public func notice(_ text: String) { output.notice(text) }

    public func flush() { output.flush() }

    private func add(_ record: StatementRecord) {
        let typed = record.source.text(of: record.span).split(separator: "\n").map(String.init)
        lines +=
            typed.enumerated().map { ($0.offset == 0 ? "> " : ". ") + $0.element }
            + recording.takeLines().map(Self.asReply)
    }

    /// A line of a reply as a transcript has it: what would be read as typed, or as a comment, is anything.
    private static func asReply(_ line: String) -> String {
        ["> ", ". ", "# "].contains { line.hasPrefix($0) } || line == ">" ? "[..]" : line
    }

    /// The id of a lesson, from its file's name; nil where that cannot be one.
    public static func id(ofFile path: String) -> String? {
        guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return nil }
        let id = String(name.dropLast(3))
        return id.isLessonID ? id : nil
    }

    /// The draft; what is left for the author is marked with TODO.
    public func lesson(id: String) -> String {
        Self.template(id: id, transcript: lines.isEmpty ? ["> s = socket inet stream"] : lines)
    }

    /// The beginning of a lesson, around a transcript.
    public static func template(id: String, transcript: [String]) -> String {
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
            socket
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
