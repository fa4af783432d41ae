import Journal
import Language

extension Session {
    /// What a command without arguments that only looks replies beside a statement that waits: it is no statement of its
    /// own, and nothing is recorded. Nil if there is no such command.
    public func aside(_ name: String) throws(Failure) -> (reply: Value, style: ReplyStyle)? {
        guard let command = registry[name] else { return nil }
        lock.lock()
        defer { lock.unlock() }
        let interpreter = Interpreter(Names(self), Source(file: name, text: []))
        let call = PreparedCall(native: command, nil)
        return (try interpreter.run(call, statement: statementCount), command.style)
    }
}
