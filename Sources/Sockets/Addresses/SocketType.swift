/// The type of a socket, its second argument (socket(2)).
public struct SocketType: SymbolicConstant, CustomStringConvertible {
    /// The number by which the kernel knows it.
    public let rawValue: Int32

    /// Any number: the kernel decides whether it has such a type.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// A reliable two-way stream of bytes.
    public static let stream = Self(rawValue: 1)
    /// Connectionless messages of a bounded length.
    public static let datagram = Self(rawValue: 2)
    /// Direct access to the protocol below (raw(7)).
    public static let raw = Self(rawValue: 3)
    /// Reliably delivered messages (obsolete).
    public static let reliablyDelivered = Self(rawValue: 4)
    /// A reliable two-way connection that keeps record boundaries.
    public static let sequencedPacket = Self(rawValue: 5)

    /// The common prefix of the names.
    public static let prefix = "SOCK_"

    /// The types that a learner can name.
    public static let known: [Known<Self>] = [
        Known("SOCK_STREAM", stream, "a reliable stream of bytes, both ways"),
        Known("SOCK_DGRAM", datagram, "messages, each by itself, none guaranteed"),
        Known("SOCK_RAW", raw, "the protocol below, headers and all"),
        Known("SOCK_SEQPACKET", sequencedPacket, "a connection that keeps message boundaries"),
        Known("SOCK_RDM", reliablyDelivered, "reliable datagrams without order"),
    ]
}

extension SocketType {
    /// The type without the flags that Linux accepts in it (socket(2)).
    public var withoutFlags: SocketType {
        #if os(Linux)
            SocketType(rawValue: rawValue & 0xf)
        #else
            self
        #endif
    }
}

/// A flag that Linux accepts in a socket's type, and that `accept4` takes (socket(2), accept4(2)).
public struct SocketFlag: SymbolicConstant, CustomStringConvertible {
    /// The bit.
    public let rawValue: Int32

    /// Any bits.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Calls on the new descriptor never block.
    public static let nonBlocking = Self(rawValue: 0o4000)
    /// The descriptor is closed when the process runs another program.
    public static let closeOnExec = Self(rawValue: 0o2000000)

    /// The common prefix of the names.
    public static let prefix = "SOCK_"

    /// The two flags.
    public static let known: [Known<Self>] = [
        Known("SOCK_NONBLOCK", nonBlocking, "calls on it never wait"),
        Known("SOCK_CLOEXEC", closeOnExec, "closed when another program is run"),
    ]
}
