import Lessons
import LineEditing
import Shell
import Sockets
import Synchronization

/// Listens for the presenter's keys while a statement runs, and interrupts it for those that ask for something else.
///
/// `@unchecked Sendable`: the reader is its thread's as long as that runs, and the rest is behind the lock.
final class ReplayKeys: @unchecked Sendable {
    private struct State {
        var keys: [Character] = []
        var isOver = false
        var hasEnded = false
    }

    private let reader: KeyReader
    private let state = Mutex(State())

    init(_ reader: KeyReader) { self.reader = reader }

    /// Begins to listen.
    func begin() {
        if !startThread({ self.listen() }) { state.withLock { $0.hasEnded = true } }
    }

    /// Stops; returns the keys that were pressed.
    func end() -> [Character] {
        state.withLock { $0.isOver = true }
        while !state.withLock({ $0.hasEnded }) { _ = poll(nil, 0, 1) }
        // What interrupted this must not interrupt what comes next.
        let keys = state.withLock { $0.keys }
        if keys.contains(where: { ReplayTerminal.cue($0) != nil }) { Interrupts.take() }
        return keys
    }

    private static let patience: UInt64 = 50_000_000

    private func listen() {
        let start = now()
        var wantsOut = false
        while !state.withLock({ $0.isOver }) {
            // Most statements are over at once, and are not held up.
            if now() - start < Self.patience {
                _ = poll(nil, 0, 1)
            } else if let key = reader.key(milliseconds: 20) {
                state.withLock { $0.keys.append(key) }
                wantsOut = wantsOut || ReplayTerminal.cue(key) != nil
            }
            // Repeatedly: each statement of a block may wait.
            if wantsOut { state.withLock { if !$0.isOver { Interrupts.raise() } } }
        }
        state.withLock { $0.hasEnded = true }
    }
}
