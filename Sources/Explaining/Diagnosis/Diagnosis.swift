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
    public init(of failure: Failure, history: Journal) {
        let rules = Rule.all(for: failure)
        let evidence = rules.isEmpty ? nil : Evidence(failure, history)
        for rule in rules {
            guard let found = evidence.flatMap(rule.explain) else { continue }
            self.rule = rule.id
            cause = found.cause
            advice = found.advice
            return
        }
        (rule, cause, advice) = (nil, nil, [])
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
