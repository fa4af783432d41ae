import Journal
import Language
import Sockets
import SystemPackage

/// A protocol as typed.
public enum TypedProtocol: Hashable, Sendable {
    /// A number, or a name with a C macro.
    case number(ProtocolNumber)
    /// A name for getprotobyname.
    case name(String)
}

/// The parameter for a protocol: `tcp`, `IPPROTO_TCP`, `6`, or any name in the protocols database.
public struct ProtocolWord: ParameterType {
    public let about = "tcp, udp, icmp, …, a number; the family's own choice if none is given"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "PROTOCOL" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> TypedProtocol {
        let (text, span) = try words.takeText("PROTOCOL", wanted: "a protocol")
        if let number = ProtocolNumber(spelling: text) ?? ProtocolNumber(familyName: text) { return .number(number) }
        guard let first = text.first, first.isLetter, text.utf8.count <= 64, !text.utf8.contains(0) else {
            throw Failure(.unsuitable(word: text, wanted: "a protocol", advice: [about]), at: span)
        }
        return .name(text)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        ConstantName<ProtocolNumber>("PROTOCOL", wanted: "a protocol", about: about).complete(prefix, context)
    }
}

/// The parameter for how a call should fail: the name of an errno, or of a resolver error.
public struct ErrorName: ParameterType {
    /// How a call should fail.
    public enum Parsed: Sendable {
        /// With an errno.
        case errno(Errno)
        /// With one of getaddrinfo's codes.
        case resolver(ResolverError)
        /// With one of gethostbyname's codes.
        case host(HostError)

        /// The fault that makes a call fail this way.
        public func fault(call: CallKind, times: Int) -> Fault {
            switch self {
            case .errno(let errno): Fault(call: call, errno: errno, times: times)
            case .resolver(let error): Fault(call: call, resolver: error, times: times)
            case .host(let error): Fault(call: call, host: error, times: times)
            }
        }
    }

    public let about = "an errno such as ENOBUFS, or EAI_AGAIN, or HOST_NOT_FOUND"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "ERRNO" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        let (text, span) = try words.takeText("ERRNO", wanted: "an errno")
        if let errno = Errno(name: text) { return .errno(errno) }
        if let error = ResolverError(name: text) { return .resolver(error) }
        if let error = HostError(name: text) { return .host(error) }
        let names = Errno.named.map(\.name) + ResolverError.known.map(\.name)
        throw Failure(
            .unsuitable(
                word: text,
                wanted: "an errno",
                near: Suggestion.nearest(to: text, among: names),
                advice: [about]
            ),
            at: span
        )
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        Errno.named.map { Candidate($0.name, $0.errno.sentence) }
    }
}
