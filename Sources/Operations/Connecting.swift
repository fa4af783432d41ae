import Journal
import Shell
import Sockets

/// Calls on a socket's addresses and on its connection.
extension Invocation {
    /// bind(2): gives the socket an address of its own.
    public func bind(_ socket: Socket, to address: SocketAddress) throws(Failure) {
        try perform(.bind, on: socket, addressed(socket, address)) { $0.bind(socket.descriptor, to: address) }
    }

    /// listen(2): lets peers connect.
    ///
    /// - Parameter backlog: how many finished connections may wait to be accepted.
    public func listen(_ socket: Socket, backlog: Int32) throws(Failure) {
        try perform(
            .listen,
            on: socket,
            [Argument("sockfd", .descriptor(socket.descriptor)), Argument("backlog", .integer(Int(backlog)))]
        ) { $0.listen(socket.descriptor, backlog: backlog) }
    }

    /// accept(2), or accept4(2) if there are flags: takes the oldest finished connection, waiting for one, and adopts
    /// the new socket. The address is the peer's, as the kernel reported it.
    public func accept(
        _ socket: Socket,
        flags: SocketFlag = SocketFlag(rawValue: 0)
    ) throws(Failure) -> (socket: Socket, peer: SocketAddress?) {
        var arguments = asking(socket)
        if flags.rawValue != 0 { arguments.append(Argument("flags", .constant(flags.names, Int(flags.rawValue)))) }
        let returned = try perform(
            flags.rawValue == 0 ? .accept : .accept4,
            on: socket,
            arguments,
            outputs: { written($0) }
        ) { $0.accept(socket.descriptor, flags: flags.rawValue) }
        let peer = adopt(
            Int32(returned.result),
            prefix: "c",
            family: socket.family,
            type: socket.type,
            protocolNumber: socket.protocolNumber
        )
        return (peer, returned.output)
    }

    /// connect(2): connects to a peer, waiting for its answer; a datagram socket only sets whom it sends to and hears.
    public func connect(_ socket: Socket, to address: SocketAddress) throws(Failure) {
        try perform(.connect, on: socket, addressed(socket, address)) {
            $0.connect(socket.descriptor, to: address)
        }
    }

    /// getsockname(2): the socket's own address; nil if the kernel reports none.
    public func getsockname(_ socket: Socket) throws(Failure) -> SocketAddress? {
        try perform(.getsockname, on: socket, asking(socket), outputs: { written($0) }) {
            $0.getsockname(socket.descriptor)
        }.output
    }

    /// getpeername(2): the peer's address; nil if the kernel reports none.
    public func getpeername(_ socket: Socket) throws(Failure) -> SocketAddress? {
        try perform(.getpeername, on: socket, asking(socket), outputs: { written($0) }) {
            $0.getpeername(socket.descriptor)
        }.output
    }
}

extension SocketFlag {
    /// Joined as C writes flags: `SOCK_NONBLOCK|SOCK_CLOEXEC`.
    fileprivate var names: String {
        Self.known.filter { $0.value.rawValue & rawValue != 0 }.map(\.name).joined(separator: "|")
    }
}
