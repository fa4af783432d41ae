/// What getaddrinfo and getnameinfo return on failure (gai_strerror(3), RFC 3493 section 6.1).
public struct ResolverError: SymbolicConstant, Error, CustomStringConvertible {
    /// The code; negative on Linux, positive on Darwin.
    public let rawValue: Int32

    /// Any code.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// `EAI_AGAIN`: a name server did not answer; a later attempt may succeed.
    public static let again = Self(rawValue: EAI_AGAIN)
    /// `EAI_BADFLAGS`: unknown or incompatible flags.
    public static let badFlags = Self(rawValue: EAI_BADFLAGS)
    /// `EAI_FAIL`: a name server reported a permanent failure.
    public static let fail = Self(rawValue: EAI_FAIL)
    /// `EAI_FAMILY`: the address family is not supported.
    public static let family = Self(rawValue: EAI_FAMILY)
    /// `EAI_MEMORY`: out of memory.
    public static let memory = Self(rawValue: EAI_MEMORY)
    /// `EAI_NONAME`: no such host or service, or neither was given.
    public static let noName = Self(rawValue: EAI_NONAME)
    /// `EAI_OVERFLOW`: the answer does not fit.
    public static let overflow = Self(rawValue: EAI_OVERFLOW)
    /// `EAI_SERVICE`: no such service for that socket type.
    public static let service = Self(rawValue: EAI_SERVICE)
    /// `EAI_SOCKTYPE`: the socket type is not supported.
    public static let socketType = Self(rawValue: EAI_SOCKTYPE)
    /// `EAI_SYSTEM`: a system call failed; errno says how.
    public static let system = Self(rawValue: EAI_SYSTEM)
    #if os(Linux)
        /// `EAI_NODATA`: the name exists but has no address (a GNU extension).
        public static let noData = Self(rawValue: -5)
        /// `EAI_ADDRFAMILY`: the name has no address in the requested family (a GNU extension).
        public static let addressFamily = Self(rawValue: -9)
        /// `EAI_IDN_ENCODE`: the name cannot be encoded by IDNA (a GNU extension).
        public static let idnEncode = Self(rawValue: -105)
    #else
        /// `EAI_NODATA`: the name exists but has no address.
        public static let noData = Self(rawValue: EAI_NODATA)
        /// `EAI_ADDRFAMILY`: the name has no address in the requested family.
        public static let addressFamily = Self(rawValue: EAI_ADDRFAMILY)
    #endif

    /// The common prefix of the names.
    public static let prefix = "EAI_"

    /// This system's codes.
    public static let known: [Known<Self>] = {
        var codes = [
            Known("EAI_NONAME", noName, "no such host or service"),
            Known("EAI_AGAIN", again, "no answer from the name servers for now"),
            Known("EAI_FAIL", fail, "the name servers cannot answer"),
            Known("EAI_NODATA", noData, "the host has no address"),
            Known("EAI_ADDRFAMILY", addressFamily, "the host has no address of that family"),
            Known("EAI_FAMILY", family, "address family not supported"),
            Known("EAI_SOCKTYPE", socketType, "socket type not supported"),
            Known("EAI_SERVICE", service, "no such service for that socket type"),
            Known("EAI_BADFLAGS", badFlags, "flags that are unknown or do not go together"),
            Known("EAI_MEMORY", memory, "out of memory"),
            Known("EAI_OVERFLOW", overflow, "the answer does not fit"),
            Known("EAI_SYSTEM", system, "a system call failed"),
        ]
        #if os(Linux)
            codes.append(Known("EAI_IDN_ENCODE", idnEncode, "the name cannot be encoded by IDNA"))
        #endif
        return codes
    }()

    /// The error with a name, in any case, with or without `EAI_`; nil if there is none.
    public init?(name: String) {
        guard let error = Self(spelling: name), error.name != nil, Int32(name) == nil else { return nil }
        self = error
    }

    /// What it means, in lower case and without a full stop.
    public var sentence: String { Self.known.first { $0.value == self }?.about ?? "resolver error \(rawValue)" }
}

/// What gethostbyname and gethostbyaddr leave in h_errno (gethostbyname(3)).
public struct HostError: SymbolicConstant, Error, CustomStringConvertible {
    /// The code.
    public let rawValue: Int32

    /// Any code.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// `HOST_NOT_FOUND`: there is no such host.
    public static let notFound = Self(rawValue: 1)
    /// `TRY_AGAIN`: a name server did not answer; a later attempt may succeed.
    public static let tryAgain = Self(rawValue: 2)
    /// `NO_RECOVERY`: a name server reported a permanent failure.
    public static let noRecovery = Self(rawValue: 3)
    /// `NO_DATA`: the name exists but has no address.
    public static let noData = Self(rawValue: 4)
    /// `NETDB_INTERNAL`: errno says what happened.
    static let `internal` = Self(rawValue: -1)

    /// The names have no common prefix.
    public static let prefix = ""

    /// The four codes.
    public static let known: [Known<Self>] = [
        Known("HOST_NOT_FOUND", notFound, "no such host"),
        Known("TRY_AGAIN", tryAgain, "no answer from the name servers for now"),
        Known("NO_RECOVERY", noRecovery, "the name servers cannot answer"),
        Known("NO_DATA", noData, "the host has no address"),
    ]

    /// The error with a name, in any case; nil if there is none.
    public init?(name: String) {
        guard let error = Self(spelling: name), error.name != nil, Int32(name) == nil else { return nil }
        self = error
    }

    /// What it means, in lower case and without a full stop.
    public var sentence: String { Self.known.first { $0.value == self }?.about ?? "host error \(rawValue)" }
}
