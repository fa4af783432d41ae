import Commands
import Journal
import Language
import Shell
import Sockets
import Views

/// The interactive shell.
struct Prompt {
    private let writer: StandardOutput

    init(_ writer: StandardOutput) { self.writer = writer }

    func run() -> Int32 {
        let session = Session(registry: .all, output: TextOutput(writer, showsPlace: false), isInteractive: true)
        defer { session.locked { session.closeAll() } }
        return 0
    }
}
