import Journal
import Shell
import Sockets

/// Calls that move data together with ancillary data.
extension Invocation {
    /// sendmsg(2): the concatenated parts as one message, with ancillary data.
    ///
    /// - Parameter address: whom to send it to; the connected peer if nil.
    /// - Returns: how many bytes of data the kernel took.
    public func sendmsg(
        _ parts: [[UInt8]],
        to address: SocketAddress?,
        ancillary: [AncillaryMessage],
        on socket: Socket,
        flags: MessageFlags
    ) throws(Failure) -> Int {
        try refuseTransport(of: socket, "sendmsg", "send and sendall go through it")
        return try perform(
            .sendmsg,
            on: socket,
            [
                Argument("sockfd", .descriptor(socket.descriptor)),
                Argument("msg_name", address.map { .address($0) } ?? .null),
                Argument("msg_iov", .list(parts.map { .data($0) })),
                Argument("msg_control", .ancillary(ancillary)),
                Argument("flags", .named(flags)),
            ]
        ) { $0.sendmsg(socket.descriptor, parts, to: address, ancillary: ancillary, flags: flags) }.result
    }

    /// recvmsg(2): one message of at most `size` bytes, with at most `controlSize` bytes of ancillary data. Descriptors
    /// among it are the caller's: ``adopt(received:)`` takes them in.
    public func recvmsg(
        _ size: Int,
        controlSize: Int,
        on socket: Socket,
        flags: MessageFlags
    ) throws(Failure) -> Returned<Message> {
        try refuseTransport(of: socket, "recvmsg", "recv goes through it")
        return try perform(
            .recvmsg,
            on: socket,
            [
                Argument("sockfd", .descriptor(socket.descriptor)),
                Argument("msg_name", .room(addressRoom)),
                Argument("msg_iov", .list([.room(size)])),
                Argument("msg_control", .room(controlSize)),
                Argument("flags", .named(flags)),
            ],
            outputs: written
        ) {
            $0.recvmsg(
                socket.descriptor,
                sizes: [size],
                controlCapacity: controlSize,
                flags: flags,
                discards: socket.discards(flags)
            )
        }
    }

    /// Closes a received descriptor of a process, which nothing here uses, and notes that.
    public func release(processDescriptor descriptor: Int32) {
        note("descriptor \(descriptor) stood for a process, and was closed")
        closeUnused(descriptor)
    }

    /// Takes in received descriptors: a socket under a name, `r1` and so on. Any other is closed, so that none leaks,
    /// and a note says so.
    public func adopt(received descriptors: [Int32]) -> (sockets: [Socket], closed: [Int32]) {
        var (sockets, closed): ([Socket], [Int32]) = ([], [])
        for descriptor in descriptors {
            if let nature = Observation.nature(of: descriptor) {
                sockets.append(
                    adopt(
                        descriptor,
                        prefix: "r",
                        named: freeName(prefix: "r"),
                        family: nature.family,
                        type: nature.type,
                        protocolNumber: nature.protocolNumber
                    )
                )
            } else {
                note("descriptor \(descriptor) is no socket, and was closed")
                closeUnused(descriptor)
                closed.append(descriptor)
            }
        }
        return (sockets, closed)
    }
}

/// What recvmsg wrote.
private func written(_ message: Message) -> [Argument] {
    [
        Argument("msg_name", message.from.map { .address($0) } ?? .null),
        Argument("msg_iov", .list(message.parts.map { .data($0) })),
        Argument("msg_control", .ancillary(message.ancillary)),
        Argument("msg_flags", .named(message.flags)),
    ]
}
