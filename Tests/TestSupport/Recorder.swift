import Journal
import Synchronization

/// An output that keeps what it receives.
public final class Recorder: Output {
    /// What it received, oldest first.
    public struct Kept: Sendable {
        /// Each statement that ended, with its calls and whether its reply need not be shown.
        public var records: [(record: StatementRecord, calls: [Call], isQuiet: Bool)] = []
        /// Each failure that no `catch` caught.
        public var uncaught: [Failure] = []
        /// What happened besides the statements.
        public var notices: [String] = []
        /// The statement received last, whether it ended or its failure was not caught; nil once it was taken.
        fileprivate var newest: StatementRecord?
    }

    private let state = Mutex(Kept())

    /// One that has received nothing yet.
    public init() {}

    /// Everything received.
    public var kept: Kept { state.withLock { $0 } }

    /// The record received last; nil if there is none since the last time.
    public func takeNewest() -> StatementRecord? {
        state.withLock { kept in
            defer { kept.newest = nil }
            return kept.newest
        }
    }

    /// Forgets everything.
    public func forget() { state.withLock { $0 = Kept() } }

    public func finished(
        _ record: StatementRecord,
        calls: [Call],
        history: Journal,
        isQuiet: Bool,
        style: ReplyStyle
    ) {
        state.withLock { kept in
            kept.records.append((record, calls, isQuiet))
            // A block in the background may end a statement at any moment.
            if record.job == nil { kept.newest = record }
        }
    }

    public func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        state.withLock { kept in
            kept.uncaught.append(failure)
            kept.newest = record
        }
    }

    public func notice(_ text: String) { state.withLock { $0.notices.append(text) } }
    public func flush() {}
}
