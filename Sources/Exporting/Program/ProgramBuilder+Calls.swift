import Journal
import Reading
import Sockets

extension ProgramBuilder {
    /// Makes a call a step.
    mutating func add(_ call: Call) throws(ExportProblem) {
        try addStep(call)
        // What accept notes is the new socket's address, whose port is the listener's.
        guard let local = call.local, call.error == nil || call.kind == .connect, !call.has(.accepts),
            let descriptor = call.descriptor, let handle = byDescriptor[descriptor]
        else { return }
        origins.has(local, handle)
    }

    private mutating func addStep(_ call: Call) throws(ExportProblem) {
        if call.isInjected {
            append(call, .injected(Identifiers.shown(call.name), error: Identifiers.shown(call.error?.name ?? "error")))
            return
        }
        guard let kind = call.kind, !takesMissing(call) else { return addUnknown(call) }
        switch kind {
        case .socket, .socketpair, .dup, .dup2, .dup3, .close, .accept, .accept4: try addLifecycle(call)
        case .bind, .connect, .listen, .shutdown, .getsockname, .getpeername: try addConnection(call)
        case .sockatmark: append(call, .sockatmark(try handle(call)))
        case .ioctl, .fcntl: try addControl(call)
        case .send, .sendto, .sendmsg, .recv, .recvfrom, .recvmsg: try addTransfer(call)
        case .read, .readv, .write, .writev: try addPlainTransfer(call)
        case .sendmmsg, .recvmmsg: try addMessages(call)
        case .getsockopt, .setsockopt: try addOption(call)
        case _ where kind.has(.watches): try addWait(call)
        case .close_range: closeMentioned(call)
        case .unlink:
            guard let path = call.text("pathname") else { throw Self.malformed(call) }
            append(call, .unlink(Array(path.utf8)))
        case .sendfile: try addFile(call)
        case _ where kind.has(.looksUp) || kind == .gethostname: try addLookup(call)
        case _ where kind.has(.asks) && !kind.has(.isOfSockets):
            append(call, .converted(call.name, call: words(of: call)))
        default: addUnknown(call)
        }
    }

    private mutating func addLifecycle(_ call: Call) throws(ExportProblem) {
        switch call.kind {
        case .socket, .socketpair: try addSocket(call)
        case .dup, .dup2, .dup3: try addCopy(call, of: handle(call, "oldfd"))
        case .close:
            let closed = try handle(call, "fd")
            append(call, .close(closed))
            guard call.error == nil, let descriptor = call.descriptor else { return }
            byDescriptor[descriptor] = nil
        default:
            let listener = try handle(call)
            let flags = call.programConstant("flags") ?? Program.Constant("0", 0)
            append(call, .accept(copy(of: listener, call), on: listener, flags: flags))
            if call.error == nil, case .address(let peer)? = call.output("addr") {
                origins.gave(peer, step: program.steps.count - 1)
            }
        }
    }

    /// A copy of a descriptor. What had its number before is closed by dup2, so the program closes it first.
    private mutating func addCopy(_ call: Call, of original: Int) throws(ExportProblem) {
        if call.has(.endsMentioned) {
            for closed in call.mentions {
                if let handle = byDescriptor[closed.descriptor] { append(call, .close(handle)) }
            }
        }
        append(call, .dup(copy(of: original, call), of: original))
    }

    /// close_range as a close of each socket that it ended.
    private mutating func closeMentioned(_ call: Call) {
        let ended = call.mentions.compactMap { mention in byDescriptor[mention.descriptor].map { (mention, $0) } }
        guard call.error == nil, !ended.isEmpty else { return addUnknown(call) }
        for (mention, handle) in ended {
            append(call, .close(handle))
            byDescriptor[mention.descriptor] = nil
        }
    }

    /// Whether calls wait, which fcntl and ioctl set alike; any other request is left out.
    private mutating func addControl(_ call: Call) throws(ExportProblem) {
        let command = call.constantName("cmd") ?? ""
        if call.constantName("request") == "FIONBIO", case .integer(let value)? = call.argument("argp") {
            append(call, .setNonBlocking(try handle(call, "fd"), value != 0))
        } else if command.hasPrefix("F_DUPFD") {
            try addCopy(call, of: handle(call, "fd"))
        } else if command == "F_SETFL", let flags = call.constantName("arg") {
            append(call, .setNonBlocking(try handle(call, "fd"), flags.contains("O_NONBLOCK")))
        } else {
            addUnknown(call)
        }
    }

    private mutating func addSocket(_ call: Call) throws(ExportProblem) {
        guard let family = call.programConstant("domain"), let type = call.programConstant("type"),
            let number = call.programConstant("protocol")
        else { throw Self.malformed(call) }
        let made = call.madeDescriptors.enumerated().map { place, descriptor in
            let plain = SocketType(rawValue: Int32(truncatingIfNeeded: type.number & 0xf))
            let domain = AddressFamily(rawValue: Int32(truncatingIfNeeded: family.number))
            let handle = adopt(descriptor, by: call, place: place, family: domain, type: plain)
            origins.made(handle, family: domain, type: plain)
            return handle
        }
        let kind = Program.Kind(family: family, type: type, protocolNumber: number)
        if call.kind == .socket {
            append(call, .socket(made.first, kind))
        } else {
            append(call, .socketpair(made.first, made.count > 1 ? made[1] : nil, kind))
        }
    }

    /// A new socket of the same kind as another; nil if the call failed.
    private mutating func copy(of original: Int, _ call: Call) -> Int? {
        let (family, type) = (program.handles[original].family, program.handles[original].type)
        return call.madeDescriptors.first.map { adopt($0, by: call, family: family, type: type) }
    }

    private mutating func addConnection(_ call: Call) throws(ExportProblem) {
        let socket = try handle(call)
        switch call.kind {
        case .bind:
            guard let address = call.address else { throw Self.malformed(call) }
            append(call, .bind(socket, bindPlace(address, call)))
            if call.error == nil { origins.bound(socket, to: address) }
        case .connect:
            guard let address = call.address else { throw Self.malformed(call) }
            append(call, .connect(socket, place(address, call)))
        case .listen:
            guard case .integer(let backlog)? = call.argument("backlog") else { throw Self.malformed(call) }
            append(call, .listen(socket, backlog: backlog))
            if call.error == nil { origins.listens(socket) }
        case .shutdown:
            guard let how = call.programConstant("how") else { throw Self.malformed(call) }
            append(call, .shutdown(socket, how))
        default:
            append(call, call.kind == .getsockname ? .getsockname(socket) : .getpeername(socket))
            guard call.error == nil, case .address(let address)? = call.output("addr") else { return }
            if call.kind == .getsockname {
                origins.told(address, of: socket, step: program.steps.count - 1)
            } else {
                origins.gave(address, step: program.steps.count - 1)
            }
        }
    }

    /// The address of a call, and the note that a step is referred to.
    mutating func place(_ address: SocketAddress, _ call: Call) -> Program.Place {
        noted(origins.place(address, statement: call.statement))
    }

    private mutating func bindPlace(_ address: SocketAddress, _ call: Call) -> Program.Place {
        noted(origins.place(bound: address, statement: call.statement))
    }

    private mutating func noted(_ place: Program.Place) -> Program.Place {
        switch place.source {
        case .step(let step): nameAddress(of: step, "address")
        case .service(let step): nameAddress(of: step, "port")
        case .lookup(let step, let service):
            nameAddress(of: step, "found")
            if let service { nameAddress(of: service, "port") }
        default: break
        }
        return place
    }

    private mutating func nameAddress(of step: Int, _ name: String) {
        guard program.steps[step].addressName == nil else { return }
        program.steps[step].addressName = program.identifiers.unique(name)
    }
}

extension AddressOrigins {
    /// The address of a bind: the kernel's choice is left to it again.
    mutating func place(bound address: SocketAddress, statement: Int) -> Program.Place {
        let isFound = lookups[address]?.statement == statement
        if address.isKernelsChoice, !isFound { return Program.Place(address: address, source: .literal) }
        return place(address, statement: statement)
    }
}

extension Call {
    /// An argument that is a constant.
    func programConstant(_ name: String) -> Program.Constant? {
        switch argument(name) {
        case .constant(let name, let number): Program.Constant(name, number)
        case .integer(let number): Program.Constant("", number)
        default: nil
        }
    }

    /// The bytes of an argument or an output.
    static func clip(_ content: Argument.Content?) -> Clip? {
        if case .data(let clip)? = content { clip } else { nil }
    }
}
