/// What a call does, as far as a view, a lesson or the session asks for it.
public struct CallTraits: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Any bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// It hands data to the kernel, to be sent on its socket.
    public static let sends = Self(rawValue: 1 << 0)
    /// It takes data that its socket received.
    public static let receives = Self(rawValue: 1 << 1)
    /// It passes an array of messages, so that what it returns counts messages and not bytes.
    public static let movesMessages = Self(rawValue: 1 << 2)
    /// It takes a connection from a listener's queue.
    public static let accepts = Self(rawValue: 1 << 3)
    /// It gives its socket a peer.
    public static let connects = Self(rawValue: 1 << 4)
    /// A descriptor may come of it: its result, a pair that it writes, one in a message's ancillary data.
    public static let makesDescriptor = Self(rawValue: 1 << 5)
    /// The descriptor that comes of it stands for the same open socket.
    public static let duplicates = Self(rawValue: 1 << 6)
    /// The descriptor that it is given is gone when it returns.
    public static let endsDescriptor = Self(rawValue: 1 << 7)
    /// It only asks: no socket is another one afterwards.
    public static let asks = Self(rawValue: 1 << 8)
    /// The kernel may give its socket an address of its own.
    public static let mayNameTheSocket = Self(rawValue: 1 << 9)
    /// It says where its socket is, whom it talks with, or what becomes of it.
    public static let isMilestone = Self(rawValue: 1 << 10)
    /// It looks names up, in a file or with the resolver.
    public static let looksUp = Self(rawValue: 1 << 11)
    /// To look a name up it may ask another machine, and take long.
    public static let resolves = Self(rawValue: 1 << 12)
    /// It turns bytes and text into each other and asks nobody.
    public static let converts = Self(rawValue: 1 << 13)
    /// It waits for events on several descriptors.
    public static let watches = Self(rawValue: 1 << 14)
    /// It is about a socket or makes one, whatever its descriptor turns out to be.
    public static let isOfSockets = Self(rawValue: 1 << 15)
    /// It is about any kind of descriptor, a socket's among them.
    public static let isOfDescriptors = Self(rawValue: 1 << 16)
    /// A process, or a thread, comes of it, with descriptors of its own or the same ones.
    public static let makesProcess = Self(rawValue: 1 << 17)
    /// Another program takes the process over; descriptors with close-on-exec are gone.
    public static let replacesProgram = Self(rawValue: 1 << 18)
    /// It does not return: the thread, or the whole process, is gone, and with the process its descriptors.
    public static let endsProcess = Self(rawValue: 1 << 19)
    /// The sockets that it mentions ended with it.
    public static let endsMentioned = Self(rawValue: 1 << 20)
}
