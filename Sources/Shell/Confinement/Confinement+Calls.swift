import Journal
import Language
import Sockets

/// Which calls a lesson's own statements may make, and with what.
extension Confinement {
    /// Rejects a call that is not allowed, or not with these arguments.
    func check(
        call kind: CallKind,
        on socket: Socket?,
        _ arguments: [Argument],
        of session: Session,
        at span: Span
    ) throws(Failure) {
        try room.take(.calls, at: span)
        if let socket, socket.isForeign {
            throw Self.refusal("use \(socket.name), a descriptor that it did not make", at: span)
        }
        switch kind {
        case .socket, .socketpair: try checkMaking(arguments, of: session, at: span)
        case .accept, .accept4: try room.check(.sockets, session.sockets.count + 1, at: span)
        case .dup:
            try room.check(.sockets, session.sockets.count + 1, at: span)
            if socket == nil { try checkDescriptors(in: arguments, of: session, at: span) }
        case .bind: try checkBinding(arguments, on: socket, of: session, at: span)
        case .listen:
            // The kernel gives an unbound socket a port on every address (listen(2) leaves that to ip(7)).
            if let address = socket.flatMap({ Observation.localAddress(of: $0.descriptor) }) {
                try checkReachable(at: address, "listen on", span)
            }
        case .connect, .send, .sendto, .sendmsg, .sendfile:
            try checkSending(kind, arguments, on: socket, of: session, at: span)
        case .setsockopt, .getsockopt: try check(option: arguments, isSet: kind == .setsockopt, at: span)
        case .poll: try checkDescriptors(in: arguments, of: session, at: span)
        case .recv, .recvfrom, .recvmsg, .sockatmark, .shutdown, .getsockname, .getpeername, .close, .ioctl: return
        case .inet_pton, .inet_ntop, .inet_aton, .inet_ntoa, .if_nametoindex, .if_indextoname, .if_nameindex,
            .gethostname:
            return
        // A path is checked where it is typed.
        case .unlink: return
        default: throw Self.refusal("call \(kind)", at: span)
        }
    }

    /// Accounts for a call that succeeded: what it moved, and the name that it made.
    func note(call kind: CallKind, _ arguments: [Argument], result: Int, at span: Span) throws(Failure) {
        if kind.has(.sends) || kind.has(.receives) { try room.take(.traffic, max(result, 0), at: span) }
        guard kind == .bind else { return }
        for case .address(.unix(.path(let path))) in arguments.map(\.value) {
            note(made: String(decoding: path, as: UTF8.self))
        }
    }

    /// Rejects binding where other machines could come in, and where other programs belong.
    private func checkBinding(
        _ arguments: [Argument],
        on socket: Socket?,
        of session: Session,
        at span: Span
    ) throws(Failure) {
        for case .address(let address) in arguments.map(\.value) {
            try check(address, for: .bind, on: socket, of: session, at: span)
            try checkReachable(at: address, "bind", span)
        }
    }

    private func checkSending(
        _ kind: CallKind,
        _ arguments: [Argument],
        on socket: Socket?,
        of session: Session,
        at span: Span
    ) throws(Failure) {
        for argument in arguments {
            switch argument.value {
            case .address(let address): try check(address, for: kind, on: socket, of: session, at: span)
            case .ancillary(let messages):
                for message in messages where !message.isHarmless {
                    throw Self.refusal("send \(message.name)", at: span)
                }
                try checkDescriptors(in: [argument], of: session, at: span)
            default: continue
            }
        }
    }

    /// Rejects descriptors that the session has not made. A number that nobody has is the kernel's to refuse.
    private func checkDescriptors(in arguments: [Argument], of session: Session, at span: Span) throws(Failure) {
        var passed: [Int32] = []
        for argument in arguments {
            switch argument.value {
            case .descriptor(let descriptor): passed.append(descriptor)
            case .poll(let entries): passed += entries.map(\.descriptor)
            case .ancillary(let messages): for case .rights(let descriptors) in messages { passed += descriptors }
            default: continue
            }
        }
        for descriptor in passed where Observation.isOpen(descriptor) && !session.sockets.made(descriptor) {
            throw Self.refusal("use the descriptor \(descriptor), which it did not make", at: span)
        }
    }

    /// Rejects letting other machines in, at the address that stands for all of this machine's.
    private func checkReachable(at address: SocketAddress, _ deed: String, _ span: Span) throws(Failure) {
        guard address.isWildcard, !rights.hasAllPorts, !rights.networks.contains(where: { $0.contains(address) })
        else { return }
        let host = if case .inet6 = address { "::" } else { "0.0.0.0" }
        throw Self.refusal(
            "\(deed) \(host): other machines could come in",
            "127.0.0.1 and ::1 are for this machine; its head may ask for more: networks: \(host)",
            "netshell learn --outside allows all, if you trust the lesson",
            at: span
        )
    }
}

extension Confinement {
    /// The families whose sockets stay on this machine, and two that a socket cannot be made of (socket(2)).
    private static let families: Set<Int32> = [AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6, AF_IPX]
    /// The protocols that have ports, and MPTCP (RFC 8684), which is TCP over several paths.
    private static let protocols: Set<Int32> = [0, 6, 17, 136, 262]
    /// The protocols of a ping socket (icmp(7)), which sends echo requests only.
    private static let pings: Set<Int32> = [1, 58]

    /// Rejects a socket of a family, a type or a protocol that reaches beyond what a lesson needs: the kernel itself
    /// (netlink), the wire (packet), other programs' packets (raw).
    private func checkMaking(_ arguments: [Argument], of session: Session, at span: Span) throws(Failure) {
        try room.check(.sockets, session.sockets.count + 1, at: span)
        let constants = arguments.map { argument -> (String, Int32) in
            guard case .constant(let name, let number) = argument.value else { return ("", 0) }
            return (name, Int32(truncatingIfNeeded: number))
        }
        guard constants.count == 3 else {
            for (family, number) in constants.prefix(1) where !Self.families.contains(number) {
                throw Self.refusal("make a socket of the family \(family)", at: span)
            }
            return
        }
        let (family, type, number) = (constants[0], constants[1], constants[2])
        guard Self.families.contains(family.1) else {
            throw Self.refusal("make a socket of the family \(family.0)", at: span)
        }
        let kind = SocketType(rawValue: type.1).withoutFlags
        switch kind {
        case .stream, .datagram, .sequencedPacket:
            if Self.protocols.contains(number.1) || kind == .datagram && Self.pings.contains(number.1) { return }
            // TCP and UDP have one type each; what mixes them is the kernel's to refuse.
            if kind == .stream, Self.pings.contains(number.1) { return }
            throw Self.refusal("make a socket of the protocol \(number.0)", at: span)
        case .raw:
            if rights.hasRawSockets || family.1 == AF_UNIX { return }
            throw Self.refusal("make a raw socket", "its head may ask for them: requires: raw", at: span)
        default: throw Self.refusal("make a socket of the type \(type.0)", at: span)
        }
    }
}

extension AncillaryMessage {
    /// Whether it leaves a datagram on its path and claims nothing.
    fileprivate var isHarmless: Bool {
        switch self {
        case .rights, .credentials, .timeToLive, .hopLimit, .typeOfService, .trafficClass, .segmentSize: true
        default: false
        }
    }
}
