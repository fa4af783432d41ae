import SystemPackage

/// The result of recvmsg.
public struct Message: Hashable, Sendable {
    /// The data, one array for each buffer that got any, never more than fits.
    public let parts: [[UInt8]]
    /// The sender, if the kernel reports it.
    public let from: SocketAddress?
    /// The ancillary data. Descriptors in it are open, and the caller must close them.
    public let ancillary: [AncillaryMessage]
    /// `msg_flags`: what was truncated, and what kind of data it is.
    public let flags: MessageFlags

    /// The data in one piece.
    public var bytes: [UInt8] { parts.flatMap(\.self) }

    /// A message with the given contents.
    public init(parts: [[UInt8]], from: SocketAddress?, ancillary: [AncillaryMessage], flags: MessageFlags) {
        self.parts = parts
        self.from = from
        self.ancillary = ancillary
        self.flags = flags
    }
}

/// Calls that move data together with ancillary data.
extension Kernel {
    /// How many bytes one recvmsg may ask for.
    public static let largestMessage = 1 << 30

    /// sendmsg(2): sends the parts in sequence as one message, to an address or to the connected peer, with ancillary
    /// data; returns how many bytes of data the kernel took.
    public func sendmsg(
        _ descriptor: Int32,
        _ parts: [[UInt8]],
        to address: SocketAddress? = nil,
        ancillary: [AncillaryMessage] = [],
        flags: MessageFlags = []
    ) -> Returned<Void> {
        var data = parts.flatMap(\.self)
        var control = AncillaryMessage.control(of: ancillary)
        return withVectors(&data, sizes: parts.map(\.count)) { vectors in
            control.withUnsafeMutableBytes { control in
                withRaw(optional: address) { name, length in
                    var message = header(vectors, control)
                    message.msg_name = UnsafeMutableRawPointer(mutating: name)
                    message.msg_namelen = length
                    return invoke(.sendmsg) { systemSendmsg(descriptor, &message, flags.rawValue) }
                }
            }
        }
    }

    /// recvmsg(2): receives one message into buffers of the given sizes, with at most `controlCapacity` bytes of
    /// ancillary data. With `MSG_TRUNC` the result may exceed what fits.
    ///
    /// A negative size, or a total above ``largestMessage``, fails with `EINVAL` and without a call.
    public func recvmsg(
        _ descriptor: Int32,
        sizes: [Int],
        controlCapacity: Int = 0,
        flags: MessageFlags = [],
        discards: Bool = false
    ) -> Returned<Message> {
        guard let total = Self.total(sizes + [controlCapacity]) else { return refusal().map { .empty } }
        var data = [UInt8](repeating: 0, count: total - controlCapacity)
        var control = [UInt8](repeating: 0, count: controlCapacity)
        var storage = sockaddr_storage()
        var message = msghdr()
        let returned = withVectors(&data, sizes: sizes) { vectors in
            control.withUnsafeMutableBytes { control in
                withUnsafeMutableBytes(of: &storage) { name in
                    message = header(vectors, control)
                    message.msg_name = name.baseAddress
                    message.msg_namelen = socklen_t(name.count)
                    return invoke(.recvmsg) { systemRecvmsg(descriptor, &message, flags.rawValue) }
                }
            }
        }
        guard returned.errno == nil else { return returned.map { .empty } }
        let filled = min(Int(message.msg_controllen), control.count)
        return returned.map {
            Message(
                parts: split(data.prefix(discards ? 0 : max(returned.result, 0)), sizes: sizes),
                from: SocketAddress(storage: &storage, length: Int(message.msg_namelen)),
                ancillary: AncillaryMessage.messages(control: Array(control.prefix(filled))),
                flags: MessageFlags(rawValue: message.msg_flags)
            )
        }
    }

    /// The sum of sizes; nil if one is negative or the sum is too large.
    private static func total(_ sizes: [Int]) -> Int? {
        var total = 0
        for size in sizes {
            guard size >= 0, size <= largestMessage - total else { return nil }
            total += size
        }
        return total
    }
}

extension Message {
    /// The output of a failed call.
    static let empty = Self(parts: [], from: nil, ancillary: [], flags: [])
}

/// A message header without a name.
private func header(_ vectors: UnsafeMutableBufferPointer<iovec>, _ control: UnsafeMutableRawBufferPointer) -> msghdr {
    var message = msghdr()
    message.msg_iov = vectors.baseAddress
    message.msg_iovlen = numericCast(vectors.count)
    message.msg_control = control.isEmpty ? nil : control.baseAddress
    message.msg_controllen = numericCast(control.count)
    return message
}

/// Passes C a buffer as vectors of the given sizes, which add up to its length.
private func withVectors<Result>(
    _ data: inout [UInt8],
    sizes: [Int],
    _ body: (UnsafeMutableBufferPointer<iovec>) -> Result
) -> Result {
    data.withUnsafeMutableBytes { buffer in
        var vectors: [iovec] = []
        var offset = 0
        for size in sizes {
            vectors.append(iovec(iov_base: buffer.baseAddress.map { $0 + offset }, iov_len: size))
            offset += size
        }
        return vectors.withUnsafeMutableBufferPointer { body($0) }
    }
}

/// Passes an address to C, or none.
private func withRaw<Result>(
    optional address: SocketAddress?,
    _ body: (UnsafePointer<sockaddr>?, socklen_t) -> Result
) -> Result {
    guard let address else { return body(nil, 0) }
    return withRaw(address) { body($0, $1) }
}

/// The data in each buffer, up to the last that got any.
private func split(_ data: ArraySlice<UInt8>, sizes: [Int]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var rest = data
    for size in sizes where !rest.isEmpty {
        parts.append(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
    }
    return parts
}
