import CSockets
import SystemPackage

/// Calls that set or return an address.
extension Kernel {
    /// bind(2): assigns the socket a local address.
    public func bind(_ descriptor: Int32, to address: SocketAddress) -> Returned<Void> {
        withRaw(address) { pointer, length in invoke(.bind) { Int(systemBind(descriptor, pointer, length)) } }
    }

    /// connect(2): connects to a peer; for a datagram socket, sets whom to send to and receive from.
    public func connect(_ descriptor: Int32, to address: SocketAddress) -> Returned<Void> {
        withRaw(address) { pointer, length in invoke(.connect) { Int(systemConnect(descriptor, pointer, length)) } }
    }

    /// listen(2): lets peers connect; `backlog` limits how many may wait to be accepted.
    public func listen(_ descriptor: Int32, backlog: Int32) -> Returned<Void> {
        invoke(.listen) { Int(systemListen(descriptor, backlog)) }
    }

    /// accept(2), or accept4(2) if there are flags; the output is the peer's address.
    public func accept(_ descriptor: Int32, flags: Int32 = 0) -> Returned<SocketAddress?> {
        receivingAddress { pointer, length in
            #if os(Linux)
                if flags != 0 { return invoke(.accept4) { Int(csockets_accept4(descriptor, pointer, length, flags)) } }
            #endif
            return invoke(.accept) { Int(systemAccept(descriptor, pointer, length)) }
        }
    }

    /// getsockname(2): the socket's own address.
    public func getsockname(_ descriptor: Int32) -> Returned<SocketAddress?> {
        receivingAddress { pointer, length in
            invoke(.getsockname) { Int(systemGetsockname(descriptor, pointer, length)) }
        }
    }

    /// getpeername(2): the peer's address.
    public func getpeername(_ descriptor: Int32) -> Returned<SocketAddress?> {
        receivingAddress { pointer, length in
            invoke(.getpeername) { Int(systemGetpeername(descriptor, pointer, length)) }
        }
    }
}

/// Passes an address to C.
func withRaw<Result>(
    _ address: SocketAddress,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    // Padded to the largest layout, so that C never reads past a short address.
    let raw = address.raw
    return withUnsafeTemporaryAllocation(
        byteCount: max(raw.count, MemoryLayout<sockaddr_storage>.size),
        alignment: MemoryLayout<sockaddr_storage>.alignment
    ) { buffer in
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        buffer.copyBytes(from: raw)
        return buffer.withMemoryRebound(to: sockaddr.self) { addresses in
            // The buffer is never empty.
            guard let base = addresses.baseAddress else { preconditionFailure("an address buffer has room") }
            return body(UnsafePointer(base), socklen_t(raw.count))
        }
    }
}

/// Lets C write an address and reads it back.
func receivingAddress(
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Returned<Void>
) -> Returned<SocketAddress?> {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let returned = withUnsafeMutablePointer(to: &storage) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
    }
    guard returned.errno == nil else { return returned.map { nil } }
    return returned.map { SocketAddress(storage: &storage, length: Int(length)) }
}

extension SocketAddress {
    /// The address in a `sockaddr_storage` of which the kernel filled `length` bytes; nil if it filled none.
    init?(storage: inout sockaddr_storage, length: Int) {
        let address = withUnsafeBytes(of: &storage) { bytes -> SocketAddress? in
            let filled = min(length, bytes.count)
            guard filled >= 2 else { return nil }
            return SocketAddress(raw: Array(bytes.prefix(filled)))
        }
        guard let address else { return nil }
        self = address
    }
}
