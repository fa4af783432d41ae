import Journal
import Language

extension Interpreter {
    /// Counts a statement that is beginning.
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

    /// Reports how a statement ended, in the foreground or in a background block.
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
        // Output meant for reading is shown even from a background block; the replies of calls are the block's own.
        let isQuiet = isQuiet || self.isQuiet || job != nil && style == .typed
        session.tell(record, of: statement, waited: waited, isQuiet: isQuiet, style: style)
        return record
    }

    /// Reports how a statement failed and turns it into the interpreter's exit.
    func fail(_ failure: Failure, _ statement: BegunStatement) -> Exit {
        answer(failure, statement) ?? .failure(failure, conclude(statement, failure: failure))
    }
}
