import Journal
import Language
import Sockets

/// Whom a lesson may reach: sockets of this process, and what its head names.
extension Confinement {
    /// Rejects an address that a call passes to the kernel and that is neither the lesson's own nor granted.
    func check(
        _ address: SocketAddress,
        for kind: CallKind,
        on socket: Socket?,
        of session: Session,
        at span: Span
    ) throws(Failure) {
        switch address {
        case .unspecified, .unix(.unnamed): return
        case .unix(.path(let path)): try check(path: path, isBound: kind == .bind, socket, session, span)
        case .unix(.abstract(let name)): try check(name, as: address, isBound: kind == .bind, socket, span)
        case .inet, .inet6:
            guard Self.isLocal(address) else { return try checkFar(address, span) }
            guard socket?.type != .raw else { return }
            if kind == .bind { return try checkOwn(address, socket, session, span) }
            try checkNear(address, socket, session, span)
        case .netlink, .packet, .vsock, .other: throw Self.refusal("use the address \(address)", at: span)
        }
    }

    /// Whether an address of an Internet family is this machine's loopback, or stands for all of its addresses.
    static func isLocal(_ address: SocketAddress) -> Bool {
        switch address {
        case .inet(let host, _): host.octets[0] == 127 || host == .any
        case .inet6(let host, _, _, _): host == .loopback || host == .any || host.mapped?.octets[0] == 127
        case .unix, .unspecified: true
        case .netlink, .packet, .vsock, .other: false
        }
    }

    private func checkFar(_ address: SocketAddress, _ span: Span) throws(Failure) {
        guard !rights.networks.contains(where: { $0.contains(address) }) else { return }
        throw Self.refusal(
            "reach \(address)",
            "its head may ask for addresses: networks: \(address.host ?? "")",
            "netshell learn --outside allows all, if you trust the lesson",
            at: span
        )
    }

    /// Rejects a port of this machine that no socket of this process has: another program may listen there and do what
    /// it is told.
    private func checkNear(
        _ address: SocketAddress,
        _ socket: Socket?,
        _ session: Session,
        _ span: Span
    ) throws(Failure) {
        guard let port = address.port.map({ UInt16(truncatingIfNeeded: $0) }), port != 0,
            !rights.hasAllPorts, !room.ports.contains(port), !isGrantedHere(address)
        else { return }
        let type = socket?.type ?? .stream
        if room.hasSocket(type, where: { own, descriptor in Self.takes(own, descriptor, what: address) }) {
            return
        }
        // One that it had and that nobody has now: the kernel will say so.
        if session.hasHad(port: port), Observation.freePort(port, type, isReused: true) != nil { return }
        throw Self.refusal(
            "speak to another program, at \(address)",
            "its head may name a port of its own, ports: PORT=\(port), or ask for that program: networks: \(Self.named(address))",
            "netshell learn --outside allows all, if you trust the lesson",
            at: span
        )
    }

    /// Rejects binding to a port that the lesson's head does not name and that it did not get from the kernel: a learner
    /// may want to reach another program there.
    private func checkOwn(
        _ address: SocketAddress,
        _ socket: Socket?,
        _ session: Session,
        _ span: Span
    ) throws(Failure) {
        guard let port = address.port.map({ UInt16(truncatingIfNeeded: $0) }), port != 0,
            !rights.hasAllPorts, !room.ports.contains(port), !isGrantedHere(address),
            !room.hasSocket(.stream, where: { own, _ in own.port == UInt32(port) }),
            !room.hasSocket(.datagram, where: { own, _ in own.port == UInt32(port) }),
            !session.hasHad(port: port)
        else { return }
        throw Self.refusal(
            "take the port \(port)",
            "its head may name it, ports: PORT=\(port); or bind port 0, for any",
            at: span
        )
    }

    private func isGrantedHere(_ address: SocketAddress) -> Bool {
        rights.networks.contains { $0.isLocal && $0.contains(address) }
    }

    /// Whether what is sent to a loopback address comes to a socket of this process with this address of its own.
    private static func takes(_ own: SocketAddress, _ descriptor: Int32, what address: SocketAddress) -> Bool {
        guard own.port == address.port else { return false }
        if own.isWildcard {
            guard case .inet6 = own else { return version4(address) != nil }
            return version4(address) == nil || !Observation.isVersion6Only(descriptor)
        }
        guard let here = version4(own), let there = version4(address) else { return host(own) == host(address) }
        return here == there
    }

    /// The IPv4 host of an address, also of one in IPv6 form; the one of loopback for all of this machine's.
    private static func version4(_ address: SocketAddress) -> IPv4Address? {
        let host: IPv4Address? =
            switch address {
            case .inet(let host, _): host
            case .inet6(let host, _, _, _): host.mapped
            default: nil
            }
        return host == .any ? .loopback : host
    }

    private static func host(_ address: SocketAddress) -> IPv6Address? {
        guard case .inet6(let host, _, _, _) = address, host.mapped == nil else { return nil }
        return host == .any ? .loopback : host
    }

    /// An address and its port as a head names them.
    private static func named(_ address: SocketAddress) -> String {
        guard let host = address.host, let port = address.port else { return address.description }
        return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

/// Unix sockets: a terminal multiplexer, an agent with keys, a bus do what they are told by whoever may speak to them.
extension Confinement {
    private func check(
        path bytes: [UInt8],
        isBound: Bool,
        _ socket: Socket?,
        _ session: Session,
        _ span: Span
    ) throws(Failure) {
        guard let path = String(validating: bytes, as: UTF8.self) else {
            throw Self.refusal("use a path that is not UTF-8", at: span)
        }
        let type = socket?.type ?? .stream
        if !isBound, room.hasSocket(type, where: { own, _ in own == .unix(.path(bytes)) }) { return }
        try check(path: path, for: .writing, of: session, at: span)
    }

    private func check(
        _ name: [UInt8],
        as address: SocketAddress,
        isBound: Bool,
        _ socket: Socket?,
        _ span: Span
    ) throws(Failure) {
        guard name.starts(with: Self.prefix.utf8) else {
            throw Self.refusal("use the name \(address)", "a lesson's names begin with @\(Self.prefix)", at: span)
        }
        let type = socket?.type ?? .stream
        guard !isBound, !room.hasSocket(type, where: { own, _ in own == address }),
            !Observation.canMake(.unix, type, boundTo: address)
        else { return }
        throw Self.refusal("speak to another program, at \(address)", at: span)
    }
}

extension Session {
    /// Whether a socket of the session has had a port; the journal knows.
    fileprivate func hasHad(port: UInt16) -> Bool {
        var found = false
        journal.backwards { call in
            found = call.local?.port == UInt32(port)
            return !found
        }
        return found
    }
}
