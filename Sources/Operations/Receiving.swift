import Journal
import Shell
import Sockets

/// What calls that receive data do. All of them may wait until there is some.
extension Invocation {
    /// recv(2): at most `size` bytes; none at the end of a stream.
    public func recv(_ size: Int, on socket: Socket, flags: MessageFlags = []) throws(Failure) -> [UInt8] {
        try received(size, on: socket, flags: flags).output
    }

    /// recv(2) with what it returned, which tells more than the bytes: the real length of a datagram with `MSG_TRUNC`, or
    /// how many bytes a TCP socket threw away (tcp(7)).
    public func received(
        _ size: Int,
        on socket: Socket,
        flags: MessageFlags
    ) throws(Failure) -> Returned<[UInt8]> {
        let discards = socket.discards(flags)
        return try perform(
            .recv,
            on: socket,
            receiving(size, on: socket, flags),
            outputs: { discards ? [] : [Argument("buf", .data($0))] }
        ) { $0.recv(socket.descriptor, size: size, flags: flags, discards: discards) }
    }

    /// recvfrom(2): at most `size` bytes, and from whom, as far as the kernel tells.
    public func recvfrom(
        _ size: Int,
        on socket: Socket,
        flags: MessageFlags
    ) throws(Failure) -> Returned<(bytes: [UInt8], from: SocketAddress?)> {
        try perform(
            .recvfrom,
            on: socket,
            receiving(size, on: socket, flags) + [
                Argument("src_addr", .room(addressRoom)), Argument("addrlen", .integer(addressRoom)),
            ],
            outputs: { [Argument("buf", .data($0.bytes))] + written($0.from, as: "src_addr") }
        ) { $0.recvfrom(socket.descriptor, size: size, flags: flags, discards: socket.discards(flags)) }
    }

    /// The arguments that all calls of the recv family begin with.
    private func receiving(_ size: Int, on socket: Socket, _ flags: MessageFlags) -> [Argument] {
        [
            Argument("sockfd", .descriptor(socket.descriptor)),
            Argument("buf", .room(size)),
            Argument("len", .integer(size)),
            Argument("flags", .named(flags)),
        ]
    }
}

extension Socket {
    /// Whether the kernel throws away what it takes: `MSG_TRUNC` on a TCP socket (tcp(7)).
    public func discards(_ flags: MessageFlags) -> Bool {
        isTCP && flags.rawValue & MessageFlags.truncated.rawValue != 0
    }
}
