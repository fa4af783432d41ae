import Journal
import Shell
import Sockets

/// Calls that send data. All of them may wait until the kernel has room.
extension Invocation {
    /// send(2): bytes to the connected peer, through the socket's transport if it has one.
    ///
    /// - Returns: how many bytes the kernel, or the transport, took.
    public func send(_ bytes: ArraySlice<UInt8>, on socket: Socket, flags: MessageFlags) throws(Failure) -> Int {
        guard let transport = socket.transport else { return try sendPlain(bytes, on: socket, flags: flags) }
        return try carriage(of: socket, transport).send(bytes, flags)
    }

    /// send(2) of bytes as they are on the wire.
    func sendPlain(_ bytes: ArraySlice<UInt8>, on socket: Socket, flags: MessageFlags) throws(Failure) -> Int {
        try perform(.send, on: socket, sending(bytes, on: socket, flags)) { kernel in
            bytes.withUnsafeBytes { kernel.send(socket.descriptor, $0, flags: flags) }
        }.result
    }

    /// send(2) repeatedly until the kernel has taken everything, as Python's `sendall` does.
    public func sendAll(_ bytes: ArraySlice<UInt8>, on socket: Socket, flags: MessageFlags) throws(Failure) {
        if let transport = socket.transport {
            return try carriage(of: socket, transport).sendAll(bytes, flags)
        }
        var rest = bytes
        while !rest.isEmpty { rest = rest.dropFirst(try sendPlain(rest, on: socket, flags: flags)) }
    }

    /// sendto(2): one datagram to an address, through the socket's transport if it has one.
    ///
    /// - Returns: how many bytes the kernel, or the transport, took.
    public func sendto(
        _ bytes: ArraySlice<UInt8>,
        _ address: SocketAddress,
        on socket: Socket,
        flags: MessageFlags
    ) throws(Failure) -> Int {
        guard let transport = socket.transport else {
            return try sendtoPlain(bytes, address, on: socket, flags: flags)
        }
        let carriage = Carriage(
            invocation: self,
            socket: socket,
            transport: transport,
            sendWire: { (bytes, flags) throws(Failure) in
                try sendtoPlain(bytes, address, on: socket, flags: flags)
            },
            receiveWire: { (size, flags) throws(Failure) in try recvPlain(size, on: socket, flags: flags).bytes }
        )
        return try carriage.send(bytes, flags)
    }

    /// sendto(2) of bytes as they are on the wire.
    private func sendtoPlain(
        _ bytes: ArraySlice<UInt8>,
        _ address: SocketAddress,
        on socket: Socket,
        flags: MessageFlags
    ) throws(Failure) -> Int {
        try perform(
            .sendto,
            on: socket,
            sending(bytes, on: socket, flags) + [
                Argument("dest_addr", .address(address)), Argument("addrlen", .integer(address.rawCount)),
            ]
        ) { kernel in
            bytes.withUnsafeBytes { kernel.sendto(socket.descriptor, $0, flags: flags, to: address) }
        }.result
    }

    /// sendfile(2): has the kernel move bytes of an open file into a socket.
    ///
    /// - Parameters:
    ///   - offset: where in the file to begin.
    ///   - count: how many bytes; all that follow if nil.
    /// - Returns: how many bytes the kernel took.
    public func sendfile(_ file: File, offset: Int, count: Int?, on socket: Socket) throws(Failure) -> Int {
        try refuseTransport(of: socket, "sendfile", "sendall @FILE sends it through \(socket.name)")
        let descriptor = file.descriptor.rawValue
        // Linux takes no more than this in one call (sendfile(2)).
        let size = file.size
        let wanted = count ?? size.map { max($0 - offset, 0) } ?? 0x7fff_f000
        return try perform(
            .sendfile,
            on: socket,
            [
                Argument("out_fd", .descriptor(socket.descriptor)), Argument("in_fd", .descriptor(descriptor)),
                // Not in C, but without it nobody could tell later what was sent.
                Argument("in_file", .text(file.path)), Argument("offset", .integer(offset)),
                Argument("count", .integer(wanted)),
            ],
            // Where the file ends is not in C either; it tells why fewer bytes were moved.
            outputs: { [Argument("offset", .integer($0))] + (size.map { [Argument("in_size", .integer($0))] } ?? []) }
        ) { $0.sendfile(socket.descriptor, file: descriptor, offset: offset, count: wanted) }.result
    }

    private func sending(_ bytes: ArraySlice<UInt8>, on socket: Socket, _ flags: MessageFlags) -> [Argument] {
        [
            Argument("sockfd", .descriptor(socket.descriptor)),
            Argument("buf", .data(bytes.withUnsafeBytes { Clip($0) })),
            Argument("len", .integer(bytes.count)),
            Argument("flags", .named(flags)),
        ]
    }
}
