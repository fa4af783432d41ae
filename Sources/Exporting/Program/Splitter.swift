import Sockets

/// Takes one end out of a program.
struct Splitter {
    let whole: Program
    let servers: Set<Int>
    let groups: SocketGroups
    let end: ProgramEnd
    private var moved: [Int: Int] = [:]

    init(whole: Program, servers: Set<Int>, groups: SocketGroups, end: ProgramEnd) {
        self.whole = whole
        self.servers = servers
        self.groups = groups
        self.end = end
    }

    func program() throws(ExportProblem) -> Program {
        var splitter = self
        return try splitter.split()
    }

    private mutating func split() throws(ExportProblem) -> Program {
        var program = whole
        program.ports = []
        let shared = sharedPorts
        for handle in shared {
            let name = program.identifiers.unique("port")
            program.ports.append(Program.PortArgument(handle: end == .server ? handle : nil, name: name))
        }
        program.steps = []
        for (index, step) in whole.steps.enumerated() where try belongs(step, index) {
            moved[index] = program.steps.count
            var step = step
            step.action = try rewritten(step, shared)
            program.steps.append(step)
        }
        guard program.steps.contains(where: { $0.action.handle != nil || !$0.action.watched.isEmpty }) else {
            throw ExportProblem("the session has one end only", advice: "export it without -split")
        }
        program.open = whole.open.filter { isHere($0) }
        return program
    }

    private func isHere(_ handle: Int) -> Bool { servers.contains(groups.group(of: handle)) == (end == .server) }

    /// The sockets whose port, which the kernel chose, the other end needs.
    private var sharedPorts: [Int] {
        var shared: Set<Int> = []
        for step in whole.steps {
            guard let place = step.action.place, let handle = step.action.handle, let owner = owner(of: place) else {
                continue
            }
            if groups.group(of: owner) != groups.group(of: handle), servers.contains(groups.group(of: owner)) {
                shared.insert(owner)
            }
        }
        return shared.sorted()
    }

    /// The socket that an address is the own one of.
    private func owner(of place: Program.Place) -> Int? {
        switch place.source {
        case .portOf(let handle): return handle
        case .step(let index):
            if case .getsockname(let handle) = whole.steps[index].action { return handle }
            return nil
        default: return nil
        }
    }

    private func belongs(_ step: Program.Step, _ index: Int) throws(ExportProblem) -> Bool {
        if case .poll(let watched, _) = step.action {
            return watched.first.map { isHere($0.handle) } ?? (end == .client)
        }
        if let handle = step.action.handle ?? step.action.made.first { return isHere(handle) }
        if case .unlink(let path) = step.action {
            let owner = whole.steps.first { $0.action.boundPath == path }?.action.handle
            return owner.map(isHere) ?? (end == .server)
        }
        guard case .lookUp = step.action else { return end == .client }
        let users = whole.steps.filter {
            $0.action.place?.source.steps.contains(index) == true || $0.action.place?.hostStep == index
        }
        return users.isEmpty ? end == .client : users.contains { $0.action.handle.map(isHere) ?? (end == .client) }
    }

    /// An action whose references lead into this end's program.
    private func rewritten(_ step: Program.Step, _ shared: [Int]) throws(ExportProblem) -> Program.Action {
        if case .bind(let handle, let place) = step.action, place.address.port == 0,
            let index = shared.firstIndex(of: handle)
        {
            return .bind(handle, Program.Place(address: place.address, source: .argument(index)))
        }
        var action = step.action.mappingReceived { moved[$0] ?? 0 }
        guard var place = action.place else { return action }
        if let owner = owner(of: place), !isHere(owner) {
            guard let index = shared.firstIndex(of: owner) else { throw foreign(step) }
            place.source = .argument(index)
        } else {
            switch place.source {
            case .step(let index), .service(let index), .lookup(let index, _):
                guard let target = moved[index] else { throw foreign(step) }
                place.source = place.source.moved(to: target) { moved[$0] }
            case .nameOf(let handle) where !isHere(handle): throw foreign(step)
            default: break
            }
        }
        place.hostStep = place.hostStep.flatMap { moved[$0] }
        action.place = place
        return action
    }

    private func foreign(_ step: Program.Step) -> ExportProblem {
        ExportProblem(
            "\(step.action.function) takes an address that only the other end knows",
            call: step.call,
            advice: "export it without -split"
        )
    }
}
