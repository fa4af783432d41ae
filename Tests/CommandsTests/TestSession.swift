import Commands
import Journal
import Language
import Shell
import Sockets
import TestSupport
import Testing

/// A session that types statements and keeps their results.
final class TestSession {
    let session: Session
    private let output = Recorder()
    /// What the statements may not do.
    var confinement: Confinement?

    init(kernel: Kernel = Kernel()) {
        Interrupts.ignoreBrokenPipes()
        session = Session(registry: .all, output: output, kernel: kernel)
    }

    deinit { session.locked { session.closeAll() } }

    /// Types a statement; returns its record.
    @discardableResult
    func type(_ text: String) throws -> StatementRecord {
        _ = Interpreter.run(Source.of(text), on: session, confinement: confinement)
        return try #require(output.takeNewest())
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

    /// The name of the errno with which a statement's call failed.
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
