import Journal
import Shell
import Sockets

/// Calls that end sockets, and remove their names.
extension Invocation {
    /// close(2): ends a socket and takes it out of the session. It waits only if the socket lingers (SO_LINGER,
    /// socket(7)). Whatever close returns, the descriptor is gone; only a fault keeps the kernel from seeing the call.
    ///
    /// A transport first sends, as far as the kernel has room, what it holds and that nothing more will come; unless another
    /// descriptor shares it.
    public func close(_ socket: Socket) throws(Failure) {
        if let transport = socket.transport,
            !session.sockets.all.contains(where: { $0 !== socket && $0.transport === transport })
        {
            carriage(of: socket, transport).sayGoodbye()
        }
        do throws(Failure) {
            try perform(
                .close,
                on: socket,
                [Argument("fd", .descriptor(socket.descriptor))]
            ) { $0.close(socket.descriptor) }
        } catch {
            if error.call?.isInjected == false { session.sockets.remove(socket) }
            throw error
        }
        session.sockets.remove(socket)
    }

    /// close(2) of a descriptor that is not a socket of the session's and of no use to it. The journal has its failure.
    func closeUnused(_ descriptor: Int32) {
        _ = try? perform(.close, [Argument("fd", .descriptor(descriptor))]) { $0.close(descriptor) }
    }

    /// shutdown(2): ends one direction of a connection, or both. Before sending ends, a transport sends everything it
    /// holds and that nothing more will come.
    public func shutdown(_ socket: Socket, _ how: ShutdownHow) throws(Failure) {
        if how != .read, let transport = socket.transport { try carriage(of: socket, transport).finish() }
        try perform(
            .shutdown,
            on: socket,
            [Argument("sockfd", .descriptor(socket.descriptor)), Argument("how", .named(how))]
        ) { $0.shutdown(socket.descriptor, how) }
    }

    /// unlink(2): takes a name out of the file system, such as one that bind gave to a unix socket.
    public func unlink(_ path: String) throws(Failure) {
        try perform(.unlink, [Argument("pathname", .text(path))]) { $0.unlink(path) }
    }
}
