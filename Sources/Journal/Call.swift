import Language
import Sockets
import SystemPackage

/// One call as it was made: recorded once, the source of every view.
public struct Call: Hashable, Sendable {
    /// Its place in the journal, from 1.
    public var number: Int
    /// The statement that made it, as in ``StatementRecord/number``.
    public var statement: Int
    /// Its title.
    public let title: CallTitle
    /// The session's number of the socket that it was made on; nil if there was none.
    public let socket: Int?
    /// The socket's name at the time.
    public let socketName: String?
    /// What was passed, in C's order.
    public let arguments: [Argument]
    /// What C returned.
    public let result: Int
    /// Why it failed; nil if it succeeded.
    public let error: CallError?
    /// What the call wrote: an address, data, an option value.
    public let outputs: [Argument]
    /// When it was made, in nanoseconds on the monotonic clock.
    public let start: UInt64
    /// How long it took, in nanoseconds.
    public let duration: UInt64
    /// The socket's state just before, according to the kernel; nil if there was no socket yet.
    public let before: ConnectionState?
    /// The socket's state just after; nil if the socket is gone.
    public let after: ConnectionState?
    /// Whether the failure is an injected fault.
    public let isInjected: Bool
    /// The socket's own address just after a call that may have assigned it: bind, listen, connect and sends to an
    /// address; for accept, the new socket's. Nil for any other call.
    public let local: SocketAddress?
    /// The sockets that it created.
    public internal(set) var made: [MadeSocket]
    /// The sockets of the descriptors that were passed, other than the one it was made on: those passed to poll or in a
    /// message.
    public let mentions: [MadeSocket]

    /// A complete call; the journal assigns its number.
    public init(
        _ title: CallTitle,
        statement: Int = 0,
        socket: Int? = nil,
        socketName: String? = nil,
        arguments: [Argument],
        result: Int,
        error: CallError? = nil,
        outputs: [Argument] = [],
        start: UInt64,
        duration: UInt64,
        before: ConnectionState? = nil,
        after: ConnectionState? = nil,
        isInjected: Bool = false,
        local: SocketAddress? = nil,
        made: [MadeSocket] = [],
        mentions: [MadeSocket] = []
    ) {
        number = 0
        self.title = title
        self.statement = statement
        self.socket = socket
        self.socketName = socketName
        self.arguments = arguments
        self.result = result
        self.error = error
        self.outputs = outputs
        self.start = start
        self.duration = duration
        self.before = before
        self.after = after
        self.isInjected = isInjected
        self.local = local
        self.made = made
        self.mentions = mentions
    }

    /// The C function's name, such as `connect`.
    public var name: String { title.description }

    /// The C function in the catalogue of calls; nil for another program's call that has no row.
    public var kind: CallKind? { title.kind }

    /// Whether it is in the catalogue and has all of these traits.
    public func has(_ traits: CallTraits) -> Bool { kind?.has(traits) ?? false }

    /// The argument with this name; nil if there is none.
    public func argument(_ name: String) -> Argument.Content? { arguments.first { $0.name == name }?.value }

    /// The output with this name; nil if there is none.
    public func output(_ name: String) -> Argument.Content? { outputs.first { $0.name == name }?.value }

    /// The address that was passed, if one was.
    public var address: SocketAddress? {
        for argument in arguments {
            if case .address(let address) = argument.value { return address }
        }
        return nil
    }

    /// The errno, if it failed with one.
    public var errno: Errno? {
        switch error {
        case .errno(let errno), .name(.system(let errno)): errno
        default: nil
        }
    }
}

/// A socket that a call involves besides the one it was made on: one created by socket, socketpair, accept, dup or
/// recvmsg, or one whose descriptor it was passed.
public struct MadeSocket: Hashable, Sendable {
    /// Its number in the session.
    public let id: Int
    /// Its name in the session.
    public let name: String
    /// Its descriptor.
    public let descriptor: Int32

    /// A socket with its number, name and descriptor.
    public init(id: Int, name: String, descriptor: Int32) {
        self.id = id
        self.name = name
        self.descriptor = descriptor
    }
}

/// Why a call failed: most report errno, the resolver has its own codes.
public enum CallError: Hashable, Sendable {
    /// errno(3).
    case errno(Errno)
    /// A failed name lookup: getaddrinfo(3)'s `EAI_…`, gethostbyname(3)'s `h_errno`, or NULL.
    case name(NameFailure)

    /// The number, 0 if C has none.
    public var number: Int {
        switch self {
        case .errno(let errno), .name(.system(let errno)): Int(errno.rawValue)
        case .name(.resolver(let error)): Int(error.rawValue)
        case .name(.host(let error)): Int(error.rawValue)
        case .name(.notFound), .name(.refused): 0
        }
    }

    /// The C name.
    public var name: String {
        switch self {
        case .errno(let errno): errno.name
        case .name(let failure): failure.name ?? className
        }
    }

    /// Its message.
    public var sentence: String {
        switch self {
        case .errno(let errno): errno.sentence
        case .name(let failure): failure.sentence
        }
    }

    /// The class by which `catch` knows it.
    public var className: String {
        switch self {
        case .errno(let errno), .name(.system(let errno)): errno.className
        case .name(.resolver), .name(.host): FailureClass.gaierror.rawValue
        case .name(.notFound): FailureClass.notFound.rawValue
        case .name(.refused): FailureClass.unsuitableValue.rawValue
        }
    }
}
