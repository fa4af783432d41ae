import Journal
import Sockets
import SystemPackage

/// One thing that is known about failures of some calls: when it holds, why they failed and what to try.
public struct Rule: Sendable {
    /// Its name: the call, the error, the case.
    let id: String
    /// The C functions that it is about; empty for any.
    let calls: [CallKind]
    /// The errors that it is about.
    let troubles: [Trouble]
    /// The cause and the advice; nil if the history shows that the rule does not hold.
    let explain: @Sendable (Evidence) -> Finding?

    init(
        _ id: String,
        _ calls: [CallKind],
        _ troubles: [Trouble],
        _ explain: @escaping @Sendable (Evidence) -> Finding?
    ) {
        self.id = id
        self.calls = calls
        self.troubles = troubles
        self.explain = explain
    }

    /// A rule about one errno of one call.
    init(
        _ id: String,
        _ call: CallKind,
        _ errno: Errno,
        _ explain: @escaping @Sendable (Evidence) -> Finding?
    ) {
        self.init(id, [call], [.errno(errno)], explain)
    }

    /// A rule about one errno of several calls.
    init(
        _ id: String,
        _ calls: [CallKind],
        _ errno: Errno,
        _ explain: @escaping @Sendable (Evidence) -> Finding?
    ) {
        self.init(id, calls, [.errno(errno)], explain)
    }
}

/// A cause and what to try.
struct Finding {
    let cause: String?
    let advice: [String]

    init(_ cause: String?, _ advice: String?...) {
        self.cause = cause
        self.advice = advice.compactMap { $0 }
    }

    init(_ cause: String?, advice: [String]) {
        self.cause = cause
        self.advice = advice
    }
}

/// How a call failed, as rules tell it apart.
enum Trouble: Hashable, Sendable {
    case errno(Errno)
    case resolver(ResolverError)
    case host(HostError)
    case entry
    case refused
    case timeout
    case interrupted

    /// How a call failed; nil for a failure without a call.
    init?(_ failure: Failure) {
        switch failure.reason {
        case .timeout: self = .timeout
        case .interrupted(let call) where call != nil: self = .interrupted
        case .call(let call):
            switch call.error {
            case .errno(let errno), .name(.system(let errno)): self = .errno(errno)
            case .name(.resolver(let error)): self = .resolver(error)
            case .name(.host(let error)): self = .host(error)
            case .name(.notFound): self = .entry
            case .name(.refused): self = .refused
            case nil: return nil
            }
        default: return nil
        }
    }

    /// The C name, or a word if C has none.
    var name: String {
        switch self {
        case .errno(let errno): errno.name
        case .resolver(let error): error.description
        case .host(let error): error.description
        case .entry: FailureClass.notFound.rawValue
        case .refused: FailureClass.unsuitableValue.rawValue
        case .timeout: FailureClass.timeout.rawValue
        case .interrupted: "interrupted"
        }
    }
}

extension Rule {
    /// The calls that send.
    static let sends: [CallKind] = [.send, .sendto, .sendmsg, .sendfile]
    /// The calls that receive.
    static let receives: [CallKind] = [.recv, .recvfrom, .recvmsg]
    /// The calls that take a connection.
    static let accepts: [CallKind] = [.accept, .accept4]
}
