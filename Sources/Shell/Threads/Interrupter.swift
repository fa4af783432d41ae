import Sockets
import Synchronization

/// Ends blocked calls: at a deadline, on Ctrl-C, on `cancel`.
///
/// A blocked call is the real one; nothing is polled before it. To end it, its thread is sent a signal whose handler
/// does nothing, so that the kernel returns EINTR. A signal that arrives just before the thread enters the kernel would
/// be lost, so it is sent again every few milliseconds until the call reports that it has ended.
///
/// Each session has one, and they share the watching thread: Ctrl-C has one pipe to write to, and a session that has
/// ended leaves no thread or descriptor behind.
public final class Interrupter: Sendable {
    /// Why a call was ended.
    public enum Cause: Sendable {
        /// Its time was up.
        case deadline
        /// Ctrl-C.
        case interrupt
        /// `cancel`, of its job.
        case cancel
    }

    /// `@unchecked Sendable`: a thread's identifier may be used from any thread.
    private struct Waiting: @unchecked Sendable {
        let owner: ObjectIdentifier
        let thread: pthread_t
        let deadline: UInt64?
        let job: Int?
        var cause: Cause?
    }

    private struct State {
        var waiting: [Int: Waiting] = [:]
        var next = 0
        var isRunning = false
    }

    private static let resendMilliseconds: Int32 = 5
    private static let state = Mutex(State())
    private static let wake = WakePipe()

    /// An interrupter; its thread starts with the first call that may block.
    public init() {
        // Not later, when the learner's own descriptors are counted.
        _ = Self.wake
        // The handler must neither restart calls nor end the process.
        var action = sigaction()
        action.setHandler { _ in }
        sigaction(kickSignal, &action, nil)
        // A mask is inherited, across exec and by new threads: with this signal blocked no call could be ended.
        var mask = sigset_t()
        sigemptyset(&mask)
        sigaddset(&mask, kickSignal)
        pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    }

    /// Announces that the calling thread is about to make a call that may block.
    ///
    /// - Parameters:
    ///   - deadline: when to end it, on the clock of `now()`.
    ///   - job: the job that makes it; nil for the foreground.
    func begin(deadline: UInt64?, job: Int?) -> Int {
        Self.letSignalIn()
        let owner = ObjectIdentifier(self)
        let (ticket, mustStart) = Self.state.withLock { state in
            state.next += 1
            state.waiting[state.next] = Waiting(
                owner: owner,
                thread: pthread_self(),
                deadline: deadline,
                job: job,
                cause: nil
            )
            let mustStart = !state.isRunning
            state.isRunning = true
            return (state.next, mustStart)
        }
        if mustStart { _ = startThread { Self.watch() } }
        if deadline != nil || Interrupts.isPending { Self.wake.write() }
        return ticket
    }

    /// A thread of libdispatch's pool blocks nearly every signal, so that no call made there could be ended.
    private static func letSignalIn() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, kickSignal)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Announces that the call has ended; returns the cause if it was ended from here.
    func end(_ ticket: Int) -> Cause? {
        Self.state.withLock { $0.waiting.removeValue(forKey: ticket)?.cause }
    }

    /// How many calls are blocked now.
    var waitingCount: Int {
        let owner = ObjectIdentifier(self)
        return Self.state.withLock { $0.waiting.values.count { $0.owner == owner } }
    }

    /// Ends the call that a job is blocked in, if any.
    func cancel(job: Int) {
        let owner = ObjectIdentifier(self)
        Self.state.withLock { state in
            for (ticket, waiting) in state.waiting where waiting.job == job && waiting.owner == owner {
                state.waiting[ticket]?.cause = .cancel
            }
        }
        Self.wake.write()
    }

    private static func watch() {
        Interrupts.wake(wake)
        while true {
            let timeout = milliseconds(until: kick())
            wake.wait(timeout: timeout)
        }
    }

    /// Signals the threads whose time is up; returns when to look again, nil for never.
    private static func kick() -> UInt64? {
        let interrupted = Interrupts.isPending
        return state.withLock { state -> UInt64? in
            let time = now()
            var next: UInt64?
            for (ticket, waiting) in state.waiting {
                var cause = waiting.cause
                if cause == nil, let deadline = waiting.deadline, deadline <= time { cause = .deadline }
                if cause == nil, interrupted, waiting.job == nil { cause = .interrupt }
                let again: UInt64?
                if let cause {
                    state.waiting[ticket]?.cause = cause
                    pthread_kill(waiting.thread, kickSignal)
                    again = time + UInt64(resendMilliseconds) * 1_000_000
                } else {
                    again = waiting.deadline
                }
                if let again { next = min(next ?? again, again) }
            }
            return next
        }
    }

    private static func milliseconds(until time: UInt64?) -> Int32 {
        guard let time else { return -1 }
        let current = now()
        guard time > current else { return 0 }
        return Int32(clamping: (time - current + 999_999) / 1_000_000)
    }
}

/// The signal that ends a call.
private let kickSignal = SIGUSR2

/// A pipe to wake a thread with, even from a signal handler.
final class WakePipe: Sendable {
    private let reader: Int32
    private let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        (reader, writer) = (Observation.movedAside(ends[0]), Observation.movedAside(ends[1]))
    }

    deinit {
        close(reader)
        close(writer)
    }

    /// The end that a signal handler writes to.
    var signalEnd: Int32 { writer }

    func write() {
        var byte: UInt8 = 0
        _ = Sockets.write(writer, &byte, 1)
    }

    /// Waits for a byte or for the timeout, in milliseconds, and empties the pipe.
    func wait(timeout: Int32) {
        var entry = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, timeout)
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(reader, &bytes, bytes.count) > 0 {}
    }
}
