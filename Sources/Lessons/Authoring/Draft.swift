import Journal
import Language
import Replies
import Shell
import Sockets

/// Turns what is typed into the draft of a lesson: steps, each with a `do` fence of the entries and their replies, and a check for its
/// last call. `step TITLE` begins the next one. Left out is what belongs in no lesson: entries that are no statements, commands that do
/// not exist, the looking up of help, and leaving.
///
/// `@unchecked Sendable`: written to only under the session's lock, and read when the session is over.
public final class Draft: Output, @unchecked Sendable {
    private let output: any Output
    private let recording = Recording()
    private let text: TextOutput
    private var steps: [Step] = [Step(title: nil)]

    private struct Step {
        let title: String?
        var entries: [DraftEntry] = []
    }
    /// Called when another statement has been added to it.
    public var hasGrown: () -> Void = {}

    /// A draft of what goes to an output.
    public init(over output: any Output) {
        self.output = output
        text = TextOutput(recording, showsPlace: false)
    }

    /// Begins the next step; one in which nothing was typed is none.
    func begin(step title: String?) { steps.append(Step(title: title)) }

    public func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        output.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        // What fails may be caught; if it is not, it is told below.
        if record.failure == nil {
            text.finished(record, calls: calls, history: history, isQuiet: isQuiet, style: style)
        }
        add(record, calls)
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        output.uncaught(failure, record, history: history)
        text.uncaught(failure, record, history: history)
        add(record, [])
    }

    public func notice(_ text: String) { output.notice(text) }

    public func flush() { output.flush() }

    public func explain(_ on: Bool) { output.explain(on) }

    public var screen: (any WatchScreen)? { output.screen }

    private func add(_ record: StatementRecord, _ calls: [Call]) {
        let step = steps.count - 1
        if steps[step].entries.last?.holds(record) != true { steps[step].entries.append(DraftEntry(record)) }
        let last = steps[step].entries.count - 1
        steps[step].entries[last].take(record, calls, recording.takeLines())
        if steps[step].entries[last].isWanted { hasGrown() }
    }

    /// The draft; what is left for the author is marked with TODO. Ports that were typed are named in the head, so that another stands in
    /// where one is taken.
    public func lesson(id: String) -> String {
        let wanted = steps.map { (title: $0.title, entries: $0.entries.filter(\.isWanted)) }.filter {
            !$0.entries.isEmpty
        }
        guard !wanted.isEmpty else { return LessonTemplate.lesson(id: id) }
        let ports = Ports.named(wanted.flatMap(\.entries).flatMap(\.typedPorts))
        var ids: Set<String> = []
        let texts = wanted.enumerated().map { number, step in
            let title = step.title ?? "TODO Step \(number + 1)"
            let call = step.entries.last { $0.call != nil }?.call
            return LessonTemplate.step(
                title: title,
                id: LessonTemplate.id(of: step.title ?? "step-\(number + 1)", besides: &ids),
                transcript: step.entries.flatMap(\.lines).map { $0.naming(ports) },
                check: call.map(Self.check) ?? "socket"
            )
        }
        return LessonTemplate.head(id: id, ports: ports) + texts.joined()
    }

    /// How many steps it has.
    public var stepCount: Int { max(steps.count { $0.entries.contains(where: \.isWanted) }, 1) }

    /// That the call was made and ended so.
    private static func check(_ call: Call) -> String {
        ["call", call.name, call.errno?.name ?? (call.error == nil ? "ok" : "failed")].joined(separator: " ")
            + (call.socketName.map { " on " + $0 } ?? "")
    }

    /// The id of a lesson, from its file's name; nil if that cannot be one.
    public static func id(ofFile path: String) -> String? {
        guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return nil }
        let id = String(name.dropLast(3))
        return id.isLessonID ? id : nil
    }
}

private let stepTitle = Parameter("title", Repeated(Text("TITLE", about: "what the step is called")))

extension Registry.Family {
    /// What an author has beside the shell's commands while a draft is recorded.
    public static func drafting(_ draft: Draft) -> Self {
        Self(
            "The draft",
            [
                Command(
                    "step",
                    "begin the next step of the lesson",
                    about: "What is typed from here on is the next step of the draft that lesson record writes.",
                    parameters: [stepTitle]
                ) { invocation throws(Failure) in
                    let words = invocation[stepTitle]
                    draft.begin(step: words.isEmpty ? nil : words.joined(separator: " "))
                    return .none
                }
            ]
        )
    }
}

extension Ports {
    /// Names for ports: `PORT`, `PORT2`, in the order in which they come first.
    fileprivate static func named(_ numbers: [UInt32]) -> [(name: String, number: UInt32)] {
        var seen: Set<UInt32> = []
        return numbers.filter { seen.insert($0).inserted }.enumerated().map { place, number in
            (place == 0 ? "PORT" : "PORT\(place + 1)", number)
        }
    }
}

extension String {
    /// The line with the names of ports in the place of their numbers.
    fileprivate func naming(_ ports: [(name: String, number: UInt32)]) -> String {
        ports.reduce(self) { line, port in
            var words: [Substring] = []
            for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                words.append(word == "\(port.number)" ? "[\(port.name)]" : word)
            }
            return words.joined(separator: " ")
        }
    }
}
