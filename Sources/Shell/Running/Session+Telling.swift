import Journal

extension Session {
    /// Reports how a statement ended, with its own calls and those of the jobs that it waited for.
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

    /// The notes to a statement's reply; copies nothing if there are none.
    func takeNotes(of statement: Int) -> [String] {
        guard !notes.isEmpty else { return [] }
        defer { notes.removeAll { $0.statement == statement } }
        return notes.filter { $0.statement == statement }.map(\.text)
    }

    /// Forgets what was to be reported with a job's statement.
    func forget(_ statement: Int) { _ = (takeNotes(of: statement), takeWaited(by: statement)) }

    /// The statements of the jobs that a statement waited for.
    func takeWaited(by statement: Int) -> [BegunStatement] {
        guard !waited.isEmpty else { return [] }
        defer { waited.removeAll { $0.by == statement } }
        return waited.filter { $0.by == statement }.map(\.job)
    }
}
