import Commands
import Journal
import Language
import LineEditing
import Shell
import TestSupport
import Testing

@testable import Assistance

/// A prompt's assistance over a session of its own.
final class Prompt {
    let session = Session(registry: .all, output: SilentOutput(), isInteractive: true)
    var assist: ShellAssist { ShellAssist(session: session) }

    /// A prompt on a session in which some lines have run.
    init(_ lines: String...) {
        for line in lines { _ = Interpreter.run(Source.of(line), on: session) }
    }

    deinit { session.locked { session.closeAll() } }

    /// The words of a text that have a role.
    func words(_ text: String, _ role: Role) -> [String] {
        assist.highlight(text).filter { $0.role == role }.map { span in
            String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
        }
    }

    /// What completion offers after a text.
    func offers(_ text: String) -> [String] {
        assist.completions(text, text.utf8.count).candidates.map(\.text)
    }

    /// The grey text after a text.
    func hint(_ text: String) -> String { assist.hint(text, text.utf8.count)?.text ?? "" }
}
