import SystemPackage

/// What poll requests and returns (poll(2)).
public struct PollEvents: OptionSet, Hashable, Sendable, CustomStringConvertible {
    /// The bits as the kernel takes them.
    public let rawValue: Int16

    /// Any bits.
    public init(rawValue: Int16) { self.rawValue = rawValue }

    /// There is something to read, a client to accept, or the end of the stream.
    public static let readable = Self(rawValue: Int16(POLLIN))
    /// Urgent data, or another exception.
    public static let urgent = Self(rawValue: Int16(POLLPRI))
    /// There is room to write.
    public static let writable = Self(rawValue: Int16(POLLOUT))
    /// Only returned: an error is pending (`SO_ERROR` fetches it).
    public static let error = Self(rawValue: Int16(POLLERR))
    /// Only returned: the connection is over.
    public static let hangUp = Self(rawValue: Int16(POLLHUP))
    /// Only returned: not an open descriptor.
    public static let invalid = Self(rawValue: Int16(POLLNVAL))
    #if os(Linux)
        /// The peer sends no more.
        public static let peerHangUp = Self(rawValue: 0x2000)
        /// The event that reports that the peer sends no more.
        public static let streamEnd = peerHangUp
    #else
        /// The event that reports that the peer sends no more.
        public static let streamEnd = hangUp
    #endif

    /// The events by name.
    public static let known: [Known<Self>] = {
        var events = [
            Known("POLLIN", readable, "something to read"),
            Known("POLLPRI", urgent, "urgent data"),
            Known("POLLOUT", writable, "room to write"),
            Known("POLLERR", error, "an error is pending"),
            Known("POLLHUP", hangUp, "the connection is over"),
            Known("POLLNVAL", invalid, "not an open descriptor"),
        ]
        #if os(Linux)
            events.append(Known("POLLRDHUP", peerHangUp, "the peer sends no more"))
        #endif
        return events
    }()

    /// The events that a spelling names: `in`, `POLLIN|POLLOUT`; nil if a part is unknown.
    public init?(spelling: String) {
        var events: Self = []
        for part in spelling.split(separator: "|", omittingEmptySubsequences: false) {
            let upper = part.uppercased()
            guard let known = Self.known.first(where: { $0.name == upper || $0.name.dropFirst(4) == upper }) else {
                return nil
            }
            events.insert(known.value)
        }
        self = events
    }

    /// In C notation: `POLLIN|POLLOUT`, `0` for none.
    public var description: String {
        rawValue == 0 ? "0" : Self.known.filter { contains($0.value) }.map(\.name).joined(separator: "|")
    }
}

/// One entry of poll's array.
public struct PollEntry: Hashable, Sendable {
    /// The descriptor.
    public var descriptor: Int32
    /// The requested events.
    public var events: PollEvents
    /// The returned events.
    public var returned: PollEvents

    /// An entry that requests `events`.
    public init(descriptor: Int32, events: PollEvents, returned: PollEvents = []) {
        self.descriptor = descriptor
        self.events = events
        self.returned = returned
    }
}
