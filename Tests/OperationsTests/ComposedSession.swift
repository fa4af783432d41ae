import Commands
import Journal
import Language
import Shell
import Sockets
import SystemPackage
import TestSupport
import Testing

/// A session with every command and one more, `compose`, whose body a test writes, as a protocol's client would be.
final class ComposedSession {
    typealias Body = @Sendable (Invocation) throws(Failure) -> Value

    let session: Session
    private let output = Recorder()

    init(_ body: @escaping Body = { _ throws(Failure) in .none }) {
        Interrupts.ignoreBrokenPipes()
        let compose = Command("compose", "what the test is about", run: body)
        session = Session(registry: Registry.all.adding(Registry.Family("Composed", [compose])), output: output)
    }

    deinit { session.locked { session.endAll() } }

    /// Types statements; returns the record of the last.
    @discardableResult
    func type(_ lines: String...) throws -> StatementRecord {
        for line in lines {
            _ = Interpreter.run(Source.of(line), on: session)
        }
        return try #require(output.takeNewest())
    }

    /// Types statements that must succeed; returns the reply of the last.
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

    /// What was reported besides the replies.
    var notices: [String] { output.kept.notices }

    /// The name of the current socket.
    var current: String? { session.locked { session.sockets.current?.name } }

    /// Fails the next calls of a kind.
    func inject(_ call: CallKind, _ errno: Errno, times: Int = 1) {
        session.kernel.inject(Fault(call: call, errno: errno, times: times))
    }
}
