import Journal
import Language
import Sockets

extension Interpreter {
    /// `[NAME =] [SOCKET.]COMMAND ARGUMENT… [&]`
    func run(_ call: CallSyntax, _ statement: Statement) throws(Exit) -> Value {
        if call.isJob { return try start(call, statement) }
        session.statementCount += 1
        let number = session.statementCount
        let firstCall = session.journal.count + 1
        var socketName = call.receiver?.text
        do throws(Failure) {
            let (call, confinement) = try session.expanded(call, confinement)
            let command = try resolve(call)
            let socket = try receiver(of: call, command)
            socketName = socket?.name
            if let target = call.target { try checkFree(target) }
            let words = call.arguments.isEmpty ? [] : try session.words(call.arguments)
            let context = Context(session: session, socket: socket, confinement: confinement)
            let arguments = try Arguments.bind(
                words,
                to: command,
                context: context,
                after: Span(call.command.span.end, call.command.span.end)
            )
            let invocation = Invocation(
                session: session,
                command: command,
                receiver: socket,
                arguments: arguments,
                target: call.target,
                span: call.command.span,
                statement: number,
                job: job,
                confinement: confinement
            )
            let reply = try command.run(invocation)
            if let target = call.target { assign(reply, to: target) }
            if job == nil { session.lastReply = reply }
            finish(
                statement,
                number,
                command: command,
                socket: socketName,
                reply: reply,
                firstCall: firstCall,
                isQuiet: call.target != nil
            )
            return reply
        } catch {
            if case .other(className: Failure.exitClass, let code, _) = error.reason {
                let command = session.registry[call.command.text]
                finish(
                    statement,
                    number,
                    command: command,
                    socket: nil,
                    reply: .none,
                    firstCall: firstCall,
                    isQuiet: true
                )
                throw .shell(Int32(code) ?? 0)
            }
            throw fail(error, statement, command: call.command.text, socket: socketName, firstCall: firstCall, number)
        }
    }

    private func resolve(_ call: CallSyntax) throws(Failure) -> Command {
        if let command = session.registry[call.command.text] { return command }
        if call.receiver != nil || !call.command.text.contains("."),
            let command = session.registry[call.command.text.lowercased()]
        {
            throw Failure(.unknownCommand(call.command.text, near: [command.name]), at: call.command.span)
        }
        if let failure = Habit.failure(call, session) { throw failure }
        let near = Suggestion.nearest(to: call.command.text, among: session.registry.names)
        let isSocket = session.sockets[call.command.text] != nil
        if near.isEmpty || isSocket, let meant = missingSign(call) {
            throw Failure(.unknownCommand(call.command.text, near: [meant]), at: call.command.span)
        }
        if call.receiver == nil, isSocket || session.variables[call.command.text] != nil {
            throw Failure(.valueAsCommand(call.command.text, isSocket: isSocket), at: call.command.span)
        }
        throw Failure(.unknownCommand(call.command.text, near: near), at: call.command.span)
    }

    /// What was meant by `s socket` or `s send`, where only a sign between two known names is missing.
    private func missingSign(_ call: CallSyntax) -> String? {
        guard call.receiver == nil, call.target == nil, let first = call.arguments.first,
            let word = try? session.word(first), !word.isQuoted, let name = word.text,
            let command = session.registry[name]
        else { return nil }
        if session.sockets[call.command.text] != nil, command.actsOnSocket { return "\(call.command.text).\(name)" }
        return command.actsOnSocket ? nil : "\(call.command.text) = \(name)"
    }

    private func receiver(of call: CallSyntax, _ command: Command) throws(Failure) -> Socket? {
        guard let name = call.receiver else { return command.actsOnSocket ? session.sockets.current : nil }
        if !command.actsOnSocket {
            let takesSocket = command.parameters.first?.hint(Context(session: session, socket: nil)).contains("SOCKET")
            let meant = command.name + (takesSocket == true ? " \(name.text)" : "")
            throw Failure(.notAMethod(command: command.name, meant: meant), at: name.span)
        }
        return try session.socket(named: name.text, at: name.span)
    }

    func checkFree(_ target: Name) throws(Failure) {
        guard session.sockets[target.text] != nil else { return }
        throw Failure(
            .other(
                className: "NameInUse",
                message: "\(target.text) is an open socket",
                advice: ["close it first: \(target.text).close", "or take another name"]
            ),
            at: target.span
        )
    }

    private func assign(_ reply: Value, to target: Name) {
        // A socket made under that name is found by it; the name is no variable then.
        guard session.sockets[target.text] == nil else { return }
        session.variables[target.text] = reply
    }

    /// `[NAME =] VALUE [OPERATOR VALUE]`
    func run(_ value: ValueSyntax, _ statement: Statement) throws(Exit) -> Value {
        session.statementCount += 1
        let number = session.statementCount
        let firstCall = session.journal.count + 1
        do throws(Failure) {
            if let target = value.target { try checkFree(target) }
            var result = try session.word(value.left).literal
            if let (operation, right) = value.operation {
                let other = try session.word(right).literal
                result = try operation.apply(result, other, at: statement.span)
            }
            if let target = value.target { assign(result, to: target) }
            finish(
                statement,
                number,
                command: nil,
                socket: nil,
                reply: result,
                firstCall: firstCall,
                isQuiet: value.target != nil
            )
            return result
        } catch {
            throw fail(error, statement, command: "", socket: nil, firstCall: firstCall, number)
        }
    }

    private func finish(
        _ statement: Statement,
        _ number: Int,
        command: Command?,
        socket: String?,
        reply: Value,
        firstCall: Int,
        isQuiet: Bool
    ) {
        let notes = session.takeNotes(of: number)
        guard job == nil else { return }
        let record = StatementRecord(
            number: number,
            source: source,
            span: statement.span,
            command: command?.name ?? "",
            socket: socket,
            reply: reply,
            failure: nil,
            notes: notes
        )
        session.output.finished(
            record,
            calls: session.calls(of: number, from: firstCall),
            history: session.journal,
            isQuiet: isQuiet || self.isQuiet,
            style: command?.style ?? .typed
        )
    }

    /// Records how a statement failed and makes it what leaves the interpreter.
    func fail(
        _ failure: Failure,
        _ statement: Statement,
        command: String,
        socket: String?,
        firstCall: Int,
        _ number: Int? = nil
    ) -> Exit {
        if job == nil { session.lastFailure = failure }
        let notes = session.takeNotes(of: number ?? session.statementCount)
        let record = StatementRecord(
            number: number ?? session.statementCount,
            source: source,
            span: statement.span,
            command: command,
            socket: socket ?? failure.call?.socketName,
            reply: .none,
            failure: failure,
            notes: notes
        )
        if job == nil {
            let calls = session.calls(of: record.number, from: firstCall)
            session.output.finished(record, calls: calls, history: session.journal, isQuiet: isQuiet, style: .typed)
        }
        return .failure(failure, record)
    }
}

extension Session {
    /// The socket of a name, open now.
    public func socket(named name: String, at span: Span) throws(Failure) -> Socket {
        if let socket = sockets[name] { return socket }
        if case .socket(let other)? = variables[name], let socket = sockets[other] { return socket }
        if sockets.wasClosed(name) { throw Failure(.closedSocket(name), at: span) }
        throw Failure(.unknownSocket(name, near: Suggestion.nearest(to: name, among: sockets.names)), at: span)
    }

    /// What was said beside the reply of a statement; nothing is copied where there is nothing.
    func takeNotes(of statement: Int) -> [String] {
        guard !notes.isEmpty else { return [] }
        defer { notes.removeAll { $0.statement == statement } }
        return notes.filter { $0.statement == statement }.map(\.text)
    }

    /// The calls of a statement, which are among those from `first` on. Most statements have one call or none.
    func calls(of statement: Int, from first: Int) -> [Call] {
        guard journal.count >= first, output.wantsCalls else { return [] }
        if journal.count == first, let call = journal[first] { return call.statement == statement ? [call] : [] }
        return journal.calls(of: statement, from: first)
    }
}

extension Failure {
    /// The class of the failure that `exit` throws; no `catch` sees it.
    static let exitClass = "exit"

    /// What the `exit` command throws to leave the shell with a code.
    public static func exit(_ code: Int32) -> Failure {
        Failure(.other(className: exitClass, message: String(code), advice: []))
    }
}
