import Sockets

/// Runs statements with a time limit.
public enum TimeLimit {
    /// Runs a closure; when its time is up, everything the foreground does is ended as by Ctrl-C, until the closure has
    /// returned. Returns whether the time was up.
    ///
    /// This affects the foregrounds of all sessions of the process: only one at a time.
    public static func run<Result>(seconds: Double, _ body: () -> Result) -> (result: Result, isOver: Bool) {
        let guardian = Guardian(seconds: seconds)
        let isGuarded = startThread { guardian.watch() }
        let result = body()
        let isOver = isGuarded && guardian.finish()
        if isOver { Interrupts.letGo() }
        return (result, isOver)
    }
}

/// The thread that watches the clock.
///
/// `@unchecked Sendable`: the members are touched only under the lock.
private final class Guardian: @unchecked Sendable {
    private let lock = Lock()
    private let changed = Condition()
    private let deadline: UInt64
    private var isOver = false
    private var isDone = false
    private var hasEnded = false

    init(seconds: Double) { deadline = now() + UInt64(min(max(seconds, 0), 1e9) * 1e9) }

    func watch() {
        lock.lock()
        defer { lock.unlock() }
        while !isDone {
            let time = now()
            if !isOver, time >= deadline {
                isOver = true
                Interrupts.hold()
            }
            let rest = time < deadline ? deadline - time : 60_000_000_000
            changed.wait(lock, milliseconds: Int(min(rest / 1_000_000 + 1, 60_000)))
        }
        hasEnded = true
        changed.broadcast()
    }

    /// Ends the thread; returns whether the time was up.
    func finish() -> Bool {
        lock.lock()
        defer { lock.unlock() }
        isDone = true
        changed.broadcast()
        while !hasEnded { changed.wait(lock, milliseconds: 1000) }
        return isOver
    }
}
