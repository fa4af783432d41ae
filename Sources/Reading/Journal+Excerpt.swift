import Journal

extension Journal {
    /// How many calls a picture is made of.
    public static let pictureReach = 4096

    /// What a picture of a part of the journal needs to know: the newest calls, or those around a number, and of the
    /// sockets in them the calls that made, bound, connected and changed them before. In the order of their numbers; it is
    /// the whole journal if that is short.
    ///
    /// - Parameters:
    ///   - names: the sockets that are looked for; empty for all.
    ///   - since: where the part begins; nil for the newest.
    ///   - reach: how many calls the part has at the most.
    public func excerpt(of names: Set<String> = [], since: Int? = nil, reach: Int = pictureReach) -> [Call] {
        let part = part(since, reach)
        var known = Dictionary(uniqueKeysWithValues: part.map { ($0.number, $0) })
        for call in names.isEmpty ? [] : calls(of: names, since, reach / 4) { known[call.number] = call }
        let strangers = Self.strangers(in: known)
        guard !strangers.isEmpty || known.count > part.count else { return part }
        for call in milestones(before: known.keys.max() ?? 1, of: strangers) { known[call.number] = call }
        return known.values.sorted { $0.number < $1.number }
    }

    private func part(_ since: Int?, _ reach: Int) -> [Call] {
        guard let since else { return newest(reach) }
        var calls: [Call] = []
        forward(from: max(since - reach / 4, first)) { call in
            calls.append(call)
            return calls.count < reach
        }
        return calls
    }

    /// Calls on sockets of some names, and those that made them.
    private func calls(of names: Set<String>, _ since: Int?, _ limit: Int) -> [Call] {
        func isWanted(_ call: Call) -> Bool {
            call.socketName.map { names.contains($0) } ?? false || call.made.contains { names.contains($0.name) }
        }
        func mayTell(_ digest: Digest) -> Bool { names.contains { digest.mayTell(.named($0)) } }
        guard let since else { return newest(limit, over: mayTell, where: isWanted) }
        var calls: [Call] = []
        forward(from: since, over: mayTell) { call in
            if isWanted(call) { calls.append(call) }
            return calls.count < limit
        }
        return calls
    }

    /// The sockets in some calls that did not come of one of them.
    private static func strangers(in calls: [Int: Call]) -> Set<Int> {
        let made = Set(calls.values.flatMap { $0.made.map(\.id) })
        let seen = calls.values.flatMap { [$0.socket].compactMap { $0 } + $0.mentions.map(\.id) }
        return Set(seen).subtracting(made)
    }

    /// How many calls are read to find the milestones.
    private static let searchReach = 65536

    /// The calls that made, bound, connected and changed some sockets, and those that they came from.
    private func milestones(before number: Int, of sockets: Set<Int>) -> [Call] {
        var (wanted, left) = (sockets, Self.searchReach)
        var calls: [Call] = []
        backwards(over: { digest in
            !wanted.isEmpty && wanted.contains { digest.mayTell(.made($0)) || digest.mayTell(.milestone($0)) }
        }) { call in
            guard call.number < number else { return true }
            left -= 1
            let made = call.made.filter { wanted.contains($0.id) }
            if !made.isEmpty || call.isMilestone && call.socket.map({ wanted.contains($0) }) == true {
                calls.append(call)
            }
            for socket in made { wanted.remove(socket.id) }
            if !made.isEmpty, let origin = call.socket { wanted.insert(origin) }
            return left > 0 && !wanted.isEmpty
        }
        return calls
    }
}
