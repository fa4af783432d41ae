import Journal

extension Rule {
    /// Every rule. Of those that fit a failure the first that has something to say is taken, so the special come
    /// before the general.
    static let all: [Rule] =
        creation + binding + listening + accepting + connecting + connectingLocally + reachingPeers
        + sendingOnConnections
        + sendingMessages + receiving + asking + ending + unlinking + options + waiting + lookups + conversions
        + transfers + anyCall

    /// The rules about a failure's call and error.
    static func all(for failure: Failure) -> [Rule] {
        guard let call = failure.call, let trouble = Trouble(failure) else { return [] }
        return (byTrouble[trouble] ?? []).filter { rule in
            rule.calls.isEmpty || call.kind.map(rule.calls.contains) == true
        }
    }

    /// The rules about each error, in their order.
    private static let byTrouble: [Trouble: [Rule]] = {
        var found: [Trouble: [Rule]] = [:]
        for rule in all {
            for trouble in Set(rule.troubles) { found[trouble, default: []].append(rule) }
        }
        return found
    }()
}
