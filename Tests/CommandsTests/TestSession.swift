import Commands
import Journal
import Language
import Shell
import Sockets
import Testing

/// A session that types statements and keeps what came of them.
final class TestSession {
    let session: Session
    private let output = KeepingOutput()
    /// What the statements may not do.
    var confinement: Confinement?

    init(kernel: Kernel = Kernel()) {
        Interrupts.ignoreBrokenPipes()
        session = Session(registry: .all, output: output, kernel: kernel)
    }

    deinit { session.locked { session.closeAll() } }

    /// Types a statement; gives its record.
    @discardableResult
    func type(_ text: String) throws -> StatementRecord {
        let source = Source(file: "test", firstLine: 1, text: Array(text.utf8))
        _ = Interpreter.run(source, on: session, confinement: confinement)
        return try #require(output.takeLast())
    }

    /// What a statement replied.
    @discardableResult
    func reply(_ text: String) throws -> Value {
        let record = try type(text)
        #expect(record.failure.map(\.message) == nil, "\(text)")
        return record.reply
    }

    /// How a statement failed.
    func failure(_ text: String) throws -> Failure { try #require(try type(text).failure, "\(text) succeeded") }

    /// The errno with which a statement's call failed, by name.
    func errno(_ text: String) throws -> String { try #require(try failure(text).call?.error?.name) }

    /// The newest call in the journal.
    func lastCall() throws -> Call { try #require(session.journal[session.journal.count]) }

    /// The calls that a statement made.
    func calls(_ text: String) throws -> [Call] {
        let before = session.journal.count
        try type(text)
        return session.journal.calls(from: before + 1)
    }
}

/// An output that keeps the last record.
///
/// `@unchecked Sendable`: the session writes to it under its lock, and a test reads between statements.
private final class KeepingOutput: Output, @unchecked Sendable {
    private var last: StatementRecord?

    func takeLast() -> StatementRecord? {
        defer { last = nil }
        return last
    }

    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        last = record
    }

    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) { last = record }
    func notice(_ text: String) {}
    func flush() {}
}
