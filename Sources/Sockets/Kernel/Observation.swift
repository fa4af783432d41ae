/// Kernel queries for the shell's own purposes: never journaled, never failing loudly, never changing a socket.
public enum Observation {
    /// The state of a socket, according to the kernel; nil if the descriptor is not a socket.
    ///
    /// TCP reports it in `TCP_INFO`'s first byte. For the rest it is what the kernel keeps in the same field: `LISTEN`
    /// if `SO_ACCEPTCONN` says so, `ESTABLISHED` if there is a peer, else `CLOSE`.
    public static func state(of descriptor: Int32, isTCP: Bool) -> ConnectionState? {
        #if os(Linux)
            if isTCP {
                var state: UInt8 = 0
                var length: socklen_t = 1
                let tcpInfo: Int32 = 11
                let result = systemGetsockopt(descriptor, ProtocolNumber.tcp.rawValue, tcpInfo, &state, &length)
                return result == 0 ? ConnectionState(rawValue: state) : nil
            }
        #endif
        if integerOption(descriptor, SOL_SOCKET, SO_ACCEPTCONN) == 1 { return .listen }
        return hasPeer(descriptor).map { $0 ? .established : .closed }
    }

    /// Waits until a descriptor can be read, or has ended; false if a signal came first (poll(2)).
    public static func waitUntilReadable(_ descriptor: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return systemPoll(&entry, 1, -1) >= 0
    }

    /// Whether the socket has a peer; nil if the descriptor is not a socket.
    private static func hasPeer(_ descriptor: Int32) -> Bool? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { systemGetpeername(descriptor, $0, &length) }
        }
        if result == 0 { return true }
        return errno == EBADF || errno == ENOTSOCK ? nil : false
    }

    /// The value of an `int` option; nil if the socket does not have it.
    public static func integerOption(_ descriptor: Int32, _ level: Int32, _ option: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return systemGetsockopt(descriptor, level, option, &value, &length) == 0 ? value : nil
    }

    /// The name of a TCP socket's congestion control (`TCP_CONGESTION`, tcp(7)); nil if it has none.
    public static func congestionControl(of descriptor: Int32) -> String? {
        #if os(Linux)
            var name = [UInt8](repeating: 0, count: 16)
            var length = socklen_t(name.count)
            guard systemGetsockopt(descriptor, 6, 13, &name, &length) == 0 else { return nil }
            return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        #else
            return nil
        #endif
    }

    /// The socket's own address.
    public static func localAddress(of descriptor: Int32) -> SocketAddress? {
        receivingAddress { pointer, length in
            observed(systemGetsockname(descriptor, pointer, length))
        }.output
    }

    /// The peer's address; nil without a peer.
    public static func peerAddress(of descriptor: Int32) -> SocketAddress? {
        receivingAddress { pointer, length in
            observed(systemGetpeername(descriptor, pointer, length))
        }.output
    }

    /// Bytes waiting to be read (`FIONREAD`); for a datagram socket, the size of the next datagram.
    public static func bytesIn(_ descriptor: Int32) -> Int? { count(descriptor, request: UInt(FIONREAD)) }

    /// Bytes not yet acknowledged, or not yet sent (`SIOCOUTQ`, the same as `TIOCOUTQ`).
    public static func bytesOut(_ descriptor: Int32) -> Int? { count(descriptor, request: UInt(TIOCOUTQ)) }

    /// What poll reports now for each descriptor.
    public static func readiness(of entries: [PollEntry]) -> [PollEvents] {
        var raw = entries.map { pollfd(fd: $0.descriptor, events: $0.events.rawValue, revents: 0) }
        _ = systemPoll(&raw, raw.count, 0)
        return raw.map { PollEvents(rawValue: $0.revents) }
    }

    /// Whether calls on the descriptor may block; nil if it is not open.
    public static func isBlocking(_ descriptor: Int32) -> Bool? {
        let flags = fcntl(descriptor, F_GETFL)
        return flags == -1 ? nil : flags & O_NONBLOCK == 0
    }

    private static func count(_ descriptor: Int32, request: UInt) -> Int? {
        var value: Int32 = 0
        return ioctl(descriptor, request, &value) == 0 ? Int(value) : nil
    }

    private static func observed(_ result: Int32) -> Returned<Void> {
        Returned(
            result: Int(result),
            errno: result == -1 ? .current : nil,
            start: 0,
            duration: 0,
            injected: false,
            output: ()
        )
    }
}

extension Observation {
    /// What kind of socket a descriptor is; nil if it is not one.
    public static func nature(
        of descriptor: Int32
    ) -> (family: AddressFamily, type: SocketType, protocolNumber: ProtocolNumber)? {
        guard let type = integerOption(descriptor, SOL_SOCKET, SO_TYPE) else { return nil }
        #if os(Linux)
            let family = integerOption(descriptor, SOL_SOCKET, SO_DOMAIN) ?? 0
            let number = integerOption(descriptor, SOL_SOCKET, SO_PROTOCOL) ?? 0
        #else
            let family = localAddress(of: descriptor)?.family.rawValue ?? 0
            let number: Int32 = 0
        #endif
        return (AddressFamily(rawValue: family), SocketType(rawValue: type), ProtocolNumber(rawValue: number))
    }
}

extension Observation {
    /// Everything the kernel reports about a TCP connection (`TCP_INFO`, tcp(7)), field by field; nil if the descriptor
    /// is not a TCP socket, or the system has no such option.
    public static func tcpInfo(of descriptor: Int32) -> OptionValue? {
        guard let option = SocketOption.find("TCP_INFO", level: .tcp) else { return nil }
        var bytes = [UInt8](repeating: 0, count: option.capacity)
        var length = socklen_t(bytes.count)
        let result = bytes.withUnsafeMutableBytes {
            systemGetsockopt(descriptor, option.level.rawValue, option.number, $0.baseAddress, &length)
        }
        guard result == 0 else { return nil }
        return option.decode(Array(bytes.prefix(min(Int(length), bytes.count))))
    }
}

extension Observation {
    /// Moves one of the shell's own descriptors out of the way, so that a learner's first socket is descriptor 3, as in
    /// a program of their own. Returns the new descriptor, or the old one if none is free.
    public static func movedAside(_ descriptor: Int32) -> Int32 {
        let lowest: Int32 = 100
        let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, lowest)
        guard moved >= 0 else {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
        }
        _ = systemClose(descriptor)
        return moved
    }

    /// Fills standard input, output or error if it is closed, so that no socket takes its place and is sent what is
    /// printed. It is `/dev/null` opened in the wrong direction: using it fails, as it did before.
    public static func holdStandardDescriptors() {
        for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
        }
    }
}

extension Observation {
    /// Runs a closure while every low descriptor is taken, so that what it opens for the shell's own purposes is out of
    /// the learner's way. Only at startup, before there is a second thread.
    public static func aside<Result>(_ body: () -> Result) -> Result {
        let lowest: Int32 = 100
        var held: [Int32] = []
        var descriptor = dup(0)
        while descriptor >= 0, descriptor < lowest {
            held.append(descriptor)
            descriptor = dup(0)
        }
        if descriptor >= 0 { held.append(descriptor) }
        defer { for descriptor in held { _ = systemClose(descriptor) } }
        return body()
    }
}
