import Journal
import Reading
import Sockets

extension ProgramBuilder {
    /// Makes a call a step.
    mutating func add(_ call: Call) throws(ExportProblem) {
        try addStep(call)
        // What accept notes is the new socket's address, whose port is the listener's.
        guard let local = call.local, call.error == nil || call.name == "connect", !call.name.hasPrefix("accept"),
            let descriptor = call.descriptor, let handle = byDescriptor[descriptor]
        else { return }
        places.has(local, handle)
    }

    private mutating func addStep(_ call: Call) throws(ExportProblem) {
        if call.isInjected {
            append(call, .injected(Identifiers.shown(call.name), error: Identifiers.shown(call.error?.name ?? "error")))
            return
        }
        switch call.name {
        case "socket", "socketpair", "dup", "close", "accept", "accept4": try addLifecycle(call)
        case "bind", "connect", "listen", "shutdown", "ioctl", "getsockname", "getpeername": try addConnection(call)
        case "send", "sendto", "sendmsg", "recv", "recvfrom", "recvmsg": try addTransfer(call)
        case "poll", "getsockopt", "setsockopt": try addAttention(call)
        case "unlink":
            guard let path = call.text("pathname") else { throw Self.malformed(call) }
            append(call, .unlink(Array(path.utf8)))
        case "sendfile": try addFile(call)
        case "inet_pton", "inet_ntop", "inet_aton", "inet_ntoa", "htons", "htonl", "ntohs", "ntohl", "if_nameindex",
            "if_nametoindex", "if_indextoname":
            append(call, .converted(call.name, call: Self.comment(call.shownInWords)))
        default: try addLookup(call)
        }
    }

    private mutating func addLifecycle(_ call: Call) throws(ExportProblem) {
        switch call.name {
        case "socket", "socketpair": try addSocket(call)
        case "dup":
            let original = try handle(call, "oldfd")
            append(call, .dup(copy(of: original, call), of: original))
        case "close":
            let closed = try handle(call, "fd")
            append(call, .close(closed))
            guard call.error == nil, let descriptor = call.descriptor else { return }
            byDescriptor[descriptor] = nil
        default:
            let listener = try handle(call)
            let flags = call.programConstant("flags") ?? Program.Constant("0", 0)
            append(call, .accept(copy(of: listener, call), on: listener, flags: flags))
            if call.error == nil, case .address(let peer)? = call.output("addr") {
                places.gave(peer, step: program.steps.count - 1)
            }
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
            places.made(handle, family: domain, type: plain)
            return handle
        }
        let kind = Program.Kind(family: family, type: type, protocolNumber: number)
        if call.name == "socket" {
            append(call, .socket(made.first, kind))
        } else {
            append(call, .socketpair(made.first, made.count > 1 ? made[1] : nil, kind))
        }
    }

    /// A new socket of the same kind as another; nil where the call failed.
    private mutating func copy(of original: Int, _ call: Call) -> Int? {
        let (family, type) = (program.handles[original].family, program.handles[original].type)
        return call.madeDescriptors.first.map { adopt($0, by: call, family: family, type: type) }
    }

    private mutating func addConnection(_ call: Call) throws(ExportProblem) {
        let socket = try handle(call, call.name == "ioctl" ? "fd" : "sockfd")
        switch call.name {
        case "bind":
            guard let address = call.address else { throw Self.malformed(call) }
            append(call, .bind(socket, bindPlace(address, call)))
            if call.error == nil { places.bound(socket, to: address) }
        case "connect":
            guard let address = call.address else { throw Self.malformed(call) }
            append(call, .connect(socket, place(address, call)))
        case "listen":
            guard case .integer(let backlog)? = call.argument("backlog") else { throw Self.malformed(call) }
            append(call, .listen(socket, backlog: backlog))
            if call.error == nil { places.listens(socket) }
        case "shutdown":
            guard let how = call.programConstant("how") else { throw Self.malformed(call) }
            append(call, .shutdown(socket, how))
        case "ioctl":
            guard case .integer(let value)? = call.argument("argp") else { throw Self.malformed(call) }
            append(call, .setNonBlocking(socket, value != 0))
        default:
            append(call, call.name == "getsockname" ? .getsockname(socket) : .getpeername(socket))
            guard call.error == nil, case .address(let address)? = call.output("addr") else { return }
            if call.name == "getsockname" {
                places.told(address, of: socket, step: program.steps.count - 1)
            } else {
                places.gave(address, step: program.steps.count - 1)
            }
        }
    }

    /// The address of a call, and the note that a step is referred to.
    mutating func place(_ address: SocketAddress, _ call: Call) -> Program.Place {
        noted(places.place(address, statement: call.statement))
    }

    private mutating func bindPlace(_ address: SocketAddress, _ call: Call) -> Program.Place {
        noted(places.place(bound: address, statement: call.statement))
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

extension PlaceBook {
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

extension Call {
    /// The call with what it was given, as far as that is a number, a constant or a text.
    fileprivate var shownInWords: String {
        let words = arguments.compactMap { argument -> String? in
            switch argument.value {
            case .text(let text): String(text.prefix(40))
            case .integer(let number): String(number)
            case .constant(let name, _): name
            default: nil
            }
        }
        return "\(name)(\(words.joined(separator: ", ")))"
    }
}
