/// The flags argument of the send and recv families, and what recvmsg returns in `msg_flags` (send(2), recv(2)).
public struct MessageFlags: SymbolicFlags {
    /// The bits as the kernel takes them.
    public let rawValue: Int32

    /// Any bits: the kernel says which it knows.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Urgent data (RFC 9293 section 3.8.5).
    public static let outOfBand = Self(rawValue: 0x1)
    /// Look at waiting data without removing it.
    public static let peek = Self(rawValue: 0x2)
    #if os(Linux)
        /// Send only to hosts on directly connected networks.
        public static let dontRoute = Self(rawValue: 0x4)
        /// Returned by recvmsg: ancillary data did not fit.
        public static let controlTruncated = Self(rawValue: 0x8)
        /// As an argument: return the datagram's real length. Returned: the datagram did not fit.
        public static let truncated = Self(rawValue: 0x20)
        /// Do not block in this call.
        public static let dontWait = Self(rawValue: 0x40)
        /// Ends a record.
        public static let endOfRecord = Self(rawValue: 0x80)
        /// Wait until all the requested data has arrived.
        public static let waitAll = Self(rawValue: 0x100)
        /// Tell the link layer that the peer is reachable.
        public static let confirm = Self(rawValue: 0x800)
        /// Receive from the socket's error queue.
        public static let errorQueue = Self(rawValue: 0x2000)
        /// No SIGPIPE, only EPIPE.
        public static let noSignal = Self(rawValue: 0x4000)
        /// More is coming: hold back a partial segment or datagram.
        public static let more = Self(rawValue: 0x8000)
        /// Do not copy; completion is reported through the error queue.
        public static let zeroCopy = Self(rawValue: 0x400_0000)
        /// Send data in the SYN (tcp(7)).
        public static let fastOpen = Self(rawValue: 0x2000_0000)
        /// Received descriptors are closed on exec.
        public static let closeOnExec = Self(rawValue: 0x4000_0000)
    #else
        /// Send only to hosts on directly connected networks.
        public static let dontRoute = Self(rawValue: 0x4)
        /// Ends a record.
        public static let endOfRecord = Self(rawValue: 0x8)
        /// Returned: the datagram did not fit.
        public static let truncated = Self(rawValue: 0x10)
        /// Returned by recvmsg: ancillary data did not fit.
        public static let controlTruncated = Self(rawValue: 0x20)
        /// Wait until all the requested data has arrived.
        public static let waitAll = Self(rawValue: 0x40)
        /// Do not block in this call.
        public static let dontWait = Self(rawValue: 0x80)
        /// No SIGPIPE, only EPIPE.
        public static let noSignal = Self(rawValue: 0x80000)
    #endif

    /// The common prefix of the names.
    public static let prefix = "MSG_"

    /// The flags by name, each with one line about it.
    public static let known: [Known<Self>] = {
        var flags = [
            Known("MSG_OOB", outOfBand, "urgent data"),
            Known("MSG_PEEK", peek, "look without taking"),
            Known("MSG_DONTROUTE", dontRoute, "only to directly connected networks"),
            Known("MSG_CTRUNC", controlTruncated, "ancillary data was cut"),
            Known("MSG_TRUNC", truncated, "the datagram's real length; or: it was cut"),
            Known("MSG_DONTWAIT", dontWait, "never wait in this call"),
            Known("MSG_EOR", endOfRecord, "ends a record"),
            Known("MSG_WAITALL", waitAll, "wait until all is there"),
            Known("MSG_NOSIGNAL", noSignal, "EPIPE without the signal"),
        ]
        #if os(Linux)
            flags += [
                Known("MSG_MORE", more, "more is coming: hold back a partial segment"),
                Known("MSG_CONFIRM", confirm, "the peer was heard of just now"),
                Known("MSG_ERRQUEUE", errorQueue, "read the error queue"),
                Known("MSG_ZEROCOPY", zeroCopy, "send without a copy"),
                Known("MSG_FASTOPEN", fastOpen, "data in the SYN"),
                Known("MSG_CMSG_CLOEXEC", closeOnExec, "close received descriptors on exec"),
            ]
        #endif
        return flags
    }()
}

/// The direction that shutdown shuts down (shutdown(2)).
public struct ShutdownHow: SymbolicConstant, CustomStringConvertible {
    /// The number by which the kernel knows it.
    public let rawValue: Int32

    /// Any number: the kernel rejects all but its three.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// No more receiving.
    public static let read = Self(rawValue: 0)
    /// No more sending: the peer sees the end of the stream.
    public static let write = Self(rawValue: 1)
    /// Neither receiving nor sending.
    public static let both = Self(rawValue: 2)

    /// The common prefix of the names.
    public static let prefix = "SHUT_"

    /// The three directions.
    public static let known: [Known<Self>] = [
        Known("SHUT_RD", read, "no more receiving"),
        Known("SHUT_WR", write, "no more sending: the peer reads the end"),
        Known("SHUT_RDWR", both, "neither"),
    ]
}
