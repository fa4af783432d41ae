import Journal
import Language
import Shell
import Sockets

/// Whether a check is met, and if it is not, what the difference is.
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
        let wanted = check.calls
        func first(where isFatal: Bool) -> String? {
            for condition in check.conditions where condition.isFinal == isFatal {
                if let difference = difference(condition, besides: wanted) { return difference }
            }
            return nil
        }
        // What cannot be mended comes first.
        return first(where: true).map { .lost($0) } ?? first(where: false).map { .unmet($0) } ?? .met
    }

    /// The lines of the conditions that are met, without those that only can be lost.
    func met(_ check: Check?) -> Set<Int> {
        let conditions = check?.conditions.filter { !$0.isFinal } ?? []
        return Set(conditions.filter { difference($0, besides: []) == nil }.map(\.line))
    }

    /// What the first condition wants that is not met, without what there is instead.
    func next(_ check: Check) -> String? {
        unmet(check).first?.alternatives.first { !$0.isNegated }.map { self.wanted($0.predicate) }
    }

    /// The conditions that are not met.
    func unmet(_ check: Check) -> [Check.Condition] {
        let wanted = check.calls
        return check.conditions.filter { difference($0, besides: wanted) != nil }
    }

    /// Looks again and again, as long as a condition that is not met may still become so: until its time is over,
    /// Ctrl-C is hit, or nothing is in motion any more.
    public func settle(_ check: Check, while isInMotion: () -> Bool = { true }) -> Verdict {
        let start = now()
        var restedSince: UInt64?
        while true {
            // Asked first: what is at rest now was so when the state is looked at.
            let isMoving = isInMotion()
            let verdict = evaluate(check)
            guard case .unmet = verdict else { return verdict }
            // What was missing may have come since.
            guard
                let patience = check.conditions.filter({ difference($0, besides: []) != nil }).map({ $0.within ?? 0 })
                    .min()
            else {
                continue
            }
            let time = now()
            restedSince = isMoving ? nil : restedSince ?? time
            let isSettled = restedSince.map { time - $0 >= Self.grace } ?? false
            if isSettled || Interrupts.isPending || time - start >= UInt64(patience * 1e9) { return verdict }
            _ = poll(nil, 0, 2)
        }
    }

    /// How long a busy kernel may take to hand a segment from one socket of this machine to another, in nanoseconds.
    private static let grace: UInt64 = 30_000_000

    /// How a condition is not met; nil if it is.
    ///
    /// - Parameter wanted: the calls that any of the conditions wants.
    private func difference(_ condition: Check.Condition, besides wanted: [CallPattern]) -> String? {
        var first: String?
        for (isNegated, predicate) in condition.alternatives {
            let difference = difference(predicate, besides: wanted)
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

    private func difference(_ predicate: Check.Predicate, besides wanted: [CallPattern]) -> String? {
        switch predicate {
        case .socket(let pattern): return SocketMatcher(context).difference(pattern)
        case .call(let pattern): return CallMatcher(context).difference(pattern, besides: wanted)
        case .order(let calls): return order(calls)
        case .sent(let data, let socket): return moved(data, context.data(.sent, on: socket), predicate)
        case .received(let data, let socket): return moved(data, context.data(.received, on: socket), predicate)
        case .peerReceived(let name, let data): return moved(data, context.received(by: name), predicate)
        case .variable(let name, let value): return variable(name, value, predicate)
        case .sameVariable(let name, let other):
            let value = context.session.locked { context.session.variables[other] }
            return variable(name, value, .variable(name, value))
        case .noLeaks: return leaks
        }
    }

    private var messages: Messages { context.messages }

    private func difference(from predicate: Check.Predicate, _ seen: String) -> String {
        messages(.difference, ["wanted": wanted(predicate), "seen": seen])
    }

    /// The sockets that were made in the step and are neither closed nor in the table.
    private var leaks: String? {
        let calls = context.calls
        var open = Set(calls.flatMap(\.made).map(\.id))
        for call in calls where call.has(.endsDescriptor) && call.error == nil {
            call.socket.map { _ = open.remove($0) }
        }
        let live = context.session.locked { Set(context.session.sockets.all.map(\.id)) }
        open.subtract(live)
        return open.isEmpty ? nil : difference(from: .noLeaks, messages(.leaked, ["count": open.count]))
    }

    private func moved(_ wanted: [UInt8], _ actual: [UInt8], _ predicate: Check.Predicate) -> String? {
        if actual.firstRange(ofSequence: wanted) != nil { return nil }
        let seen = actual.isEmpty ? messages(.noData) : messages(.otherData, ["data": Quoting.quote(actual.prefix(60))])
        return difference(from: predicate, seen)
    }

    private func order(_ wanted: [CallTitle]) -> String? {
        var rest = wanted[...]
        for call in context.calls where call.error == nil && call.title == rest.first { rest = rest.dropFirst() }
        guard let missing = rest.first else { return nil }
        let done = wanted.dropLast(rest.count).map(\.description).joined(separator: ", ")
        return difference(
            from: .order(wanted),
            done.isEmpty
                ? messages(.neverCalled, ["call": missing.description])
                : messages(.notCalledAfter, ["call": missing.description, "done": done])
        )
    }

    private func variable(_ name: String, _ value: Value?, _ predicate: Check.Predicate) -> String? {
        let actual = context.session.locked { context.session.variables[name] }
        guard let value else { return actual == nil ? difference(from: predicate, messages(.noVariable)) : nil }
        if let actual, actual == value || actual.data == value.data && value.data != nil { return nil }
        return difference(
            from: predicate,
            actual.map { messages(.otherValue, ["value": $0]) } ?? messages(.noVariable)
        )
    }

    /// What is there and should not be.
    private func tooMuch(_ predicate: Check.Predicate) -> String {
        if case .socket(let pattern) = predicate {
            return messages(.stillThere, ["what": SocketMatcher(context).names(pattern).joined(separator: ", ")])
        }
        if case .call(var pattern) = predicate {
            // How it would have ended goes without saying: it has.
            pattern.outcome = nil
            return messages(.notWanted, ["what": messages(.callOf, ["call": pattern.text(in: messages)])])
        }
        return messages(.notWanted, ["what": wanted(predicate)])
    }

    private func wanted(_ predicate: Check.Predicate) -> String {
        func on(_ socket: String?, _ what: String) -> String {
            socket.map { messages(.onSocket, ["what": what, "socket": $0]) } ?? what
        }
        func quoted(_ data: [UInt8]) -> String { Quoting.quote(data.prefix(60)) }
        switch predicate {
        case .socket(let pattern): return pattern.text(in: messages)
        case .call(let pattern): return pattern.text(in: messages)
        case .sent(let data, let socket): return on(socket, messages(.dataSent, ["data": quoted(data)]))
        case .received(let data, let socket): return on(socket, messages(.dataReceived, ["data": quoted(data)]))
        case .peerReceived(let name, let data): return messages(.dataToPeer, ["data": quoted(data), "peer": name])
        case .order(let calls):
            let names = calls.map(\.description)
            return names.dropFirst().reduce(names.first ?? "") { messages(.then, ["one": $0, "other": $1]) }
        case .variable(let name, let value?): return messages(.inVariable, ["value": value, "name": name])
        case .variable(let name, nil), .sameVariable(let name, _): return messages(.aVariable, ["name": name])
        case .noLeaks: return messages(.noLeaks)
        }
    }
}
