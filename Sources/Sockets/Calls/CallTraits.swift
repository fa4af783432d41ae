/// What a call does, as far as a view, a lesson or the session needs to know.
public struct CallTraits: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Any bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// It hands data to the kernel, to be sent on its socket.
    public static let sends = Self(rawValue: 1 << 0)
    /// It takes data that its socket received.
    public static let receives = Self(rawValue: 1 << 1)
    /// It passes an array of messages, so its result counts messages, not bytes.
    public static let movesMessages = Self(rawValue: 1 << 2)
    /// It takes a connection from a listener's queue.
    public static let accepts = Self(rawValue: 1 << 3)
    /// It gives its socket a peer.
    public static let connects = Self(rawValue: 1 << 4)
    /// It may create a descriptor: its result, one of a pair that it writes, or one in ancillary data.
    public static let makesDescriptor = Self(rawValue: 1 << 5)
    /// The descriptor it creates refers to the same open socket.
    public static let duplicates = Self(rawValue: 1 << 6)
    /// The descriptor passed to it is closed when it returns.
    public static let endsDescriptor = Self(rawValue: 1 << 7)
    /// It only queries: no socket is changed.
    public static let asks = Self(rawValue: 1 << 8)
    /// The kernel may assign its socket an address.
    public static let mayNameTheSocket = Self(rawValue: 1 << 9)
    /// It says where its socket is, who its peer is, or what becomes of it.
    public static let isMilestone = Self(rawValue: 1 << 10)
    /// It looks names up, in a file or with the resolver.
    public static let looksUp = Self(rawValue: 1 << 11)
    /// A lookup may ask another machine, and take long.
    public static let resolves = Self(rawValue: 1 << 12)
    /// It converts between bytes and text and asks nobody.
    public static let converts = Self(rawValue: 1 << 13)
    /// It waits for events on several descriptors.
    public static let watches = Self(rawValue: 1 << 14)
    /// It is about a socket or makes one, whatever its descriptor turns out to be.
    public static let isOfSockets = Self(rawValue: 1 << 15)
    /// It is about any kind of descriptor, including a socket's.
    public static let isOfDescriptors = Self(rawValue: 1 << 16)
    /// It creates a process or a thread, with descriptors of its own or shared ones.
    public static let makesProcess = Self(rawValue: 1 << 17)
    /// It replaces the process's program; close-on-exec descriptors are closed.
    public static let replacesProgram = Self(rawValue: 1 << 18)
    /// It does not return: the thread, or the whole process with its descriptors, is gone.
    public static let endsProcess = Self(rawValue: 1 << 19)
    /// It ends the sockets that it mentions.
    public static let endsMentioned = Self(rawValue: 1 << 20)
}
