import Journal
import Shell
import Sockets

/// What a receiving call returned.
public struct Received: Sendable {
    /// The bytes; none at the end of a stream, and none if the kernel discarded them (``Shell/Socket/discards(_:)``).
    public let bytes: [UInt8]
    /// Who sent them; nil if the kernel does not say.
    public let from: SocketAddress?
    /// What C returned, which with `MSG_TRUNC` may be more than the bytes: the real length of a datagram, or how many
    /// were discarded.
    public let length: Int
}

/// Calls that receive data. All of them may wait until there is some, except sockatmark, which only asks.
extension Invocation {
    /// recv(2): at most `size` bytes, through the socket's transport if it has one; none at the end of a stream.
    public func recv(_ size: Int, on socket: Socket, flags: MessageFlags = []) throws(Failure) -> [UInt8] {
        try received(size, on: socket, flags: flags).bytes
    }

    /// recv(2) into the caller's memory, through the socket's transport if it has one; returns how many bytes came, 0
    /// at the end of a stream. Without a transport the journal keeps at most this many of them.
    func recv(
        into buffer: UnsafeMutableRawBufferPointer,
        on socket: Socket,
        keeping most: Int
    ) throws(Failure) -> Int {
        guard socket.transport == nil else {
            let bytes = try recv(buffer.count, on: socket)
            buffer.copyBytes(from: bytes)
            return bytes.count
        }
        return try perform(
            .recv,
            on: socket,
            receiving(buffer.count, on: socket, []),
            outputs: { count in
                let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                return [Argument("buf", .data(Clip(bytes, keeping: most)))]
            }
        ) { kernel in
            let returned = kernel.recv(socket.descriptor, into: buffer, flags: [])
            return returned.map { min(max(returned.result, 0), buffer.count) }
        }.output
    }

    /// recv(2) with everything that it reports.
    public func received(_ size: Int, on socket: Socket, flags: MessageFlags) throws(Failure) -> Received {
        guard let transport = socket.transport else { return try recvPlain(size, on: socket, flags: flags) }
        let bytes = try carriage(of: socket, transport).receive(size, flags)
        return Received(bytes: bytes, from: nil, length: bytes.count)
    }

    /// recv(2) of bytes as they are on the wire.
    func recvPlain(_ size: Int, on socket: Socket, flags: MessageFlags) throws(Failure) -> Received {
        let discards = socket.discards(flags)
        let returned = try perform(
            .recv,
            on: socket,
            receiving(size, on: socket, flags),
            outputs: { discards ? [] : [Argument("buf", .data($0))] }
        ) { $0.recv(socket.descriptor, size: size, flags: flags, discards: discards) }
        return Received(bytes: returned.output, from: nil, length: returned.result)
    }

    /// recvfrom(2): at most `size` bytes, through the socket's transport if it has one, and from whom. Bytes that a
    /// transport held come from nobody: no call was made.
    public func recvfrom(_ size: Int, on socket: Socket, flags: MessageFlags) throws(Failure) -> Received {
        guard let transport = socket.transport else { return try recvfromPlain(size, on: socket, flags: flags) }
        var from: SocketAddress?
        let carriage = Carriage(
            invocation: self,
            socket: socket,
            transport: transport,
            sendWire: { (bytes, flags) throws(Failure) in try sendPlain(bytes, on: socket, flags: flags) },
            receiveWire: { (size, flags) throws(Failure) in
                let received = try recvfromPlain(size, on: socket, flags: flags)
                from = received.from
                return received.bytes
            }
        )
        let bytes = try carriage.receive(size, flags)
        return Received(bytes: bytes, from: from, length: bytes.count)
    }

    /// recvfrom(2) of bytes as they are on the wire.
    private func recvfromPlain(_ size: Int, on socket: Socket, flags: MessageFlags) throws(Failure) -> Received {
        let returned = try perform(
            .recvfrom,
            on: socket,
            receiving(size, on: socket, flags) + [
                Argument("src_addr", .room(addressRoom)), Argument("addrlen", .integer(addressRoom)),
            ],
            outputs: { [Argument("buf", .data($0.bytes))] + written($0.from, as: "src_addr") }
        ) { $0.recvfrom(socket.descriptor, size: size, flags: flags, discards: socket.discards(flags)) }
        return Received(bytes: returned.output.bytes, from: returned.output.from, length: returned.result)
    }

    /// sockatmark(3): whether all that was sent before the urgent byte has been read; false where there is none. It never
    /// waits.
    public func sockatmark(_ socket: Socket) throws(Failure) -> Bool {
        try perform(.sockatmark, on: socket, [Argument("sockfd", .descriptor(socket.descriptor))]) {
            $0.sockatmark(socket.descriptor)
        }.result != 0
    }

    /// The arguments with which all calls of the recv family begin.
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
    /// Whether the kernel discards what it takes: `MSG_TRUNC` on a TCP socket (tcp(7)).
    public func discards(_ flags: MessageFlags) -> Bool {
        isTCP && flags.rawValue & MessageFlags.truncated.rawValue != 0
    }
}
