import Sockets

extension Program {
    /// The paths of unix sockets that the program makes and that would stand in its way the next time.
    var unlinked: [[UInt8]] {
        var left: [[UInt8]] = []
        for step in steps where step.outcome == .success {
            if case .unlink(let path) = step.action { left.removeAll { $0 == path } }
            if let path = step.action.boundPath { left.append(path) }
        }
        return left
    }

    /// The sockets whose port the program tells after a step.
    func announced(after step: Step) -> [Int] {
        let bound: Int
        switch step.action {
        case .bind(let handle, _) where handles[handle].type != .stream: bound = handle
        case .listen(let handle, _): bound = handle
        default: return []
        }
        return ports.contains { $0.handle == bound } ? [bound] : []
    }
}

extension Program.Action {
    /// The C function.
    var function: String {
        switch self {
        case .socket: "socket"
        case .socketpair: "socketpair"
        case .dup: "dup"
        case .close: "close"
        case .shutdown: "shutdown"
        case .setNonBlocking: "ioctl"
        case .bind: "bind"
        case .connect: "connect"
        case .listen: "listen"
        case .accept: "accept"
        case .unlink: "unlink"
        case .getsockname: "getsockname"
        case .getpeername: "getpeername"
        case .sockatmark: "sockatmark"
        case .send(_, _, _, let place): place == nil ? "send" : "sendto"
        case .receive(_, _, _, let wantsAddress): wantsAddress ? "recvfrom" : "recv"
        case .sendMessage: "sendmsg"
        case .sendFile: "sendfile"
        case .receiveMessage: "recvmsg"
        case .poll: "poll"
        case .getOption: "getsockopt"
        case .setOption: "setsockopt"
        case .lookUp(let lookup): lookup.function
        case .injected(let name, _), .converted(let name, _), .unknown(let name, _, _): name
        }
    }

    /// Whether it hands data to the kernel.
    var isSend: Bool {
        switch self {
        case .send, .sendMessage, .sendFile: true
        default: false
        }
    }

    /// What a program says in a comment, if it does nothing.
    var remark: String? {
        switch self {
        case .injected(let call, let error): "Here the session made \(call) fail with \(error)."
        case .converted(_, let call): "Here the session called \(call)."
        case .unknown(_, let call, _): "Here the session called \(call), which this program does not do."
        default: nil
        }
    }

    /// The socket that it acts on; nil if it makes one, or acts on none or several.
    var handle: Int? {
        switch self {
        case .close(let handle), .shutdown(let handle, _), .setNonBlocking(let handle, _), .bind(let handle, _),
            .connect(let handle, _), .listen(let handle, _), .accept(_, let handle, _), .getsockname(let handle),
            .getpeername(let handle), .sockatmark(let handle), .send(let handle, _, _, _),
            .receive(let handle, _, _, _),
            .sendMessage(let handle, _, _, _, _), .sendFile(let handle, _, _, _),
            .receiveMessage(let handle, _, _, _, _), .dup(_, let handle),
            .getOption(let handle, _, _, _, _), .setOption(let handle, _, _, _):
            handle
        case .unknown(_, _, let handle): handle
        case .socket, .socketpair, .poll, .lookUp, .unlink, .injected, .converted: nil
        }
    }

    /// The path that it gives to a unix socket.
    var boundPath: [UInt8]? {
        guard case .bind(_, let place) = self, case .unix(.path(let path)) = place.address else { return nil }
        return path
    }

    /// The sockets that it makes.
    var made: [Int] {
        switch self {
        case .socket(let new?, _), .dup(let new?, _), .accept(let new?, _, _): [new]
        case .socketpair(let one, let other, _): [one, other].compactMap { $0 }
        case .receiveMessage(_, _, _, _, let sockets): sockets
        default: []
        }
    }
}

extension Program.Lookup {
    /// The C function.
    var function: String {
        switch self {
        case .addressInfo: "getaddrinfo"
        case .nameInfo: "getnameinfo"
        case .service: "getservbyname"
        case .serviceName: "getservbyport"
        case .protocolNumber: "getprotobyname"
        case .protocolName: "getprotobynumber"
        case .host: "gethostbyname"
        case .hostOfAddress: "gethostbyaddr"
        case .ownName: "gethostname"
        }
    }
}
