import Journal
import Language

/// Whether a line can be typed in the session as it is: it parses, its commands exist, and its names and arguments are
/// ones that the commands take. Nothing is run.
struct LineCheck {
    private let names: Names
    /// The names that earlier statements of the line make.
    private var given: Set<String> = ["reply", "error"]
    /// The sockets that earlier statements of the line close.
    private var closed: Set<String> = []

    private init(_ names: Names) { self.names = names }

    /// Whether the line can be typed. A block may be left open, to be closed by a later line.
    static func passes(_ line: String, _ names: Names) -> Bool {
        let text = line.hasSuffix("{") ? line + (line.hasSuffix("try {") ? "\n} catch { }" : "\n}") : line
        guard let statements = try? Parser.parse(Source(file: "advice", text: Array(text.utf8))) else { return false }
        var check = LineCheck(names)
        return !statements.isEmpty && statements.allSatisfy { check.passes($0) }
    }

    private mutating func passes(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .call(let call): return passes(call)
        case .value(let value):
            guard isKnown(value.left), value.operation.map({ isKnown($0.right) }) ?? true else { return false }
            return take(value.target)
        case .forEach(let name, let items, _):
            given.insert(name)
            guard items.allSatisfy(isKnown) else { return false }
        case .repeated(let times, _): guard isKnown(times) else { return false }
        default: break
        }
        return statement.children.allSatisfy { passes($0) }
    }

    /// Whether an earlier statement makes something that could be the current socket.
    private var makesSocket: Bool { given.count > 2 }

    private mutating func take(_ target: Name?) -> Bool {
        guard let target else { return true }
        guard !names.isTaken(target.text) || closed.contains(target.text) else { return false }
        given.insert(target.text)
        closed.remove(target.text)
        return true
    }

    private mutating func passes(_ call: CallSyntax) -> Bool {
        guard let command = names.session.registry[call.command.text] else { return false }
        var socket = command.actsOnSocket ? names.current : nil
        var isNew = makesSocket && call.receiver == nil
        if let receiver = call.receiver {
            guard command.actsOnSocket else { return false }
            isNew = given.contains(receiver.text)
            socket = names.socket(receiver.text)
            guard isNew || socket != nil && !closed.contains(receiver.text) else { return false }
            if command.name == "close" { closed.insert(receiver.text) }
        }
        if command.actsOnSocket, !isNew, socket == nil { return false }
        guard call.arguments.allSatisfy(isKnown), isNew || refersToNew(call) || binds(call, command, socket) else {
            return false
        }
        return take(call.target)
    }

    private func binds(_ call: CallSyntax, _ command: Command, _ socket: Socket?) -> Bool {
        let context = Context(session: names.session, scope: names.scope, socket: socket, confinement: nil)
        let end = Span(call.command.span.end, call.command.span.end)
        guard let words = try? names.words(call.arguments) else { return false }
        return (try? Arguments.bind(words, to: command, context: context, after: end)) != nil
    }

    private func refersToNew(_ call: CallSyntax) -> Bool {
        call.arguments.contains { $0.variables.contains(where: given.contains) || $0.word.map(given.contains) ?? false }
    }

    private func isKnown(_ argument: ArgumentSyntax) -> Bool {
        argument.variables.allSatisfy { given.contains($0) } || (try? names.word(argument)) != nil
    }
}

extension ArgumentSyntax {
    /// The names of the variables in it.
    var variables: [String] {
        parts.compactMap { if case .variable(let name, _) = $0 { name } else { nil } }
    }
}
