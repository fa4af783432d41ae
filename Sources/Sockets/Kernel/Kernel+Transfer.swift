import SystemPackage

/// Calls that move data, and one that asks where in the data the next read is.
extension Kernel {
    /// sockatmark(3): returns 1 if the next read is at the mark of urgent data, 0 if not.
    public func sockatmark(_ descriptor: Int32) -> Returned<Void> {
        invoke(.sockatmark) { Int(systemSockatmark(descriptor)) }
    }

    /// send(2): sends bytes to the connected peer; returns how many the kernel took.
    public func send(_ descriptor: Int32, _ data: UnsafeRawBufferPointer, flags: MessageFlags) -> Returned<Void> {
        invoke(.send) { systemSend(descriptor, data.baseAddress, data.count, flags.rawValue) }
    }

    /// sendto(2): sends bytes to an address, or to the connected peer if there is none.
    public func sendto(
        _ descriptor: Int32,
        _ data: UnsafeRawBufferPointer,
        flags: MessageFlags,
        to address: SocketAddress
    ) -> Returned<Void> {
        withRaw(address) { pointer, length in
            invoke(.sendto) {
                systemSendto(descriptor, data, flags.rawValue, pointer, length)
            }
        }
    }

    /// recv(2) into the caller's buffer; returns how many bytes arrived, 0 at the end of a stream.
    public func recv(
        _ descriptor: Int32,
        into buffer: UnsafeMutableRawBufferPointer,
        flags: MessageFlags
    ) -> Returned<Void> {
        invoke(.recv) { systemRecv(descriptor, buffer.baseAddress, buffer.count, flags.rawValue) }
    }

    /// recv(2) of at most `size` bytes; the output is what arrived, never more than fits, and nothing if the kernel
    /// `discards` the bytes: `MSG_TRUNC` on a TCP socket (tcp(7)).
    public func recv(
        _ descriptor: Int32,
        size: Int,
        flags: MessageFlags,
        discards: Bool = false
    ) -> Returned<[UInt8]> {
        var returned: Returned<Void>?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let result = recv(descriptor, into: UnsafeMutableRawBufferPointer(buffer), flags: flags)
            count = discards ? 0 : min(max(result.result, 0), size)
            returned = result
        }
        return (returned ?? neverCalled).map { bytes }
    }

    /// recvfrom(2): the output is what arrived, as for recv, and the sender, if the kernel reports it.
    public func recvfrom(
        _ descriptor: Int32,
        size: Int,
        flags: MessageFlags,
        discards: Bool = false
    ) -> Returned<(bytes: [UInt8], from: SocketAddress?)> {
        var returned: Returned<SocketAddress?>?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let result = receivingAddress { pointer, length in
                invoke(.recvfrom) {
                    systemRecvfrom(descriptor, UnsafeMutableRawBufferPointer(buffer), flags.rawValue, pointer, length)
                }
            }
            count = discards ? 0 : min(max(result.result, 0), size)
            returned = result
        }
        return (returned ?? neverCalled.map { nil }).map { (bytes, $0) }
    }

    #if os(Linux)
        /// sendfile(2): up to `count` bytes of a file starting at `offset`; the output is the new offset.
        public func sendfile(_ descriptor: Int32, file: Int32, offset: Int, count: Int) -> Returned<Int> {
            var position = off_t(offset)
            return invoke(.sendfile) { Glibc.sendfile(descriptor, file, &position, count) }.map { Int(position) }
        }
    #endif

    /// A return for the impossible case: the array's initializer always runs its closure.
    private var neverCalled: Returned<Void> {
        Returned(result: -1, errno: .ioError, start: now(), duration: 0, injected: false, output: ())
    }
}
