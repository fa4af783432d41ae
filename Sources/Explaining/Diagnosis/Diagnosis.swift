import Journal
import Language
import Sockets

/// Why a call failed and what to do about it, found in the socket's own history.
public struct Diagnosis: Equatable, Sendable {
    /// Which rule found it, `connect.refused.nobody` for instance; nil if none did.
    public let rule: String?
    /// The cause, in one sentence; nil if the history tells nothing.
    public let cause: String?
    /// What to try next, best first.
    public let advice: [String]

    /// What can be said about a failure, from all that happened before it.
    public init(of failure: Failure, history: Journal) { self.init(of: failure, history: history, WaitFacts()) }

    /// The same, with what is known beside the journal.
    init(of failure: Failure, history: Journal, _ facts: WaitFacts) {
        let rules = Rule.all(for: failure)
        let evidence = rules.isEmpty ? nil : Evidence(failure, history, facts)
        for rule in rules {
            guard let found = evidence.flatMap(rule.explain) else { continue }
            self.rule = rule.id
            cause = Self.cause(found.cause, after: failure)
            advice = found.advice
            return
        }
        (rule, cause, advice) = (nil, Self.cause(nil, after: failure), [])
    }

    /// A cause, and what the statement had taken before it failed: what is known of the last call alone would say that
    /// nothing came. The rules for a read that waited tell it themselves.
    private static func cause(_ cause: String?, after failure: Failure) -> String? {
        let count = failure.taken.count
        let isWait = failure.isInterruption || failure.className == FailureClass.timeout.rawValue
        guard count > 0, !isWait || failure.aim == nil else { return cause }
        let came =
            "\(Quantity.count(count, "byte")) had come before that: $error.data has \(count == 1 ? "it" : "them")"
        return cause.map { "\($0); \(came)" } ?? came
    }

    /// Every pair of a call and an error that a rule explains: the C function and the error's C name, `timeout` or
    /// `interrupted`. Rules for any call are left out.
    public static var explained: [(call: String, error: String)] {
        Rule.all.flatMap { rule in
            rule.calls.flatMap { call in rule.troubles.map { (call: call.name, error: $0.name) } }
        }
    }

    /// The names of all rules.
    public static var rules: [String] { Rule.all.map(\.id) }
}
