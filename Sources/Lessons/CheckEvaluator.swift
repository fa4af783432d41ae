import Journal
import Language
import Shell
import Sockets

/// Whether a check is met, and where it is not, what the difference is.
public struct CheckEvaluator {
    let context: CheckContext

    /// How a check stands.
    public enum Verdict: Sendable, Equatable {
        /// Everything is as it must be.
        case met
        /// What is wanted and what there is instead.
        case unmet(String)
        /// It cannot become so any more in this step.
        case lost(String)
    }

    /// Looks at the state, at once.
    public func evaluate(_ check: Check) -> Verdict {
        for condition in check.conditions {
            guard let difference = difference(condition) else { continue }
            return condition.isFatal ? .lost(difference) : .unmet(difference)
        }
        return .met
    }

    /// Looks again and again, as long as a condition that is not met may still become so.
    public func settle(_ check: Check) -> Verdict {
        let start = now()
        while true {
            let verdict = evaluate(check)
            guard case .unmet = verdict else { return verdict }
            // What was missing may have come since.
            guard let patience = check.conditions.filter({ difference($0) != nil }).map({ $0.within ?? 0 }).min() else {
                continue
            }
            if now() - start >= UInt64(patience * 1e9) { return verdict }
            _ = poll(nil, 0, 2)
        }
    }

    private func difference(_ condition: Check.Condition) -> String? {
        var first: String?
        for (isNegated, predicate) in condition.alternatives {
            let difference = difference(predicate)
            if isNegated {
                if difference != nil { return nil }
                first = first ?? tooMuch(predicate)
            } else {
                guard let difference else { return nil }
                first = first ?? difference
            }
        }
        return first
    }

    private func difference(_ predicate: Check.Predicate) -> String? {
        switch predicate {
        case .socket(let pattern): return SocketMatcher(context).difference(pattern)
        case .call(let pattern): return CallMatcher(context).difference(pattern)
        case .order(let names): return order(names)
        case .sent(let data, let socket):
            return moved(data, context.data(.sent, on: socket), "sent", on: socket)
        case .received(let data, let socket):
            return moved(data, context.data(.received, on: socket), "received", on: socket)
        case .peerReceived(let name, let wanted):
            return moved(wanted, context.peers[name]?.received ?? [], "to reach \(name)", on: nil)
        case .variable(let name, let value): return variable(name, value)
        case .noLeaks: return leaks
        }
    }

    /// The sockets that were made in the step and are neither closed nor in the table.
    private var leaks: String? {
        let calls = context.calls
        var open = Set(calls.flatMap(\.made).map(\.id))
        for call in calls where call.name == "close" && call.error == nil { call.socket.map { _ = open.remove($0) } }
        let live = context.session.locked { Set(context.session.sockets.all.map(\.id)) }
        open.subtract(live)
        return open.isEmpty
            ? nil : "wanted every descriptor closed or in the table; \(open.count) was let go without close"
    }

    private func moved(_ wanted: [UInt8], _ actual: [UInt8], _ verb: String, on socket: String?) -> String? {
        if actual.firstRange(ofSequence: wanted) != nil { return nil }
        let place = socket.map { " on \($0)" } ?? ""
        let seen = actual.isEmpty ? "nothing was yet" : "it was \(Quoting.quote(actual.prefix(60)))"
        return "wanted \(Quoting.quote(wanted.prefix(60))) \(verb)\(place); \(seen)"
    }

    private func order(_ names: [String]) -> String? {
        var rest = names[...]
        for call in context.calls where call.error == nil && call.name == rest.first { rest = rest.dropFirst() }
        guard let missing = rest.first else { return nil }
        let done = names.dropLast(rest.count)
        return done.isEmpty
            ? "wanted \(names.joined(separator: ", then ")); \(missing) has not been called"
            : "wanted \(names.joined(separator: ", then ")); \(missing) has not been called after \(done.joined(separator: ", "))"
    }

    private func variable(_ name: String, _ value: Value) -> String? {
        let actual = context.session.locked { context.session.variables[name] }
        if let actual, actual == value || actual.data == value.data && value.data != nil { return nil }
        let seen = actual.map { "it is \($0.description)" } ?? "there is none of that name"
        return "wanted \(value.description) in \(name); \(seen)"
    }

    /// What is there and should not be.
    private func tooMuch(_ predicate: Check.Predicate) -> String {
        guard case .socket(let pattern) = predicate else {
            return "wanted not to see \(wanted(predicate)), and it is so"
        }
        return "there still is: " + pattern.description
    }

    private func wanted(_ predicate: Check.Predicate) -> String {
        switch predicate {
        case .socket(let pattern): pattern.description
        case .call(let pattern): "a call of \(pattern.name)"
        case .sent(let data, _): "\(Quoting.quote(data.prefix(60))) sent"
        case .received(let data, _): "\(Quoting.quote(data.prefix(60))) received"
        case .peerReceived(let name, _): "that reach \(name)"
        case .order(let names): names.joined(separator: ", then ")
        case .variable(let name, _): "that in \(name)"
        case .noLeaks: "no leaks"
        }
    }
}
