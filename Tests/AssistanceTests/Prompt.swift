import Commands
import Glibc
import Journal
import Language
import LineEditing
import Shell
import Testing

@testable import Assistance

/// A prompt's assistance over a session of its own.
final class Prompt {
    let session = Session(registry: .all, output: SilentOutput(), isInteractive: true)
    var assist: ShellAssist { ShellAssist(session: session) }

    /// A prompt of a session in which some lines have run.
    init(_ lines: String...) {
        for line in lines { _ = Interpreter.run(Source(file: "test", text: Array(line.utf8)), on: session) }
    }

    deinit { session.locked { session.closeAll() } }

    /// What has one role in a text.
    func words(_ text: String, _ role: Role) -> [String] {
        assist.highlight(text).filter { $0.role == role }.map { span in
            String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
        }
    }

    /// What completion offers after a text.
    func offers(_ text: String) -> [String] {
        assist.completions(text, text.utf8.count).candidates.map(\.text)
    }

    /// The grey after a text.
    func hint(_ text: String) -> String { assist.hint(text, text.utf8.count)?.text ?? "" }
}

private final class SilentOutput: Output {
    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle) {}
    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {}
    func notice(_ text: String) {}
    func flush() {}
}

/// A folder with some empty files, gone at last.
final class Folder {
    let path: String
    private let names: [String]

    init(_ names: [String]) throws {
        self.names = names
        var template = Array("/tmp/netshell-test-XXXXXX".utf8CString)
        try #require(template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil })
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for name in names { close(creat(path + "/" + name, 0o600)) }
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }
}
