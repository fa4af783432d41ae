import Commands
import Explaining
import Journal
import Language
import Shell
import Sockets
import SystemPackage
import TestSupport
import Testing

/// Lines that make a call fail, and how it must fail and be explained. Everything stays on this machine.
///
/// In the lines `DIR` is a folder of the run's own, `HELD` a port that another holder has bound but does not listen
/// on, and `%FD` the descriptor of an open file.
struct Provocation: Sendable, CustomTestStringConvertible {
    let call: String
    let error: String
    let rule: String
    let lines: String

    init(_ call: String, _ error: String, _ rule: String, _ lines: String) {
        (self.call, self.error, self.rule, self.lines) = (call, error, rule, lines)
    }

    /// A failure that the kernel cannot be made to return here, after some lines; `typed` makes the call.
    static func injected(_ call: String, _ error: String, _ rule: String, _ before: String, _ typed: String) -> Self {
        Self(call, error, rule, "\(before)\ninject \(call) \(error)\n\(typed)")
    }

    /// A failure of several calls that differ only in their name, `CALL` in the lines.
    static func each(_ calls: [String], _ error: String, _ rule: String, _ lines: String) -> [Self] {
        calls.map { call in
            Self(
                call,
                error,
                rule,
                lines.split(separator: "CALL", omittingEmptySubsequences: false).joined(separator: call)
            )
        }
    }

    var testDescription: String { "\(call) \(error): \(rule)" }

    /// Types the lines, expects the last failure to be the wanted one, and returns it.
    @discardableResult
    func run(_ location: SourceLocation = #_sourceLocation) throws -> Outcome {
        let outcome = try Scene.play(lines)
        let failure = try #require(outcome.failure, "nothing failed", sourceLocation: location)
        let diagnosis = Diagnosis(of: failure, history: outcome.history)
        #expect(failure.call?.name == call, sourceLocation: location)
        #expect(failure.call?.error?.name == error, sourceLocation: location)
        #expect(diagnosis.rule == rule, sourceLocation: location)
        for text in [diagnosis.cause ?? ""] + diagnosis.advice {
            #expect(text == Quoting.oneLine(text), sourceLocation: location)
        }
        return outcome
    }
}

/// How the last line ended.
struct Outcome {
    let failure: Failure?
    let history: Journal
}

/// A session of its own for some lines.
enum Scene {
    /// SIGPIPE must not end the tests; the executable ignores it too.
    private static let ignoresPipeSignal: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return true
    }()

    /// Types lines one by one; failures are kept and do not end the run.
    static func play(_ lines: String, prepare: (Session) -> Void = { _ in }) throws -> Outcome {
        try after(lines, prepare: prepare) { session, failure in
            Outcome(failure: failure, history: session.locked { session.journal })
        }
    }

    /// Types lines, then reads something from the session and the last line's failure.
    static func after<Result>(
        _ lines: String,
        prepare: (Session) -> Void = { _ in },
        _ body: (Session, Failure?) throws -> Result
    ) throws -> Result {
        _ = ignoresPipeSignal
        let log = Recorder()
        let session = Session(registry: .all, output: log)
        let folder = try furnishedFolder()
        let held = try HeldPort()
        let file = try FileDescriptor.open("/dev/null", .readOnly)
        defer {
            session.locked { session.closeAll() }
            try? file.close()
            held.release()
        }
        prepare(session)
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: "DIR", omittingEmptySubsequences: false).joined(separator: folder.path)
                .split(separator: "HELD", omittingEmptySubsequences: false).joined(separator: String(held.port))
                .split(separator: "%FD", omittingEmptySubsequences: false).joined(separator: String(file.rawValue))
            log.forget()
            _ = Interpreter.run(Source.of(words), on: session)
        }
        return try withExtendedLifetime(folder) { try body(session, log.kept.uncaught.last) }
    }

    /// The content of `DIR`: a file, a link to itself, and a folder in which nothing can be created.
    private static func furnishedFolder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        symlink("loop", folder.path + "/loop")
        try folder.write("file")
        mkdir(folder.path + "/locked", 0o555)
        return folder
    }
}

/// A port of 127.0.0.1 that is bound outside any session and not listened on: connections to it are refused, and no
/// other test gets it.
private struct HeldPort {
    private let kernel = Kernel()
    private let descriptor: Int32
    let port: Int

    init() throws {
        descriptor = Int32(kernel.socket(.inet, type: SocketType.stream.rawValue, protocol: .automatic).result)
        _ = kernel.bind(descriptor, to: .inet(.loopback, port: 0))
        port = Int(try #require(Observation.localAddress(of: descriptor)?.port))
    }

    func release() { _ = kernel.close(descriptor) }
}

/// What this user may do, which decides what can be provoked for real.
enum Privilege {
    static let isRoot = geteuid() == 0

    /// Whether binding a port below 1024 is refused.
    static let portsAreGuarded: Bool = {
        let path = FilePath("/proc/sys/net/ipv4/ip_unprivileged_port_start")
        guard !isRoot, let file = try? FileDescriptor.open(path, .readOnly) else { return !isRoot }
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = (try? bytes.withUnsafeMutableBytes { try file.read(into: $0) }) ?? 0
        return Int(String(decoding: bytes[..<count].prefix { $0 >= 48 }, as: UTF8.self)) == 1024
    }()
}
