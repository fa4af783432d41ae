import Journal
import Language

/// A statement that has begun, and what is known about it so far.
struct BegunStatement: Sendable {
    /// The source it is in.
    let source: Source
    /// Where in the source.
    let span: Span
    /// Its number, which its calls carry.
    let number: Int
    /// The first call that may be its own.
    let firstCall: Int
    /// The first layer event that may be its own.
    let firstEvent: Int
    /// The command; empty for a value.
    var command: String
    /// The socket it acts on, by name.
    var socket: String?

    /// The record of its end, also covering the jobs that it waited for.
    func record(
        reply: Value,
        failure: Failure?,
        notes: [String] = [],
        job: Int? = nil,
        waited: [BegunStatement] = []
    ) -> StatementRecord {
        StatementRecord(
            number: number,
            source: source,
            span: span,
            command: command,
            socket: socket ?? failure?.call?.socketName,
            reply: reply,
            failure: failure,
            notes: notes,
            firstEvent: waited.reduce(firstEvent) { min($0, $1.firstEvent) },
            job: job
        )
    }
}
