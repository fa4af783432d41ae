import Glibc
import LineEditing
import Testing

@testable import Front

/// A screen that writes into a pipe.
final class PipedScreen {
    let screen: Screen
    private let ends: [Int32]

    init() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        self.ends = ends
        screen = Screen(output: ends[1], errors: ends[1]) { _ in }
    }

    deinit { ends.forEach { close($0) } }

    /// What was written since the last time.
    func take() -> String {
        screen.flush()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(ends[0], &buffer, buffer.count)
        return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
    }
}
