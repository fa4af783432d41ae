import Journal
import Language
import Sockets

extension Invocation {
    /// What names refer to.
    private var names: Names { Names(session, scope) }

    /// Adopts a new descriptor, under ``chosenName`` or the next free name unless one is given. It becomes the current
    /// socket, in a background block only that block's; but not in a background call or within ``scoped(_:orElse:)``,
    /// since what is made there must not change which socket the next typed line acts on.
    public func adopt(
        _ descriptor: Int32,
        prefix: String,
        named: String? = nil,
        family: AddressFamily,
        type: SocketType,
        protocolNumber: ProtocolNumber
    ) -> Socket {
        let adoption = session.adoptionScope(of: statement)
        let wanted = named ?? chosenName
        var name = wanted ?? freeName(prefix: prefix)
        // While the call waited, a job may have made a socket with this name.
        if session.sockets[name] != nil { name = freeName(prefix: name) }
        session.variables[name] = nil
        session.account.note(name, 0)
        let socket = session.sockets.add(
            name: name,
            descriptor: descriptor,
            family: family,
            type: type,
            protocolNumber: protocolNumber,
            isBackground: job != nil,
            isTemporary: adoption != nil
        )
        adoption?.made.append(socket)
        if let scope {
            if let wanted { scope.name(socket, wanted) }
            if adoption == nil, scope === job?.scope { names.use(socket) }
        }
        session.journal.note(MadeSocket(id: socket.id, name: name, descriptor: descriptor), by: statement)
        return socket
    }

    /// The socket that a command without a name acts on.
    public var currentSocket: Socket? { names.current }

    /// Makes a socket the one that a command without a name acts on; in a background block, only for that block.
    public func use(_ socket: Socket) { names.use(socket) }

    /// The variables by name, as the statement sees them.
    public var variables: [String: Value] { names.variables }

    /// The name chosen for what the statement makes, before the `=`; nil within ``scoped(_:orElse:)``, where it goes to
    /// the reply and not to the first socket made.
    public var chosenName: String? { session.adoptionScope(of: statement) == nil ? target?.text : nil }

    /// A name for a socket that no other socket or variable has.
    public func freeName(prefix: String) -> String {
        while true {
            let name = session.sockets.freeName(prefix: prefix)
            if session.variables[name] == nil { return name }
        }
    }
}
