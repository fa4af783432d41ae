import Language
import Sockets

extension PythonProgram {
    /// The call of a step, without its error handling.
    mutating func call(_ step: Program.Step) throws(ExportProblem) -> [String] {
        switch step.action {
        case .socket(let new, let kind):
            return [assignment(new) + "socket.socket(\(numbers(kind)))"]
        case .socketpair(let one, let other, let kind):
            let names = [one, other].compactMap { $0.map(name) }.joined(separator: ", ")
            return [(names.isEmpty ? "" : names + " = ") + "socket.socketpair(\(numbers(kind)))"]
        case .dup(let new, of: let original): return [assignment(new) + name(original) + ".dup()"]
        case .close(let socket): return [name(socket) + ".close()"]
        case .shutdown(let socket, let how): return ["\(name(socket)).shutdown(\(PythonText.constant(how)))"]
        case .setNonBlocking(let socket, let on): return ["\(name(socket)).setblocking(\(on ? "False" : "True"))"]
        case .bind(let socket, let place): return ["\(name(socket)).bind(\(try expression(place, step)))"]
        case .connect(let socket, let place): return ["\(name(socket)).connect(\(try expression(place, step)))"]
        case .listen(let socket, let backlog): return ["\(name(socket)).listen(\(backlog))"]
        case .accept(let new, on: let listener, let flags): return accept(new, listener, flags, step)
        case .getsockname(let socket): return shown("\(name(socket)).getsockname()", step.addressName)
        case .getpeername(let socket): return shown("\(name(socket)).getpeername()", step.addressName)
        case .sockatmark(let socket): return sockatmark(socket)
        case .poll(let watched, let milliseconds): return poll(watched, milliseconds)
        case .unlink(let path): return removal(of: path)
        case .lookUp(let lookup): return try lookUp(lookup, step)
        case .getOption, .setOption: return try option(step)
        default: return try transfer(step)
        }
    }

    private func assignment(_ handle: Int?) -> String { handle.map { name($0) + " = " } ?? "" }

    private func numbers(_ kind: Program.Kind) -> String {
        var parts = [PythonText.constant(kind.family), PythonText.constant(kind.type)]
        if kind.protocolNumber.number != 0 { parts.append(PythonText.constant(kind.protocolNumber)) }
        return parts.joined(separator: ", ")
    }

    /// A value that is shown, and kept if it is referred to.
    func shown(_ expression: String, _ kept: String?) -> [String] {
        kept.map { ["\($0) = \(expression)", "print(\($0))"] } ?? ["print(\(expression))"]
    }

    private func accept(_ new: Int?, _ listener: Int, _ flags: Program.Constant, _ step: Program.Step) -> [String] {
        guard let new else { return ["\(name(listener)).accept()"] }
        let address = step.addressName ?? program.spareAddress
        var lines = [
            "\(name(new)), \(address) = \(name(listener)).accept()", "print(\"Got connection from\", \(address))",
        ]
        if flags.number & Int(SocketFlag.nonBlocking.rawValue) != 0 { lines.append("\(name(new)).setblocking(False)") }
        return lines
    }

    /// Python has no sockatmark, so that its program makes the ioctl that is inside libc's; nor has it a name for the request.
    private mutating func sockatmark(_ socket: Int) -> [String] {
        modules.formUnion(["fcntl", "sys"])
        return [
            "request = 0x8905 if sys.platform == \"linux\" else 0x40047307  # SIOCATMARK",
            "print(int.from_bytes(fcntl.ioctl(\(name(socket)), request, bytes(4)), sys.byteorder))",
        ]
    }

    private mutating func poll(_ watched: [Program.Watched], _ milliseconds: Int) -> [String] {
        modules.insert("select")
        let registered = watched.map { entry in
            "poller.register(\(name(entry.handle)), \(Self.events(entry.events)))"
        }
        return ["poller = select.poll()"] + registered
            + ["print(poller.poll(\(milliseconds < 0 ? "" : String(milliseconds))))"]
    }

    private static func events(_ events: PollEvents) -> String {
        if events.isEmpty { return "0" }
        return events.description.split(separator: "|").map { "select." + $0 }.joined(separator: " | ")
    }

    /// An address.
    func expression(_ place: Program.Place, _ step: Program.Step) throws(ExportProblem) -> String {
        switch place.source {
        case .step(let index): return program.addressName(index)
        case .nameOf(let handle): return name(handle) + ".getsockname()"
        case .portOf(let handle):
            let port = name(handle) + ".getsockname()[1]"
            if let host = program.hostName(place) { return "(\(PythonText.string(host)), \(port))" }
            return try tuple(place.address, port, step)
        case .service(let index): return try tuple(place.address, program.addressName(index), step)
        case .argument(let index): return try tuple(place.address, program.ports[index].name, step)
        case .literal: return try tuple(place.address, place.address.port.map { String($0) } ?? "", step)
        case .lookup(let index, let service):
            guard program.isImplied(index), let host = program.lookedUp(index).host else {
                return program.addressName(index) + "[0][4]"
            }
            let port = service.map { program.addressName($0) } ?? place.address.port.map { String($0) } ?? "0"
            return "(\(PythonText.string(host)), \(port))"
        }
    }

    private func tuple(
        _ address: SocketAddress,
        _ port: String,
        _ step: Program.Step
    ) throws(ExportProblem) -> String {
        switch address {
        case .inet(let host, _): return "(\"\(host)\", \(port))"
        case .inet6(let host, _, 0, 0): return "(\"\(host)\", \(port))"
        case .inet6(let host, _, let flowInfo, let scope): return "(\"\(host)\", \(port), \(flowInfo), \(scope))"
        case .unix(.unnamed): return "\"\""
        case .unix(.path(let path)): return PythonText.path(path)
        case .unix(.abstract(let name)): return PythonText.bytes([0] + name)
        case .netlink(let port, let groups): return "(\(port), \(groups))"
        case .vsock(let context, let port): return "(\(context), \(port))"
        case .packet(let link): return "(\(PythonText.string(address.words[0])), \(link.etherType))"
        case .unspecified:
            throw ExportProblem(
                "Python's sockets only take addresses of their own family, so AF_UNSPEC cannot be written",
                call: step.call,
                advice: "export it to C or Swift"
            )
        case .other:
            throw ExportProblem(
                "Python has no address of the family \(address.family)",
                call: step.call,
                advice: "export it to C"
            )
        }
    }
}

extension Program.Action {
    /// The exception of a name that was not found.
    var pythonNameError: String {
        switch self {
        case .lookUp(.service), .lookUp(.serviceName), .lookUp(.protocolNumber), .lookUp(.protocolName): "OSError"
        case .lookUp(.hostOfAddress): "socket.herror"
        default: "socket.gaierror"
        }
    }
}
