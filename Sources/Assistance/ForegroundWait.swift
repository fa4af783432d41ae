import Shell
import Sockets

/// What the foreground's statement waits for, and since when.
struct ForegroundWait {
    private var seen: (number: Int, since: UInt64)?
    /// Whether nothing has been said of it.
    var isNew = true

    /// How long it has lasted, in nanoseconds; 0 if nothing waits.
    var lasted: UInt64 { seen.map { now() - $0.since } ?? 0 }

    /// Looks whether the foreground waits for someone. It is not asked while jobs that end, many at once, hold the
    /// session.
    mutating func look(at session: Session) {
        let found = session.lockedSoon { () -> Int? in
            guard let waiting = session.waitingNow.last(where: { $0.job == nil }) else { return nil }
            if case .time = waiting.matter { return nil }
            return waiting.number
        }
        guard let number = found, number != seen?.number else { return }
        seen = number.map { ($0, now()) }
        isNew = true
    }
}
