import Journal
import Shell
import Sockets

/// Calls that create sockets. Each takes what it created into the session, under a name of its own.
extension Invocation {
    /// socket(2): creates a socket and adopts it.
    ///
    /// - Parameter name: the name it gets; the name before the `=`, or the next free one, if nil.
    public func socket(
        _ family: AddressFamily,
        _ type: TypeWithFlags.Parsed,
        _ number: ProtocolNumber = .automatic,
        named name: String? = nil
    ) throws(Failure) -> Socket {
        let returned = try perform(.socket, endpoint(family, type, number)) {
            $0.socket(family, type: type.rawValue, protocol: number)
        }
        return adopt(
            Int32(returned.result),
            prefix: "s",
            named: name,
            family: family,
            type: type.type,
            protocolNumber: number
        )
    }

    /// socketpair(2): creates two connected sockets and adopts both. The second gets the first's name with a number
    /// after it if that name was chosen, else the next free name.
    public func socketpair(
        _ family: AddressFamily = .unix,
        _ type: TypeWithFlags.Parsed = TypeWithFlags.Parsed(.stream),
        _ number: ProtocolNumber = .automatic
    ) throws(Failure) -> (Socket, Socket) {
        let returned = try perform(
            .socketpair,
            endpoint(family, type, number),
            outputs: { [Argument("sv", .list([.descriptor($0.0), .descriptor($0.1)]))] }
        ) { $0.socketpair(family, type: type.rawValue, protocol: number) }
        let second = chosenName.map(secondName)
        let made = [(returned.output.0, nil), (returned.output.1, second)].map { descriptor, name in
            adopt(descriptor, prefix: "s", named: name, family: family, type: type.type, protocolNumber: number)
        }
        return (made[0], made[1])
    }

    /// dup(2): makes another descriptor of the same open socket and adopts it. Both share a transport.
    public func dup(_ socket: Socket) throws(Failure) -> Socket {
        let returned = try perform(.dup, on: socket, [Argument("oldfd", .descriptor(socket.descriptor))]) {
            $0.dup(socket.descriptor)
        }
        let copy = adopt(
            Int32(returned.result),
            prefix: "s",
            family: socket.family,
            type: socket.type,
            protocolNumber: socket.protocolNumber
        )
        copy.transport = socket.transport
        copy.isForeign = socket.isForeign
        return copy
    }

    /// dup(2) of any open descriptor, as Python's `socket.fromfd` does: the duplicate is adopted as a socket, the
    /// original stays open. If it is not a socket, closes the duplicate again and throws `NotASocket`.
    ///
    /// - Parameters:
    ///   - family: the address family; the kernel is asked if nil.
    ///   - type: the type; the kernel is asked if nil.
    public func fromfd(
        _ descriptor: Int32,
        family: AddressFamily? = nil,
        type: SocketType? = nil
    ) throws(Failure) -> Socket {
        let isOwn = session.sockets.made(descriptor)
        let returned = try perform(.dup, [Argument("oldfd", .descriptor(descriptor))]) { $0.dup(descriptor) }
        let duplicate = Int32(returned.result)
        let nature = Observation.nature(of: duplicate)
        guard let family = family ?? nature?.family, let type = type ?? nature?.type else {
            closeUnused(duplicate)
            throw failure(.notASocket, "descriptor \(descriptor) is not a socket")
        }
        let socket = adopt(
            duplicate,
            prefix: "s",
            family: family,
            type: type,
            protocolNumber: nature?.protocolNumber ?? .automatic
        )
        socket.isForeign = !isOwn
        return socket
    }

    private func endpoint(
        _ family: AddressFamily,
        _ type: TypeWithFlags.Parsed,
        _ number: ProtocolNumber
    ) -> [Argument] {
        [
            Argument("domain", .named(family)),
            Argument("type", .constant(type.description, Int(type.rawValue))),
            Argument("protocol", .constant(number.description(in: family), Int(number.rawValue))),
        ]
    }

    /// The name of a pair's second socket: the first's with a 2, or with the next number that neither a socket nor a
    /// variable has.
    private func secondName(_ first: String) -> String {
        var number = 2
        while session.sockets[first + String(number)] != nil || session.variables[first + String(number)] != nil {
            number += 1
        }
        return first + String(number)
    }
}
