import Journal
import Language
import Sockets

extension Interpreter {
    /// `[NAME =] [SOCKET.]COMMAND ARGUMENT…`
    func run(_ call: CallSyntax, _ statement: Statement) throws(Exit) -> Value {
        var begun = begin(statement.span, command: call.command.text)
        do throws(Failure) {
            let prepared = try prepared(call, &begun)
            let reply = try run(prepared, statement: begun.number)
            names.lastReply = reply
            conclude(begun, reply: reply, isQuiet: call.target != nil, style: prepared.command.style)
            return reply
        } catch {
            if let code = error.exitCode {
                conclude(begun, isQuiet: true)
                throw .shell(code)
            }
            throw fail(asksForHelp(call, error), begun)
        }
    }

    func resolve(_ call: CallSyntax) throws(Failure) -> Command {
        if let command = session.registry[call.command.text] { return command }
        if call.receiver != nil || !call.command.text.contains("."),
            let command = session.registry[call.command.text.lowercased()]
        {
            throw Failure(.unknownCommand(call.command.text, near: [command.name]), at: call.command.span)
        }
        if let failure = Habit.failure(call, session) { throw failure }
        let near = Suggestion.nearest(to: call.command.text, among: session.registry.names)
        let isSocket = names.socket(call.command.text) != nil
        if near.isEmpty || isSocket, let meant = missingSign(call) {
            throw Failure(.unknownCommand(call.command.text, near: [meant]), at: call.command.span)
        }
        if call.receiver == nil, isSocket || names.variable(call.command.text) != nil {
            throw Failure(.valueAsCommand(call.command.text, isSocket: isSocket), at: call.command.span)
        }
        throw Failure(.unknownCommand(call.command.text.clipped, near: near), at: call.command.span)
    }

    /// What was meant by `s socket` or `s send`, where only a sign between two known names is missing.
    private func missingSign(_ call: CallSyntax) -> String? {
        guard call.receiver == nil, call.target == nil, let first = call.arguments.first,
            let word = try? names.word(first), !word.isQuoted, let name = word.text,
            let command = session.registry[name]
        else { return nil }
        if names.socket(call.command.text) != nil, command.actsOnSocket { return "\(call.command.text).\(name)" }
        return command.actsOnSocket ? nil : "\(call.command.text) = \(name)"
    }

    func receiver(of call: CallSyntax, _ command: Command) throws(Failure) -> Socket? {
        guard let name = call.receiver else { return command.actsOnSocket ? names.current : nil }
        if !command.actsOnSocket {
            let takesSocket = command.parameters.first?.denotes == .socket
            let meant = command.name + (takesSocket ? " \(name.text)" : "")
            throw Failure(.notAMethod(command: command.name, meant: meant), at: name.span)
        }
        return try names.socket(named: name.text, at: name.span)
    }

    func checkFree(_ target: Name) throws(Failure) {
        guard names.isTaken(target.text) else { return }
        throw Failure(
            .other(
                .nameInUse,
                message: "\(target.text) is an open socket",
                advice: ["close it first: \(target.text).close", "or take another name"]
            ),
            at: target.span
        )
    }

    func assign(_ reply: Value, to target: Name) {
        // A socket made under that name is found by it; the name is not a variable then.
        guard !names.isSocket(target.text) else { return }
        names.set(target.text, to: reply)
    }

    /// `[NAME =] VALUE [OPERATOR VALUE]`
    func run(_ value: ValueSyntax, _ statement: Statement) throws(Exit) -> Value {
        let begun = begin(statement.span)
        do throws(Failure) {
            if let target = value.target { try checkFree(target) }
            func read(_ word: Word) throws(Failure) -> Value {
                value.target == nil ? word.literal : try word.assigned(confinement)
            }
            var result = try read(names.word(value.left))
            if let (operation, right) = value.operation {
                let other = try read(names.word(right))
                result = try operation.apply(result, other, at: statement.span)
            }
            if let target = value.target {
                try confinement?.check(result, assignedTo: target.text, of: session, at: target.span)
                assign(result, to: target)
            }
            conclude(begun, reply: result, isQuiet: value.target != nil)
            return result
        } catch {
            throw fail(error, begun)
        }
    }
}

extension String {
    /// The beginning of a word too long to be read in full.
    fileprivate var clipped: String { utf8.count <= 200 ? self : prefix(80) + "…" }
}
