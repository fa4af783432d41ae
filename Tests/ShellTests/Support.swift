import Commands
import Journal
import Language
import Sockets
import TestSupport
import Testing

@testable import Shell

/// A session with all commands that runs lines and keeps its output; its sockets end with it.
final class TestShell {
    let output = Recorder()
    let session: Session

    init(isInteractive: Bool = false) {
        session = Session(registry: .all, output: output, isInteractive: isInteractive)
    }

    deinit { session.locked { session.closeAll() } }

    @discardableResult
    func run(_ text: String) -> Interpreter.Outcome { Interpreter.run(Source.of(text), on: session) }

    /// Runs lines that must all succeed; returns the reply of the last statement.
    @discardableResult
    func reply(_ lines: String..., at location: SourceLocation = #_sourceLocation) throws -> Value {
        for line in lines {
            if case .failed(let failure) = run(line) {
                Issue.record("\(line): \(failure.message)", sourceLocation: location)
                throw failure
            }
        }
        // A block in the background may have ended a statement since.
        return output.kept.records.last { $0.record.job == nil }?.record.reply ?? .none
    }

    /// Runs a line that must fail; returns the failure.
    func failure(_ line: String, at location: SourceLocation = #_sourceLocation) throws -> Failure {
        guard case .failed(let failure) = run(line) else {
            Issue.record("\(line) did not fail", sourceLocation: location)
            throw Unexpected()
        }
        return failure
    }

    /// The class with which a line fails, and the text it points at.
    func fails(_ line: String, at location: SourceLocation = #_sourceLocation) throws -> [String] {
        let failure = try failure(line, at: location)
        return [failure.className] + (failure.span.map { [Source.of(line).text(of: $0)] } ?? [])
    }

    /// The replies that were not quiet, as text.
    var shown: [String] {
        output.kept.records.filter { !$0.isQuiet && $0.record.failure == nil }.map(\.record.reply.description)
    }

    /// What a parameter makes of some words.
    func parse<Kind: ParameterType>(_ type: Kind, _ text: String, on socket: String? = nil) throws -> Kind.Parsed {
        guard case .call(let call)? = try Parser.parse(Source.of("x " + text)).first?.kind else { throw Unexpected() }
        return try session.locked { () -> Result<Kind.Parsed, Failure> in
            do throws(Failure) {
                var words = Words(try Names(session).words(call.arguments), after: Span(1, 1))
                let context = Context(session: session, socket: socket.flatMap { session.sockets[$0] })
                let parsed = try type.parse(&words, context)
                if let extra = words.next { throw Failure(.extraArgument(extra.shown, usage: ""), at: extra.span) }
                return .success(parsed)
            } catch {
                return .failure(error)
            }
        }.get()
    }

    /// How a parameter refuses some words.
    func refusal<Kind: ParameterType>(_ type: Kind, _ text: String, on socket: String? = nil) -> String? {
        do {
            _ = try parse(type, text, on: socket)
            return nil
        } catch {
            return (error as? Failure)?.className ?? "not a failure"
        }
    }
}

/// Something other than the test assumed happened.
struct Unexpected: Error {}
