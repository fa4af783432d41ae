import Journal
import Language
import Shell
import Sockets

/// From what was typed to what the kernel takes: names in it are looked up, as calls of their own.
extension Invocation {
    /// The number of a protocol: the database is queried for a name without a macro.
    ///
    /// - Parameter family: the socket's, which may have names of its own, as netlink and packet have.
    public func resolve(_ typed: TypedProtocol, family: AddressFamily? = nil) throws(Failure) -> ProtocolNumber {
        switch typed {
        case .number(let number): return number
        case .name(let name):
            if let number = family.flatMap({ ProtocolNumber(familyName: name, family: $0) }) { return number }
            return try protocolEntry(named: name)?.number ?? .automatic
        }
    }

    /// The address that was typed.
    ///
    /// - Parameter passive: whether it is for bind, so that no host means every address of this machine.
    public func resolve(_ typed: TypedAddress, for socket: Socket, passive: Bool) throws(Failure) -> SocketAddress {
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
        case .number(let port): port
        case .service(let name): try serviceEntry(named: name, socket.type == .datagram ? "udp" : "tcp")?.port ?? 0
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
            throw failure(.gaierror, "\(Quoting.word(name)) has no address of the socket's family")
        }
        return first.address
    }
}
