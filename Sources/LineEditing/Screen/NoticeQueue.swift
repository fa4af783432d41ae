import CEditLine
import Synchronization

/// What other threads have to say, until the thread that owns the terminal shows it.
public final class NoticeQueue: Sendable {
    private struct Waiting {
        var notices: [StyledText] = []
        var dropped = 0
    }

    /// More than anyone reads; what comes on top of it is counted, not kept.
    static let limit = 20_000

    private let waiting = Mutex(Waiting())
    private let wakeEnd: Int32
    /// Readable when there is something to show, or when a signal came.
    let readEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = cel_wake_pipe(&ends)
        (readEnd, wakeEnd) = (ends[0], ends[1])
    }

    deinit {
        if readEnd >= 0 {
            close(readEnd)
            close(wakeEnd)
        }
    }

    /// Where a signal handler writes a byte.
    var wakeDescriptor: Int32 { wakeEnd }

    /// Queues a notice, from any thread. It is shown above the line being edited, or before the next prompt.
    public func post(_ notice: StyledText) {
        let first = waiting.withLock { waiting in
            guard waiting.notices.count < Self.limit else {
                waiting.dropped += 1
                return false
            }
            waiting.notices.append(notice)
            return waiting.notices.count == 1
        }
        if first { _ = write(wakeEnd, "n", 1) }
    }

    /// Whether there is something to show.
    var isEmpty: Bool { waiting.withLock { $0.notices.isEmpty } }

    /// Takes all that is waiting.
    func take() -> [StyledText] {
        waiting.withLock { waiting in
            var notices = waiting.notices
            if waiting.dropped > 0 { notices.append(StyledText("… and \(waiting.dropped) more notices", .warning)) }
            waiting = Waiting()
            return notices
        }
    }

    /// Empties the pipe.
    func acknowledge() {
        var buffer = [UInt8](repeating: 0, count: 256)
        while read(readEnd, &buffer, buffer.count) > 0 {}
    }
}
