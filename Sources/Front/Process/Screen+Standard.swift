import LineEditing
import Replies
import Sockets
import Synchronization
import SystemPackage

extension Screen: TextSink {
    /// The process's standard output and standard error.
    static let standard = Screen { giveUp(Errno(rawValue: $0)) }

    /// Output can no longer be read, so the process ends: quietly if the reader has gone away, as in `| head -1`; with
    /// a word about it if output is lost, as on a full disk.
    private static func giveUp(_ problem: Errno) -> Never {
        guard problem != .brokenPipe else { exit(ExitStatus.success.rawValue) }
        let text = Array("netshell: standard output: \(problem.sentence)\n".utf8)
        _ = Sockets.write(2, text, text.count)
        exit(ExitStatus.failure.rawValue)
    }
}

/// What is written here reaches a screen from the background: buffered until flushed, then shown as a whole.
final class Interjections: TextSink {
    private let screen: Screen
    private let text = Mutex("")

    init(_ screen: Screen) { self.screen = screen }

    func write(_ text: String) { self.text.withLock { $0 += text } }

    func writeError(_ text: String) { write(text) }

    func flush() {
        let whole = text.withLock { text in
            defer { text = "" }
            return text
        }
        if !whole.isEmpty { screen.interject(whole) }
    }
}
