import Commands
import Journal
import Language
import Sockets
import Synchronization
import SystemPackage
import Testing

@testable import Shell

/// An output that keeps what it is told.
final class Recorder: Output {
    struct Kept {
        var records: [(record: StatementRecord, calls: [Call], isQuiet: Bool)] = []
        var uncaught: [Failure] = []
        var notices: [String] = []
    }

    private let state = Mutex(Kept())
    var kept: Kept { state.withLock { $0 } }

    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {
        state.withLock { $0.records.append((record, calls, isQuiet)) }
    }

    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        state.withLock { $0.uncaught.append(failure) }
    }

    func notice(_ text: String) { state.withLock { $0.notices.append(text) } }
    func flush() {}
}

/// A session with all commands that runs lines and keeps what it says; its sockets end with it.
final class TestShell {
    let output = Recorder()
    let session: Session

    init(isInteractive: Bool = false) {
        session = Session(registry: .all, output: output, isInteractive: isInteractive)
    }

    deinit { session.locked { session.closeAll() } }

    @discardableResult
    func run(_ text: String) -> Interpreter.Outcome { Interpreter.run(Source.of(text), on: session) }

    /// Runs lines that all must go well; gives the reply of the last statement.
    @discardableResult
    func reply(_ lines: String..., at location: SourceLocation = #_sourceLocation) throws -> Value {
        for line in lines {
            if case .failed(let failure) = run(line) {
                Issue.record("\(line): \(failure.message)", sourceLocation: location)
                throw failure
            }
        }
        return output.kept.records.last?.record.reply ?? .none
    }

    /// Runs a line that must fail; gives how.
    func failure(_ line: String, at location: SourceLocation = #_sourceLocation) throws -> Failure {
        guard case .failed(let failure) = run(line) else {
            Issue.record("\(line) did not fail", sourceLocation: location)
            throw Unexpected()
        }
        return failure
    }

    /// The class that a line fails with, and the text it points at.
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

/// Something went otherwise than the test thought.
struct Unexpected: Error {}

extension Source {
    /// A text without a file.
    static func of(_ text: String) -> Source { Source(file: "test", text: Array(text.utf8)) }
}

/// A folder that is empty at first and gone at last.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/netshell-test-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.flatMap { mkdtemp($0) } != nil
        }
        try #require(made)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// What is in it.
    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = path + "/" + name
        let file = try FileDescriptor.open(
            FilePath(path),
            .writeOnly,
            options: [.create, .truncate],
            permissions: .ownerReadWrite
        )
        defer { try? file.close() }
        try file.writeAll(bytes)
        return path
    }

    func read(_ name: String) throws -> [UInt8] {
        let file = try FileDescriptor.open(SystemPackage.FilePath(path + "/" + name), .readOnly)
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
        return Array(bytes.prefix(count))
    }
}
