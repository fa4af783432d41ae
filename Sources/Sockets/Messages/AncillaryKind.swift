/// What identifies a kind of ancillary message: `cmsg_level` and `cmsg_type` (cmsg(3)).
struct AncillaryKind: Hashable, Sendable {
    let level: Int32
    let type: Int32

    init(_ level: Int32, _ type: Int32) {
        self.level = level
        self.type = type
    }

    /// The C name of the type; nil if it has none here.
    var name: String? { Self.names[self] }

    #if os(Linux)
        static let rights = Self(1, 1)
        static let credentials = Self(1, 2)
        static let processDescriptor = Self(1, 4)
        static let timestamp = Self(1, 29)
        static let timestampNanoseconds = Self(1, 35)
        static let timestamping = Self(1, 37)
        static let originalDestination = Self(0, 20)
        static let originalDestination6 = Self(41, 74)
        static let packetInfo = Self(0, 8)
        static let timeToLive = Self(0, 2)
        static let typeOfService = Self(0, 1)
        static let receiveError = Self(0, 11)
        static let packetInfo6 = Self(41, 50)
        static let hopLimit = Self(41, 52)
        static let trafficClass = Self(41, 67)
        static let receiveError6 = Self(41, 25)
        static let segmentSize = Self(17, 103)
        static let joinedSize = Self(17, 104)
    #else
        // What Darwin lacks has a level that it does not use, so that its kernel rejects it.
        static let rights = Self(0xffff, 1)
        static let credentials = Self(-1, 1)
        static let processDescriptor = Self(-1, 10)
        static let timestamp = Self(0xffff, 2)
        static let timestampNanoseconds = Self(-1, 2)
        static let timestamping = Self(-1, 7)
        static let originalDestination = Self(-1, 8)
        static let originalDestination6 = Self(-1, 9)
        static let packetInfo = Self(0, 26)
        static let timeToLive = Self(0, 24)
        static let typeOfService = Self(0, 27)
        static let receiveError = Self(-1, 3)
        static let packetInfo6 = Self(41, 46)
        static let hopLimit = Self(41, 47)
        static let trafficClass = Self(41, 36)
        static let receiveError6 = Self(-1, 4)
        static let segmentSize = Self(-1, 5)
        static let joinedSize = Self(-1, 6)
    #endif

    /// Every name, sorted.
    static var knownNames: [String] { names.values.sorted() }

    private static let names: [Self: String] = {
        var names: [Self: String] = [
            rights: "SCM_RIGHTS", credentials: "SCM_CREDENTIALS", timestamp: "SCM_TIMESTAMP",
            timestampNanoseconds: "SCM_TIMESTAMPNS", packetInfo: "IP_PKTINFO", timeToLive: "IP_TTL",
            typeOfService: "IP_TOS", receiveError: "IP_RECVERR", packetInfo6: "IPV6_PKTINFO",
            hopLimit: "IPV6_HOPLIMIT", trafficClass: "IPV6_TCLASS", receiveError6: "IPV6_RECVERR",
            segmentSize: "UDP_SEGMENT", joinedSize: "UDP_GRO", timestamping: "SCM_TIMESTAMPING",
            processDescriptor: "SCM_PIDFD", originalDestination: "IP_ORIGDSTADDR",
            originalDestination6: "IPV6_ORIGDSTADDR",
        ]
        #if os(Linux)
            names[Self(1, 3)] = "SCM_SECURITY"
            names[Self(1, 36)] = "SO_MARK"
            names[Self(1, 40)] = "SO_RXQ_OVFL"
            names[Self(0, 7)] = "IP_RETOPTS"
            names[Self(263, 8)] = "PACKET_AUXDATA"
        #endif
        return names
    }()
}

extension AncillaryMessage {
    /// The contents of `cmsg_level` and `cmsg_type`.
    var kind: AncillaryKind {
        switch self {
        case .rights: .rights
        case .credentials: .credentials
        case .processDescriptor: .processDescriptor
        case .packetInfo: .packetInfo
        case .packetInfo6: .packetInfo6
        case .timeToLive: .timeToLive
        case .hopLimit: .hopLimit
        case .typeOfService: .typeOfService
        case .trafficClass: .trafficClass
        case .timestamp: .timestamp
        case .timestampNanoseconds: .timestampNanoseconds
        case .timestamping: .timestamping
        case .originalDestination(let address): address.family == .inet6 ? .originalDestination6 : .originalDestination
        case .receiveError(let error): error.isVersion6 ? .receiveError6 : .receiveError
        case .segmentSize: .segmentSize
        case .joinedSize: .joinedSize
        case .other(let level, let type, _): AncillaryKind(level, type)
        }
    }
}

extension AncillaryMessage {
    /// The C names of the kinds known on this system, sorted.
    public static var kindNames: [String] { AncillaryKind.knownNames }
}
