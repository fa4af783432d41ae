#if canImport(Glibc)
    @_exported import Glibc
#elseif canImport(Musl)
    @_exported import Musl
#elseif canImport(Darwin)
    @_exported import Darwin
#endif

// C's functions under names that the boundary's methods do not shadow. Called only within `Kernel`.

func systemSocket(_ family: Int32, _ type: Int32, _ number: Int32) -> Int32 { socket(family, type, number) }

func systemSocketpair(_ family: Int32, _ type: Int32, _ number: Int32, _ pair: UnsafeMutablePointer<Int32>) -> Int32 {
    socketpair(family, type, number, pair)
}

func systemDup(_ descriptor: Int32) -> Int32 { dup(descriptor) }

func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

func systemUnlink(_ path: UnsafePointer<CChar>) -> Int32 { unlink(path) }

func systemShutdown(_ descriptor: Int32, _ how: Int32) -> Int32 { shutdown(descriptor, how) }

func systemBind(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    bind(descriptor, address, length)
}

func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}

func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }

typealias AddressBuffer = UnsafeMutablePointer<sockaddr>
typealias LengthBuffer = UnsafeMutablePointer<socklen_t>

func systemAccept(_ descriptor: Int32, _ address: AddressBuffer, _ length: LengthBuffer) -> Int32 {
    accept(descriptor, address, length)
}

func systemGetsockname(_ descriptor: Int32, _ address: AddressBuffer, _ length: LengthBuffer) -> Int32 {
    getsockname(descriptor, address, length)
}

func systemGetpeername(_ descriptor: Int32, _ address: AddressBuffer, _ length: LengthBuffer) -> Int32 {
    getpeername(descriptor, address, length)
}

func systemSend(_ descriptor: Int32, _ data: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    send(descriptor, data, count, flags)
}

func systemSendto(
    _ descriptor: Int32,
    _ data: UnsafeRawBufferPointer,
    _ flags: Int32,
    _ address: UnsafePointer<sockaddr>,
    _ length: socklen_t
) -> Int {
    sendto(descriptor, data.baseAddress, data.count, flags, address, length)
}

func systemRecv(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    recv(descriptor, buffer, count, flags)
}

func systemRecvfrom(
    _ descriptor: Int32,
    _ buffer: UnsafeMutableRawBufferPointer,
    _ flags: Int32,
    _ address: AddressBuffer,
    _ length: LengthBuffer
) -> Int {
    recvfrom(descriptor, buffer.baseAddress, buffer.count, flags, address, length)
}

func systemSockatmark(_ descriptor: Int32) -> Int32 { sockatmark(descriptor) }

func systemSendmsg(_ descriptor: Int32, _ message: UnsafePointer<msghdr>, _ flags: Int32) -> Int {
    sendmsg(descriptor, message, flags)
}

func systemRecvmsg(_ descriptor: Int32, _ message: UnsafeMutablePointer<msghdr>, _ flags: Int32) -> Int {
    recvmsg(descriptor, message, flags)
}

func systemPoll(_ entries: UnsafeMutablePointer<pollfd>, _ count: Int, _ timeout: Int32) -> Int32 {
    poll(entries, nfds_t(count), timeout)
}

func systemGetsockopt(
    _ descriptor: Int32,
    _ level: Int32,
    _ option: Int32,
    _ value: UnsafeMutableRawPointer?,
    _ length: LengthBuffer
) -> Int32 {
    getsockopt(descriptor, level, option, value, length)
}

func systemSetsockopt(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: UnsafeRawBufferPointer) -> Int32 {
    setsockopt(descriptor, level, option, value.baseAddress, socklen_t(value.count))
}
