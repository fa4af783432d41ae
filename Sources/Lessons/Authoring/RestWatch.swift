import Shell
import Sockets
import Synchronization

/// Ends a statement that waits for nobody, as a learner would with Ctrl-C: nothing else is at work that could end its waiting.
final class RestWatch: Sendable {
    private static let interval: Int32 = 2
    /// How often it must be seen at rest, one time after the other: what was woken may not run yet.
    private static let patience = 20
    private let stage: Stage
    private let isOver = Atomic(false)
    private let hasEnded = Atomic(false)

    /// Watches the statements of a stage's session until ``stop()``.
    init(_ stage: Stage) {
        self.stage = stage
        if !startThread({ [self] in watch() }) { hasEnded.store(true, ordering: .releasing) }
    }

    private func watch() {
        var seen = 0
        while !isOver.load(ordering: .acquiring) {
            let isStuck = stage.session.locked { stage.session.isWaiting } && !stage.isInMotion
            seen = isStuck ? seen + 1 : 0
            if seen >= Self.patience {
                Interrupts.raise()
                seen = 0
            }
            _ = poll(nil, 0, Self.interval)
        }
        hasEnded.store(true, ordering: .releasing)
    }

    /// Ends the watch; when it is back, no Ctrl-C of it is on its way.
    func stop() {
        isOver.store(true, ordering: .releasing)
        while !hasEnded.load(ordering: .acquiring) { _ = poll(nil, 0, 1) }
        Interrupts.take()
    }
}
