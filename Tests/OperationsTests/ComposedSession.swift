import Commands
import Journal
import Language
import Shell
import Sockets
import SystemPackage
import Testing

/// A session with every command and one more, `compose`, whose body a test writes: what a client of a protocol is made like.
final class ComposedSession {
    typealias Body = @Sendable (Invocation) throws(Failure) -> Value

    let session: Session
    private let output = KeepingOutput()

    /// What `compose` may not do.
    var confinement: Confinement?

    init(_ body: @escaping Body = { _ throws(Failure) in .none }) {
        Interrupts.ignoreBrokenPipes()
        let compose = Command("compose", "what the test is about", run: body)
        session = Session(registry: Registry.all.adding(Registry.Family("Composed", [compose])), output: output)
    }

    deinit { session.locked { session.endAll() } }

    /// Types statements; gives the record of the last.
    @discardableResult
    func type(_ lines: String...) throws -> StatementRecord {
        for line in lines {
            let source = Source(file: "test", firstLine: 1, text: Array(line.utf8))
            _ = Interpreter.run(source, on: session, confinement: confinement)
        }
        return try #require(output.takeLast())
    }

    /// Types statements that must succeed; gives the reply of the last.
    @discardableResult
    func reply(_ lines: String..., at location: SourceLocation = #_sourceLocation) throws -> Value {
        var reply = Value.none
        for line in lines {
            let record = try type(line)
            #expect(record.failure.map(\.message) == nil, "\(line)", sourceLocation: location)
            reply = record.reply
        }
        return reply
    }

    /// How a statement failed.
    func failure(_ line: String, at location: SourceLocation = #_sourceLocation) throws -> Failure {
        try #require(try type(line).failure, "\(line) succeeded", sourceLocation: location)
    }

    /// Every call so far, as `name` or `name ERRNO`.
    var calls: [String] {
        session.locked {
            session.journal.calls(from: 1).map { [$0.name, $0.error?.name].compactMap(\.self).joined(separator: " ") }
        }
    }

    /// The names of the open sockets.
    var open: [String] { session.locked { session.sockets.all.map(\.name) } }

    /// What was told beside the replies.
    var notices: [String] { output.notices }

    /// The name of the current socket.
    var current: String? { session.locked { session.sockets.current?.name } }

    /// Fails the next calls of a kind.
    func inject(_ call: CallKind, _ errno: Errno, times: Int = 1) {
        session.kernel.inject(Fault(call: call, errno: errno, times: times))
    }
}

/// An output that keeps the last record.
///
/// `@unchecked Sendable`: the session writes to it under its lock, and a test reads between statements.
private final class KeepingOutput: Output, @unchecked Sendable {
    private var last: StatementRecord?
    private(set) var notices: [String] = []

    func takeLast() -> StatementRecord? {
        defer { last = nil }
        return last
    }

    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        last = record
    }

    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) { last = record }
    func notice(_ text: String) { notices.append(text) }
    func flush() {}
}
