import Journal
import Language

/// A statement that has begun, with what is known of it so far.
struct BegunStatement: Sendable {
    /// The source that it stands in.
    let source: Source
    /// Where in the source.
    let span: Span
    /// Its number, which its calls carry.
    let number: Int
    /// The first call that may be its own.
    let firstCall: Int
    /// The first event of a layer that may be its own.
    let firstEvent: Int
    /// The command; empty for a value.
    var command: String
    /// The socket that it acts on, by name.
    var socket: String?

    /// The record of its end, and of that of the jobs that it waited for.
    func record(
        reply: Value,
        failure: Failure?,
        notes: [String] = [],
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
            firstEvent: waited.reduce(firstEvent) { min($0, $1.firstEvent) }
        )
    }
}

extension Interpreter {
    /// Counts a statement that begins.
    func begin(_ span: Span, command: String = "") -> BegunStatement {
        session.statementCount += 1
        return BegunStatement(
            source: source,
            span: span,
            number: session.statementCount,
            firstCall: session.journal.count + 1,
            firstEvent: session.journal.eventCount + 1,
            command: command
        )
    }

    /// Tells how a statement ended, unless it is a job's: that is told where the job is waited for.
    @discardableResult
    func conclude(
        _ statement: BegunStatement,
        reply: Value = .none,
        failure: Failure? = nil,
        isQuiet: Bool = false,
        style: ReplyStyle = .typed
    ) -> StatementRecord {
        let waited = session.takeWaited(by: statement.number)
        let record = statement.record(
            reply: reply,
            failure: failure,
            notes: session.takeNotes(of: statement.number),
            waited: waited
        )
        guard job == nil else { return record }
        if let failure { session.lastFailure = failure }
        session.tell(record, of: statement, waited: waited, isQuiet: isQuiet || self.isQuiet, style: style)
        return record
    }

    /// Tells how a statement failed and makes it what leaves the interpreter.
    func fail(_ failure: Failure, _ statement: BegunStatement) -> Exit {
        .failure(failure, conclude(statement, failure: failure))
    }
}

extension Session {
    /// Tells how a statement ended, with the calls that it made itself and those of the jobs that it waited for.
    func tell(
        _ record: StatementRecord,
        of statement: BegunStatement,
        waited: [BegunStatement] = [],
        isQuiet: Bool = false,
        style: ReplyStyle = .typed
    ) {
        var calls = calls(of: statement)
        if !waited.isEmpty { calls += waited.flatMap(self.calls) }
        output.finished(record, calls: calls, history: journal, isQuiet: isQuiet, style: style)
    }

    /// The calls of a statement. Most have one call or none.
    private func calls(of statement: BegunStatement) -> [Call] {
        let first = statement.firstCall
        guard journal.count >= first, output.wantsCalls else { return [] }
        guard journal.count == first, let call = journal[first] else {
            return journal.calls(of: statement.number, from: first)
        }
        return call.statement == statement.number ? [call] : []
    }

    /// What was said beside the reply of a statement; nothing is copied where there is nothing.
    fileprivate func takeNotes(of statement: Int) -> [String] {
        guard !notes.isEmpty else { return [] }
        defer { notes.removeAll { $0.statement == statement } }
        return notes.filter { $0.statement == statement }.map(\.text)
    }

    /// Forgets what a job's statement was to be told with.
    func forget(_ statement: Int) { _ = (takeNotes(of: statement), takeWaited(by: statement)) }

    /// The statements of the jobs that a statement waited for.
    fileprivate func takeWaited(by statement: Int) -> [BegunStatement] {
        guard !waited.isEmpty else { return [] }
        defer { waited.removeAll { $0.by == statement } }
        return waited.filter { $0.by == statement }.map(\.job)
    }
}
