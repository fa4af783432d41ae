import Journal
import Language

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

    /// Tells how a statement ended: one of the foreground's, or of a block in the background.
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
            job: job?.number,
            waited: waited
        )
        if let failure { names.lastFailure = failure }
        guard job == nil || job?.scope != nil else { return record }
        // What is meant to be read is shown of a block in the background too; what calls replied to it is the block's.
        let isQuiet = isQuiet || self.isQuiet || job != nil && style == .typed
        session.tell(record, of: statement, waited: waited, isQuiet: isQuiet, style: style)
        return record
    }

    /// Tells how a statement failed and makes it what leaves the interpreter.
    func fail(_ failure: Failure, _ statement: BegunStatement) -> Exit {
        .failure(failure, conclude(statement, failure: failure))
    }
}
