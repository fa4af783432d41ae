import SystemPackage

/// The outcome of a call to the resolver or a name database, and when.
public struct NameReturned<Output: Sendable>: Sendable {
    /// What C returned. getaddrinfo and getnameinfo return 0 or an `EAI_` code; for functions that return a pointer, 0
    /// stands for one and -1 for NULL. A call that was rejected has the result of a failure with an errno.
    public let result: Int
    /// Why it failed; nil if it succeeded.
    public let failure: NameFailure?
    /// When the call was made, in nanoseconds on the monotonic clock.
    public let start: UInt64
    /// How long it took, in nanoseconds.
    public let duration: UInt64
    /// Whether the failure is an injected fault, so that the library never saw the call.
    public let injected: Bool
    /// What was found; empty or nil if the call failed.
    public let output: Output
}

/// Why a name was not found.
public enum NameFailure: Error, Hashable, Sendable {
    /// getaddrinfo's or getnameinfo's code (gai_strerror(3)), any but `EAI_SYSTEM`.
    case resolver(ResolverError)
    /// gethostbyname's or gethostbyaddr's h_errno (gethostbyname(3)), any but `NETDB_INTERNAL`.
    case host(HostError)
    /// The errno behind `EAI_SYSTEM` or `NETDB_INTERNAL`, or of a call that sets errno.
    case system(Errno)
    /// The database has no such entry; C returns NULL and nothing more.
    case notFound(DatabaseSource)
    /// The argument cannot be passed to C as it is; no call was made.
    case refused(NameProblem)

    /// The C name of the error: `EAI_NONAME`, `HOST_NOT_FOUND`, `ECONNREFUSED`; nil if it has none in C.
    public var name: String? {
        switch self {
        case .resolver(let error): error.description
        case .host(let error): error.description
        case .system(let errno): errno.name
        case .notFound, .refused: nil
        }
    }

    /// What it means, in lower case and without a full stop.
    public var sentence: String {
        switch self {
        case .resolver(let error): error.sentence
        case .host(let error): error.sentence
        case .system(let errno): errno.sentence
        case .notFound(.system): "no such entry in the system's database"
        case .notFound(.embedded): "no such entry in NetShell's own table"
        case .refused(let problem): problem.sentence
        }
    }

    /// The errno, if there is one.
    public var errno: Errno? { if case .system(let errno) = self { errno } else { nil } }
}

/// Why a text cannot be passed to C.
public enum NameProblem: Hashable, Sendable {
    /// It has an embedded NUL, at which C would stop.
    case containsNUL
    /// It is longer than any name may be (``longest``).
    case tooLong

    /// The maximum length of a name in bytes: `NI_MAXHOST` without its NUL (getnameinfo(3)).
    public static let longest = 1024

    /// What it means, in lower case and without a full stop.
    public var sentence: String {
        switch self {
        case .containsNUL: "the name has a NUL inside"
        case .tooLong: "the name is longer than \(Self.longest) bytes"
        }
    }

    /// What is wrong with any of the texts; nil if all can be passed to C.
    init?(in texts: String?...) {
        for text in texts.compactMap({ $0 }) {
            if text.utf8.count > Self.longest {
                self = .tooLong
                return
            }
            if text.utf8.contains(0) {
                self = .containsNUL
                return
            }
        }
        return nil
    }
}

/// Which database answered.
public enum DatabaseSource: String, Hashable, Sendable {
    /// The system's own, as in nsswitch.conf(5); usually a file in /etc.
    case system
    /// NetShell's table, used if the system has no file of that kind.
    case embedded
}

/// What the body of a name call returns to the boundary.
struct NameOutcome<Output> {
    var result = 0
    var failure: NameFailure?
    var output: Output
}

extension Kernel {
    /// Makes one call to the resolver or a name database, as ``invoke(_:failure:_:)`` does for the kernel.
    ///
    /// - Parameters:
    ///   - kind: the C function, by which faults are found.
    ///   - none: the output of a call that failed by a fault or was rejected.
    ///   - systemResult: what C returns on failure with an errno.
    ///   - problem: what prevents the call, if anything.
    ///   - body: the call.
    func resolve<Output>(
        _ kind: CallKind,
        none: Output,
        systemResult: Int = -1,
        problem: NameProblem? = nil,
        _ body: () -> NameOutcome<Output>
    ) -> NameReturned<Output> {
        let start = now()
        let fault = takeFault(kind)
        guard let failure = fault ?? problem.map(NameFailure.refused) else {
            let outcome = body()
            return NameReturned(
                result: outcome.result,
                failure: outcome.failure,
                start: start,
                duration: now() - start,
                injected: false,
                output: outcome.output
            )
        }
        var result = systemResult
        if case .resolver(let error) = failure { result = Int(error.rawValue) }
        return NameReturned(
            result: result,
            failure: failure,
            start: start,
            duration: 0,
            injected: fault != nil,
            output: none
        )
    }
}
