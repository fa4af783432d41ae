import Journal
import Language
import Sockets

/// A program in NetShell's own language.
struct ShellProgram {
    let program: Program

    init(_ program: Program) {
        self.program = Self.renamed(program)
    }

    /// A pair of sockets is called NAME and NAME2 here, and received sockets r1, r2, …
    private static func renamed(_ program: Program) -> Program {
        var program = program
        renameReceived(&program)
        for step in program.steps {
            guard case .socketpair(let one?, let other?, _) = step.action else { continue }
            while program.handles.indices.contains(where: { index in
                index != other && program.handles[index].name == program.handles[one].name + "2"
            }) {
                program.handles[one].name = program.identifiers.unique(program.handles[one].name + "_")
            }
            program.handles[other].name = program.handles[one].name + "2"
        }
        return program
    }

    private static func renameReceived(_ program: inout Program) {
        let received = program.steps.flatMap { step -> [Int] in
            if case .receiveMessage(_, _, _, _, let sockets) = step.action { sockets } else { [] }
        }
        for (place, handle) in received.enumerated() {
            let name = "r\(place + 1)"
            for other in program.handles.indices where program.handles[other].name == name {
                program.handles[other].name = program.identifiers.unique(name + "_")
            }
            program.handles[handle].name = name
        }
    }

    /// The source.
    func text() throws(ExportProblem) -> String {
        var lines = ["# Exported by NetShell."]
        lines += program.ports.enumerated().map { index, port in
            port.handle == nil ? "\(port.name) = $\(index + 1)" : "\(port.name) = 0"
        }
        for (index, step) in program.steps.enumerated() {
            if program.isImplied(index) { continue }
            lines += program.comment(of: step, behind: "# ")
            lines += try self.lines(of: step)
            lines += program.announced(after: step).map { "print port $\(name($0)).port" }
        }
        lines += program.open.map { "\(name($0)).close" }
        lines += program.unlinked.map { "unlink \(Quoting.quote($0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A socket's name.
    func name(_ handle: Int) -> String { program.handles[handle].name }

    private func lines(of step: Program.Step) throws(ExportProblem) -> [String] {
        if case .injected(let call, let error) = step.action { return ["inject \(call) \(error)"] }
        if let remark = step.action.remark { return ["# " + remark] }
        let call = try call(step)
        let function = step.action.function
        switch step.outcome {
        case .success: return call
        case .errno(let errno): return attempt(call, errno.name, function)
        case .name: return attempt(call, FailureClass.error.rawValue, function)
        case .timeout(let seconds):
            guard let socket = step.action.handle else { return call }
            return ["\(name(socket)).settimeout \(typedSeconds(seconds))"]
                + attempt(call, FailureClass.timeout.rawValue, function)
                + ["\(name(socket)).settimeout none"]
        }
    }

    private func attempt(_ call: [String], _ error: String, _ function: String) -> [String] {
        ["try {"] + call.map { "    " + $0 } + ["} catch \(error) {", "    print \"\(function):\" $error.message", "}"]
    }

    private func call(_ step: Program.Step) throws(ExportProblem) -> [String] {
        switch step.action {
        case .socket(let new, let kind): return ["\(assigned(new))socket \(numbers(kind))"]
        case .socketpair(let one, let other, let kind): return socketpair(one, other, kind)
        case .dup(let new, of: let original): return ["\(assigned(new))\(name(original)).dup"]
        case .close(let socket): return ["\(name(socket)).close"]
        case .shutdown(let socket, let how): return ["\(name(socket)).shutdown \(word(how))"]
        case .setNonBlocking(let socket, let on): return ["\(name(socket)).setblocking \(on ? "off" : "on")"]
        case .bind(let socket, let place): return ["\(name(socket)).bind \(words(place))"]
        case .connect(let socket, let place): return ["\(name(socket)).connect \(words(place))"]
        case .listen(let socket, let backlog): return ["\(name(socket)).listen \(backlog)"]
        case .accept(let new, on: let listener, let flags): return accept(new, listener, flags, step)
        case .unlink(let path): return ["unlink \(Quoting.quote(path))"]
        case .getsockname(let socket): return kept("\(name(socket)).getsockname", step.addressName)
        case .getpeername(let socket): return kept("\(name(socket)).getpeername", step.addressName)
        case .sockatmark(let socket): return ["\(name(socket)).sockatmark"]
        case .poll(let watched, let milliseconds):
            let sockets = watched.map { name($0.handle) + ":" + Self.events($0.events) }
            let limit = milliseconds < 0 ? "" : " -timeout \(Double(milliseconds) / 1000)"
            return ["poll " + sockets.joined(separator: " ") + limit]
        case .getOption(let socket, let level, let option, _, _):
            return ["\(name(socket)).getsockopt \(word(level)) \(word(option))"]
        case .setOption(let socket, let level, let option, let value):
            let typed = value.value.words.map(Quoting.word).joined(separator: " ")
            return ["\(name(socket)).setsockopt \(word(level)) \(word(option)) \(typed)"]
        case .lookUp(let lookup): return lookUp(lookup, step)
        default: return try transfer(step)
        }
    }

    private func assigned(_ handle: Int?) -> String { handle.map { name($0) + " = " } ?? "" }

    func kept(_ call: String, _ name: String?) -> [String] { name.map { ["\($0) = \(call)", "$\($0)"] } ?? [call] }

    private func numbers(_ kind: Program.Kind) -> String {
        let parts = [kind.family, kind.type] + (kind.protocolNumber.number == 0 ? [] : [kind.protocolNumber])
        return parts.map(word).joined(separator: " ")
    }

    private func socketpair(_ one: Int?, _ other: Int?, _ kind: Program.Kind) -> [String] {
        guard let one, other != nil else { return ["socketpair \(numbers(kind))"] }
        return ["\(name(one)) = socketpair \(numbers(kind))"]
    }

    private func accept(_ new: Int?, _ listener: Int, _ flags: Program.Constant, _ step: Program.Step) -> [String] {
        let words = flags.number == 0 ? "" : " " + flags.names.joined(separator: " ")
        var lines = ["\(assigned(new))\(name(listener)).accept\(words)"]
        guard new != nil else { return lines }
        if let address = step.addressName { lines.append("\(address) = $reply.address") }
        return lines + ["print \"Got connection from\" $\(step.addressName ?? "reply.address")"]
    }

    /// A constant as it is typed.
    func word(_ constant: Program.Constant) -> String {
        constant.names.isEmpty ? String(constant.number) : constant.names.joined(separator: "|")
    }

    private static func events(_ events: PollEvents) -> String {
        events.description.split(separator: "|").map { $0.dropFirst(4).lowercased() }.joined(separator: "|")
    }

    /// An address as it is typed.
    func words(_ place: Program.Place) -> String {
        let typed = place.address.words.map(Quoting.word)
        func with(_ port: String) -> String { ([typed[0], port]).joined(separator: " ") }
        switch place.source {
        case .step(let step): return "$" + program.addressName(step)
        case .nameOf(let handle): return "$\(name(handle)).local"
        case .portOf(let handle):
            let port = "$\(name(handle)).port"
            return program.hostName(place).map { Quoting.word($0) + " " + port } ?? with(port)
        case .service(let step): return with("$" + program.addressName(step))
        case .argument(let index): return with("$" + program.ports[index].name)
        case .literal: return literal(place.address, typed)
        case .lookup(let step, let service):
            guard program.isImplied(step), let host = program.lookedUp(step).host else {
                return literal(place.address, typed)
            }
            let port = service.map { "$" + program.addressName($0) } ?? place.address.port.map { String($0) } ?? "0"
            return Quoting.word(host) + " " + port
        }
    }

    private func literal(_ address: SocketAddress, _ typed: [String]) -> String {
        switch address {
        case .unix(.path(let bytes)): Quoting.quote(bytes)
        case .unix(.abstract(let bytes)): Quoting.quote([0] + bytes)
        case .unix(.unnamed): "\"\""
        case .inet6(_, _, let flowInfo, let scope) where flowInfo != 0:
            (typed + [String(flowInfo), String(scope)]).joined(separator: " ")
        default: typed.joined(separator: " ")
        }
    }
}
