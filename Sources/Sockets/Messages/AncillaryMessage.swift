import SystemPackage

/// A message that accompanies the data of sendmsg and recvmsg (cmsg(3), unix(7), ip(7), ipv6(7), socket(7), udp(7)).
public enum AncillaryMessage: Hashable, Sendable {
    /// `SCM_RIGHTS`: open descriptors. Received ones are new to this process, which must close them.
    case rights([Int32])
    /// `SCM_CREDENTIALS`: who sent it; the kernel checks a sender's claim.
    case credentials(pid: Int32, uid: UInt32, gid: UInt32)
    /// `SCM_PIDFD`: a descriptor of the sender's process (pidfd_open(2)), new to this process, which must close it; if
    /// none was free, the errno as a negative number.
    case processDescriptor(Int32)
    /// `IP_PKTINFO`: the interface's index, the local address of the packet, and the destination address in its header.
    /// When sending, the first two choose the interface and the source.
    case packetInfo(interface: UInt32, specificDestination: IPv4Address, destination: IPv4Address)
    /// `IPV6_PKTINFO`: the address in the header and the interface's index; when sending, the source.
    case packetInfo6(address: IPv6Address, interface: UInt32)
    /// `IP_TTL`: how many more routers the datagram may pass.
    case timeToLive(Int32)
    /// `IPV6_HOPLIMIT`: the same for IPv6.
    case hopLimit(Int32)
    /// `IP_TOS`: the type of service, an octet (RFC 791 section 3.1, RFC 2474).
    case typeOfService(Int32)
    /// `IPV6_TCLASS`: the traffic class, an octet (RFC 8200 section 7).
    case trafficClass(Int32)
    /// `SCM_TIMESTAMP`: when the datagram arrived, since 1970.
    case timestamp(seconds: Int, microseconds: Int)
    /// `SCM_TIMESTAMPNS`: when the datagram arrived, since 1970.
    case timestampNanoseconds(seconds: Int, nanoseconds: Int)
    /// `SCM_TIMESTAMPING`: when the packet passed the kernel and the hardware, each zero if not requested.
    case timestamping(software: Moment, hardware: Moment)
    /// `IP_ORIGDSTADDR` or `IPV6_ORIGDSTADDR`: the datagram's destination before it was redirected.
    case originalDestination(SocketAddress)
    /// `IP_RECVERR` or `IPV6_RECVERR`: an error from the socket's error queue.
    case receiveError(ExtendedError)
    /// `UDP_SEGMENT`: the size in bytes of the datagrams that the kernel splits the data into.
    case segmentSize(UInt16)
    /// `UDP_GRO`: the size in bytes of each of the datagrams that the kernel joined.
    case joinedSize(Int32)
    /// Any other, and any that is not the size of its kind.
    case other(level: Int32, type: Int32, [UInt8])

    /// The protocol level, such as `SOL_SOCKET`.
    public var level: Int32 { kind.level }

    /// The number at that level.
    public var type: Int32 { kind.type }

    /// The C name of its type, such as `SCM_RIGHTS`; the level and the type separated by a slash if it has none.
    public var name: String { kind.name ?? "\(kind.level)/\(kind.type)" }
}

/// A time on the kernel's clock (`struct timespec`).
public struct Moment: Hashable, Sendable {
    /// Whole seconds, since 1970 if it is the system clock.
    public var seconds: Int
    /// Nanoseconds.
    public var nanoseconds: Int

    /// Seconds and nanoseconds.
    public init(seconds: Int, nanoseconds: Int) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

/// An entry of the error queue (ip(7)'s `sock_extended_err`).
public struct ExtendedError: Hashable, Sendable {
    /// The error itself.
    public var errno: Errno
    /// Where it comes from.
    public var origin: ErrorOrigin
    /// The type of the ICMP message, if it comes from one.
    public var type: UInt8
    /// The code of the ICMP message.
    public var code: UInt8
    /// More, depending on origin: the path MTU for `EMSGSIZE`.
    public var info: UInt32
    /// Still more.
    public var data: UInt32
    /// The host that sent the ICMP message; nil if the error is local.
    public var offender: SocketAddress?
    /// Whether it came as `IPV6_RECVERR`.
    public var isVersion6: Bool

    /// The fields as in the kernel's structure.
    public init(
        errno: Errno,
        origin: ErrorOrigin,
        type: UInt8 = 0,
        code: UInt8 = 0,
        info: UInt32 = 0,
        data: UInt32 = 0,
        offender: SocketAddress? = nil,
        isVersion6: Bool = false
    ) {
        self.errno = errno
        self.origin = origin
        self.type = type
        self.code = code
        self.info = info
        self.data = data
        self.offender = offender
        self.isVersion6 = isVersion6
    }
}

/// The origin of an error in the error queue (ip(7), `linux/errqueue.h`).
public struct ErrorOrigin: SymbolicConstant, CustomStringConvertible {
    /// The number by which the kernel knows it.
    public let rawValue: Int32

    /// Any number.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Unspecified.
    public static let none = Self(rawValue: 0)
    /// This host.
    public static let local = Self(rawValue: 1)
    /// An ICMP message.
    public static let icmp = Self(rawValue: 2)
    /// An ICMPv6 message.
    public static let icmp6 = Self(rawValue: 3)
    /// Not an error: the time at which something was sent.
    public static let timestamping = Self(rawValue: 4)
    /// Not an error: a zero-copy send is complete.
    public static let zeroCopy = Self(rawValue: 5)

    /// The common prefix of the names.
    public static let prefix = "SO_EE_ORIGIN_"

    /// The origins by name.
    public static let known: [Known<Self>] = [
        Known("SO_EE_ORIGIN_NONE", none, "nothing is said"),
        Known("SO_EE_ORIGIN_LOCAL", local, "this host"),
        Known("SO_EE_ORIGIN_ICMP", icmp, "an ICMP message"),
        Known("SO_EE_ORIGIN_ICMP6", icmp6, "an ICMPv6 message"),
        Known("SO_EE_ORIGIN_TIMESTAMPING", timestamping, "the time of sending"),
        Known("SO_EE_ORIGIN_ZEROCOPY", zeroCopy, "the end of a send without a copy"),
    ]
}

extension ExtendedError: CustomStringConvertible {
    /// In words: `connection refused, told by 127.0.0.1: ICMP type 3 code 3`.
    public var description: String {
        var words = errno.sentence
        if let host = offender?.host { words += ", told by \(host)" }
        switch origin {
        case .icmp: words += ": ICMP type \(type) code \(code)"
        case .icmp6: words += ": ICMPv6 type \(type) code \(code)"
        case .local: words += ", found by this host"
        default: words += ", from \(origin)"
        }
        return info == 0 ? words : words + ", info \(info)"
    }
}

extension AncillaryMessage: CustomStringConvertible {
    /// In words: `descriptors 5, 6`, `time to live 64`.
    public var description: String {
        switch self {
        case .rights(let descriptors):
            descriptors.isEmpty
                ? "no descriptors" : "descriptors " + descriptors.map(String.init).joined(separator: ", ")
        case .credentials(let pid, let uid, let gid): "process \(pid) of user \(uid) and group \(gid)"
        case .processDescriptor(let descriptor):
            descriptor < 0
                ? "no descriptor of the process: \(Errno(rawValue: -descriptor).sentence)"
                : "descriptor \(descriptor) of the process"
        case .packetInfo(let interface, let local, let destination):
            "to \(destination) at \(local) through \(Self.interfaceName(interface))"
        case .packetInfo6(let address, let interface): "to \(address) through \(Self.interfaceName(interface))"
        case .timeToLive(let count): "time to live \(count)"
        case .hopLimit(let count): "hop limit \(count)"
        case .typeOfService(let octet): "type of service \(octet)"
        case .trafficClass(let octet): "traffic class \(octet)"
        case .timestamp(let seconds, let fraction): "came at " + Self.time(seconds, fraction, digits: 6)
        case .timestampNanoseconds(let seconds, let fraction): "came at " + Self.time(seconds, fraction, digits: 9)
        case .timestamping(let software, let hardware):
            "passed the kernel at \(Self.time(software)), the hardware at \(Self.time(hardware))"
        case .originalDestination(let address): "first sent to \(address.words.joined(separator: " "))"
        case .receiveError(let error): error.description
        case .segmentSize(let size): "cut into datagrams of \(size) bytes"
        case .joinedSize(let size): "joined from datagrams of \(size) bytes"
        case .other(_, _, let bytes): "\(bytes.count) bytes of \(name)"
        }
    }

    private static func interfaceName(_ index: UInt32) -> String {
        index == 0 ? "any interface" : Interface.name(ofIndex: index) ?? "interface \(index)"
    }

    private static func time(_ moment: Moment) -> String { time(moment.seconds, moment.nanoseconds, digits: 9) }

    private static func time(_ seconds: Int, _ fraction: Int, digits: Int) -> String {
        let text = String(fraction)
        return "\(seconds)." + String(repeating: "0", count: max(digits - text.count, 0)) + text
    }
}
