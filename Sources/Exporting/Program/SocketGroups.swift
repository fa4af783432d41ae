/// Which sockets have to be in one process: those that one call deals with.
struct SocketGroups {
    private var parent: [Int]

    init(_ program: Program) {
        parent = Array(program.handles.indices)
        for step in program.steps {
            let together = step.action.made + (step.action.handle.map { [$0] } ?? []) + step.action.watched
            for handle in together.dropFirst() { unite(together[0], handle) }
        }
    }

    private mutating func unite(_ one: Int, _ other: Int) {
        let (first, second) = (group(of: one), group(of: other))
        parent[max(first, second)] = min(first, second)
    }

    /// The group of a socket: the least index in it.
    func group(of handle: Int) -> Int {
        var handle = handle
        while parent[handle] != handle { handle = parent[handle] }
        return handle
    }

    /// The groups that are connected to, or sent to.
    func servers(of program: Program) -> Set<Int> {
        var listening: Set<Int> = []
        var bound: [Int] = []
        for step in program.steps where step.outcome == .success {
            if case .listen(let handle, _) = step.action { listening.insert(group(of: handle)) }
            if case .bind(let handle, _) = step.action { bound.append(group(of: handle)) }
        }
        if !listening.isEmpty { return listening }
        let all = Set(program.handles.indices.map { group(of: $0) })
        return Set(bound).count < all.count ? Set(bound) : Set(bound.prefix(1))
    }
}
