import Journal
import Language
import Sockets

extension Invocation {
    /// Makes a call to the resolver or a database of names, records it, and throws where it failed. It may take long,
    /// so the session is open to jobs meanwhile.
    public func lookUp<Output: Sendable>(
        _ name: String,
        _ arguments: [Argument],
        outputs: (Output) -> [Argument] = { _ in [] },
        _ body: @escaping @Sendable (Kernel) -> NameReturned<Output>
    ) throws(Failure) -> Output {
        try confinement?.check(lookUp: name, arguments, at: span)
        waiter.flush()
        let start = now()
        guard let returned = Self.asksOthers(name) ? answer(body) : answerHere(body) else {
            recordUnanswered(name, arguments, since: start)
            throw Failure(.interrupted(session.lastCall), at: span)
        }
        session.record(
            Call(
                name: name,
                statement: statement,
                arguments: arguments,
                result: returned.result,
                error: returned.failure.map { .name($0) },
                outputs: returned.failure == nil ? outputs(returned.output) : [],
                start: returned.start,
                duration: returned.duration,
                isInjected: returned.injected
            )
        )
        if returned.failure != nil { throw Failure(.call(session.lastCall), at: span) }
        return returned.output
    }

    /// The number of a protocol: asked of the database where it was typed as a name without a macro.
    ///
    /// - Parameter family: the socket's, which may have names of its own, as netlink and packet have.
    public func resolve(_ typed: TypedProtocol, family: AddressFamily? = nil) throws(Failure) -> ProtocolNumber {
        switch typed {
        case .number(let number): return number
        case .name(let name):
            if let number = family.flatMap({ ProtocolNumber(familyName: name, family: $0) }) { return number }
            let entry = try lookUp("getprotobyname", [Argument("name", .text(name))]) { $0.getprotobyname(name) }
            return entry.map(\.number) ?? .automatic
        }
    }

    /// The address that was typed: names in it are looked up, as calls of their own.
    ///
    /// - Parameter passive: whether it is for bind, so that no host means every address of this machine.
    public func resolve(_ typed: TypedAddress, for socket: Socket, passive: Bool) throws(Failure) -> SocketAddress {
        let address = try unconfined(typed, for: socket, passive: passive)
        try confinement?.check(address, at: span)
        return address
    }

    private func unconfined(
        _ typed: TypedAddress,
        for socket: Socket,
        passive: Bool
    ) throws(Failure) -> SocketAddress {
        guard case .internet(let host, let portWord, let flowInfo, let scope) = typed else {
            guard case .ready(let address) = typed else { return .unspecified }
            return address
        }
        let port = try resolve(portWord, for: socket)
        switch host {
        case .any where socket.family == .inet6: return .inet6(.any, port: port, flowInfo: flowInfo, scope: scope ?? 0)
        case .any: return .inet(.any, port: port)
        case .inet(let address): return .inet(address, port: port)
        case .inet6(let address, let typedScope):
            return .inet6(address, port: port, flowInfo: flowInfo, scope: scope ?? typedScope)
        case .name(let name): return try resolve(name, port, for: socket, passive: passive)
        }
    }

    /// The port of a service, with the socket's own protocol.
    private func resolve(_ word: PortWord, for socket: Socket) throws(Failure) -> UInt16 {
        switch word {
        case .number(let port): return port
        case .service(let name):
            let transport = socket.type == .datagram ? "udp" : "tcp"
            let entry = try lookUp(
                "getservbyname",
                [Argument("name", .text(name)), Argument("proto", .text(transport))],
                outputs: { $0.map { [Argument("s_port", .integer(Int($0.port)))] } ?? [] }
            ) { $0.getservbyname(name, protocol: transport) }
            return entry?.port ?? 0
        }
    }

    private func resolve(
        _ name: String,
        _ port: UInt16,
        for socket: Socket,
        passive: Bool
    ) throws(Failure) -> SocketAddress {
        let hints = AddressHints(family: socket.family, type: socket.type, flags: passive ? .passive : [])
        let found = try addresses(name, String(port), hints)
        guard let first = found.first else {
            throw failure("gaierror", "\(Quoting.word(name)) has no address of the socket's family")
        }
        return first.address
    }

    /// getaddrinfo(3) as a call of its own.
    public func addresses(_ host: String?, _ service: String?, _ hints: AddressHints) throws(Failure) -> [AddressInfo] {
        try lookUp(
            "getaddrinfo",
            [
                Argument("node", host.map { .text($0) } ?? .null),
                Argument("service", service.map { .text($0) } ?? .null),
                Argument("ai_family", .constant(hints.family.description, Int(hints.family.rawValue))),
                Argument("ai_socktype", .constant(hints.type.description, Int(hints.type.rawValue))),
                Argument("ai_protocol", .integer(Int(hints.protocolNumber.rawValue))),
                Argument("ai_flags", .constant(hints.flags.description, Int(hints.flags.rawValue))),
            ],
            outputs: { [Argument("res", .list($0.map { .address($0.address) }))] }
        ) { $0.getaddrinfo(host: host, service: service, hints: hints) }
    }
}
