import Commands
import Journal
import Language
import LineEditing
import Replies
import Shell

/// A journal in a file, or an strace log, to be looked at.
struct SavedJournal {
    let path: String
    let isJSON: Bool

    /// Runs a command that is a view of it; returns the exit code.
    func show(_ command: [String]) -> ExitStatus {
        let writer = Screen.standard
        defer { writer.flush() }
        let views = Registry.all.families.flatMap(\.commands).filter(\.isView).map(\.name)
        guard let name = command.first, views.contains(name) else {
            writer.writeError("netshell: view FILE COMMAND, where COMMAND is one of \(views.joined(separator: ", "))\n")
            return .usage
        }
        let output: any Output =
            isJSON ? JSONOutput(writer) : TextOutput(writer, showsPlace: false) { TerminalSize.canvas }
        let session = Session(registry: .all, output: output)
        do throws(Failure) {
            for note in try session.loadJournal(path) {
                writer.writeError("netshell: \(Quoting.word(path)): \(note)\n")
            }
        } catch {
            writer.writeError("netshell: \(Quoting.oneLine(error.message))\n")
            return .usage
        }
        let text = command.map(Quoting.word).joined(separator: " ")
        switch Interpreter.run(Source(file: "view", firstLine: 1, text: Array(text.utf8)), on: session) {
        case .done, .exit: return .success
        case .failed: return .failure
        }
    }
}
