import Explaining
import Journal
import Synchronization

/// Says once a session what calls that succeeded did not tell: for who types, not for scripts.
public final class RemarkTeller: Sendable {
    private let remarks: Mutex<Remarks>

    /// A teller that has said nothing yet.
    public init(_ remarks: Remarks) { self.remarks = Mutex(remarks) }

    /// Whether there is nothing left to say.
    public var isOver: Bool { remarks.withLock { $0.isOver } }

    /// What is to be said after a statement, in one sentence; nil if there is nothing, or it was said before.
    public func said(of record: StatementRecord, _ calls: [Call], _ history: Journal) -> String? {
        let typed = record.source.text(of: record.span)
        return remarks.withLock { $0.isOver ? nil : $0.about(calls, typed: typed, history: history) }
    }
}
