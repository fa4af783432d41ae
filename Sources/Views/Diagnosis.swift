import Journal
import Language
import Sockets

/// Why a call failed and what to do about it, found in the socket's own history.
public struct Diagnosis: Equatable, Sendable {
    /// The cause, in one sentence; nil where the history tells nothing.
    public let cause: String?
    /// What to try next, best first.
    public let advice: [String]

    /// A cause and what to try.
    public init(_ cause: String?, _ advice: String...) {
        self.cause = cause
        self.advice = advice
    }

    /// What can be said about a failure, from all that happened before it.
    public init(of failure: Failure, history: Journal) {
        self.init(nil)
    }
}
