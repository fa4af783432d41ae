import Explaining
import Journal
import Language

/// A statement with all that one line of `--json` says of it.
struct StatementLine {
    let record: StatementRecord
    let calls: [Call]
    let history: Journal

    static let members: [JSONMember<StatementLine>] = [
        JSONMember("file", .string, "The script's path, -c, or <stdin>.") { .string($0.record.source.file) },
        JSONMember("line", .integer, "The line the statement begins on, from 1.") { .integer($0.position.line) },
        JSONMember("column", .integer, "The column it begins in, from 1.") { .integer($0.position.column) },
        JSONMember("statement", .string, "What was typed.") { .string($0.record.source.text(of: $0.record.span)) },
        JSONMember("command", .nullable(.string), "The command; null for a statement that is a value.") {
            $0.record.command.isEmpty ? .null : .string($0.record.command)
        },
        JSONMember("ok", .boolean, "Whether it did what it says.") { .boolean($0.record.failure == nil) },
        JSONMember(
            "reply",
            .defined("value"),
            "What it replied; null for nothing."
        ) { .value($0.record.reply) },
        JSONMember("notes", .array(.string), "What else there is to know of the reply, such as where it comes from.") {
            .array($0.record.notes.map { .string($0) })
        },
        JSONMember("error", .nullable(.object(FailureLine.members)), "How it failed; null if it did not.") { line in
            line.record.failure.map { .object(FailureLine.members, of: FailureLine($0, line)) } ?? .null
        },
        JSONMember("socket", .nullable(.string), "The name of the socket it acted on.") {
            $0.record.socket.map { .string($0) } ?? .null
        },
        JSONMember("job", .nullable(.integer), "The job in whose block it ran; null for the foreground.") {
            $0.record.job.map { .integer($0) } ?? .null
        },
        JSONMember("calls", .array(.object(JSON.callMembers)), "The calls it made, oldest first.") {
            .array($0.calls.map(JSON.call))
        },
        JSONMember(
            optional: "layers",
            .array(.object(LayerLine.members)),
            "What layers above and below its calls say about them; only if they say something."
        ) { line in
            let layers = LayerLine.lines(line)
            return layers.isEmpty ? nil : .array(layers.map { .object(LayerLine.members, of: $0) })
        },
    ]

    private var position: (line: Int, column: Int) { record.source.position(of: record.span.start) }
}

/// A failure with all that `error` says of it.
struct FailureLine {
    let failure: Failure
    let diagnosis: Diagnosis
    let place: (line: Int, column: Int)?

    init(_ failure: Failure, _ line: StatementLine) {
        self.failure = failure
        diagnosis = Diagnosis(of: failure, history: line.history)
        place = failure.span.map { line.record.source.position(of: $0.start) }
    }

    static let members: [JSONMember<FailureLine>] = [
        JSONMember("class", .string, "What catch knows it by.") { .string($0.failure.className) },
        JSONMember("call", .nullable(.string), "The C function that failed.") { line in
            line.failure.call.map { .string($0.name) } ?? .null
        },
        JSONMember("errno", .nullable(.integer), "The number of the error.") { line in
            line.failure.call?.error.map { .integer($0.number) } ?? .null
        },
        JSONMember("name", .nullable(.string), "Its C name.") { line in
            line.failure.call?.error.map { .string($0.name) } ?? .null
        },
        JSONMember("message", .string, "What happened, in one sentence.") { .string($0.failure.message) },
        JSONMember("cause", .nullable(.string), "Why, from the socket's own history.") { line in
            line.diagnosis.cause.map { .string($0) } ?? .null
        },
        JSONMember("try", .array(.string), "What to try next, best first.") { line in
            .array((line.diagnosis.advice + line.failure.advice).map { .string($0) })
        },
        JSONMember("line", .nullable(.integer), "The line that the error points at.") { line in
            line.place.map { .integer($0.line) } ?? .null
        },
        JSONMember("column", .nullable(.integer), "The column that the error points at.") { line in
            line.place.map { .integer($0.column) } ?? .null
        },
    ]
}

extension JSON {
    /// A statement with its reply, its error and its calls: one line of `--json`.
    public static func statement(_ record: StatementRecord, calls: [Call], history: Journal) -> JSON {
        .object(StatementLine.members, of: StatementLine(record: record, calls: calls, history: history))
    }

    static let callMembers: [JSONMember<Call>] = [
        JSONMember("call", .string, "The C function.") { .string($0.name) },
        JSONMember("arguments", .map(.defined("argument")), "What was passed, under the man page's names.") { call in
            .object(call.arguments.map { ($0.name, argument($0.value)) })
        },
        JSONMember("result", .integer, "What C returned.") { .integer($0.result) },
        JSONMember("errno", .nullable(.string), "The C name of the error; null if it did not fail.") { call in
            call.error.map { .string($0.name) } ?? .null
        },
        JSONMember("outputs", .map(.defined("argument")), "What the call wrote, under the man page's names.") { call in
            .object(call.outputs.map { ($0.name, argument($0.value)) })
        },
        JSONMember("start_us", .number, "When, in microseconds of the monotonic clock.") {
            .number(Double($0.start) / 1000)
        },
        JSONMember("duration_us", .number, "How long it took, in microseconds.") {
            .number(Double($0.duration) / 1000)
        },
        JSONMember("before", .nullable(.string), "The socket's state just before.") { call in
            call.before.map { .string($0.description) } ?? .null
        },
        JSONMember("after", .nullable(.string), "The socket's state just after; null if it is gone.") { call in
            call.after.map { .string($0.description) } ?? .null
        },
        JSONMember("injected", .boolean, "Whether a fault made up the failure.") { .boolean($0.isInjected) },
    ]

    /// A call, as `calls` lists it.
    public static func call(_ call: Call) -> JSON { .object(callMembers, of: call) }
}
