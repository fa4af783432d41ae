import SystemPackage

/// How a call to the resolver or to a database of names came back, when, and with what.
public struct NameReturned<Output: Sendable>: Sendable {
    /// What C returned. getaddrinfo and getnameinfo return 0 or an `EAI_` code; of the functions that return a pointer
    /// 0 stands for one and -1 for NULL. A call that was refused has what a failure with an errno would return.
    public let result: Int
    /// Why it failed, nil where it did not.
    public let failure: NameFailure?
    /// When the call was made, in nanoseconds of the monotonic clock.
    public let start: UInt64
    /// How long it took, in nanoseconds.
    public let duration: UInt64
    /// Whether a fault made up the failure, so that the library never saw the call.
    public let injected: Bool
    /// What was found; empty or nil where the call failed.
    public let output: Output
}

/// Why a name was not found.
public enum NameFailure: Error, Hashable, Sendable {
    /// getaddrinfo's or getnameinfo's code (gai_strerror(3)), any but `EAI_SYSTEM`.
    case resolver(ResolverError)
    /// gethostbyname's or gethostbyaddr's h_errno (gethostbyname(3)), any but `NETDB_INTERNAL`.
    case host(HostError)
    /// The errno behind `EAI_SYSTEM` or `NETDB_INTERNAL`, or that of a call which sets errno.
    case system(Errno)
    /// The database has no such entry; C says NULL and nothing more.
    case notFound(DatabaseSource)
    /// The argument cannot be given to C as it is; no call was made.
    case refused(NameProblem)

    /// The C name of the error: `EAI_NONAME`, `HOST_NOT_FOUND`, `ECONNREFUSED`; nil where C has none for it.
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

    /// The errno where there is one.
    public var errno: Errno? { if case .system(let errno) = self { errno } else { nil } }
}

/// Why a text cannot be given to C.
public enum NameProblem: Hashable, Sendable {
    /// There is a NUL inside: C would see only what is before it.
    case containsNUL
    /// It has more bytes than any name may have (``longest``).
    case tooLong

    /// How many bytes a name may have: `NI_MAXHOST` without its NUL (getnameinfo(3)).
    public static let longest = 1024

    /// What it means, in lower case and without a full stop.
    public var sentence: String {
        switch self {
        case .containsNUL: "the name has a NUL inside"
        case .tooLong: "the name is longer than \(Self.longest) bytes"
        }
    }

    /// What is wrong with any of the texts; nil where all can be given to C.
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
    /// The system's own, as nsswitch.conf(5) has it; mostly a file in /etc.
    case system
    /// NetShell's table, used where the system has no file of that kind.
    case embedded
}

/// What a name call's body hands to the boundary.
struct NameOutcome<Output> {
    var result = 0
    var failure: NameFailure?
    var output: Output
}

extension Kernel {
    /// Makes one call to the resolver or a database of names, as ``invoke(_:failure:_:)`` does for the kernel.
    ///
    /// - Parameters:
    ///   - kind: the C function, by which faults are found.
    ///   - none: the output of a call that a fault took, or that is refused.
    ///   - systemResult: what C returns for a failure with an errno.
    ///   - problem: what forbids the call, if anything does.
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
