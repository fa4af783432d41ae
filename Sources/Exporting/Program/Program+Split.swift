import Journal
import Sockets

/// The two ends of a session.
public enum ProgramEnd: String, Sendable, CaseIterable {
    /// The end that is connected to, or sent to first.
    case server
    /// The end that connects, or sends first.
    case client
}

extension Program {
    /// The two programs that a session with both ends makes, for two processes.
    ///
    /// A port that the kernel chose is told by the server, which also takes it as an argument, and is an argument of the
    /// client.
    ///
    /// - Parameter reason: the comment on each call; nil for programs without comments.
    public static func ends(
        _ calls: [Call],
        since first: Int = 1,
        reason: Reason? = nil
    ) throws(ExportProblem) -> [ProgramEnd: Program] {
        let whole = try ProgramBuilder.program(of: calls, since: first, isSplit: true, reason: reason)
        var sides = Sides(whole)
        let servers = sides.servers(of: whole)
        var ends: [ProgramEnd: Program] = [:]
        for end in ProgramEnd.allCases {
            ends[end] = try Splitter(whole: whole, servers: servers, sides: sides, end: end).program()
        }
        return ends
    }
}

/// Which sockets have to be in one process: those that one call deals with.
struct Sides {
    private var parent: [Int]

    init(_ program: Program) {
        parent = Array(program.handles.indices)
        for step in program.steps {
            let together = step.action.made + (step.action.handle.map { [$0] } ?? []) + step.action.watched
            for handle in together.dropFirst() { unite(together[0], handle) }
        }
    }

    private mutating func unite(_ one: Int, _ other: Int) {
        let (first, second) = (side(of: one), side(of: other))
        parent[max(first, second)] = min(first, second)
    }

    /// The side of a socket: the least index on it.
    func side(of handle: Int) -> Int {
        var handle = handle
        while parent[handle] != handle { handle = parent[handle] }
        return handle
    }

    /// The sides that are connected to, or sent to.
    mutating func servers(of program: Program) -> Set<Int> {
        var listening: Set<Int> = []
        var bound: [Int] = []
        for step in program.steps where step.outcome == .success {
            if case .listen(let handle, _) = step.action { listening.insert(side(of: handle)) }
            if case .bind(let handle, _) = step.action { bound.append(side(of: handle)) }
        }
        if !listening.isEmpty { return listening }
        let all = Set(program.handles.indices.map { side(of: $0) })
        return Set(bound).count < all.count ? Set(bound) : Set(bound.prefix(1))
    }
}

extension Program.Action {
    /// The sockets that poll watches.
    var watched: [Int] { if case .poll(let watched, _) = self { watched.map(\.handle) } else { [] } }
}

/// Takes one end out of a program.
private struct Splitter {
    let whole: Program
    let servers: Set<Int>
    let sides: Sides
    let end: ProgramEnd
    private var moved: [Int: Int] = [:]

    init(whole: Program, servers: Set<Int>, sides: Sides, end: ProgramEnd) {
        self.whole = whole
        self.servers = servers
        self.sides = sides
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

    private func isHere(_ handle: Int) -> Bool { servers.contains(sides.side(of: handle)) == (end == .server) }

    /// The sockets whose port, which the kernel chose, the other end needs.
    private var sharedPorts: [Int] {
        var shared: Set<Int> = []
        for step in whole.steps {
            guard let place = step.action.place, let handle = step.action.handle, let owner = owner(of: place) else {
                continue
            }
            if sides.side(of: owner) != sides.side(of: handle), servers.contains(sides.side(of: owner)) {
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

extension Program.Place.Source {
    /// The steps that it refers to.
    var steps: [Int] {
        switch self {
        case .step(let index), .service(let index): [index]
        case .lookup(let index, let service): [index] + (service.map { [$0] } ?? [])
        default: []
        }
    }

    /// The same reference to a step of another index.
    func moved(to target: Int, _ service: (Int) -> Int?) -> Self {
        switch self {
        case .step: .step(target)
        case .service: .service(target)
        case .lookup(_, let other): .lookup(target, service: other.flatMap(service))
        default: self
        }
    }
}

extension Program.Action {
    /// The address that a call is given.
    var place: Program.Place? {
        get {
            switch self {
            case .bind(_, let place), .connect(_, let place), .lookUp(.nameInfo(let place, _)): place
            case .send(_, _, _, let place), .sendMessage(_, _, _, _, let place): place
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .bind(let handle, _): self = .bind(handle, newValue)
            case .connect(let handle, _): self = .connect(handle, newValue)
            case .send(let handle, let data, let flags, _): self = .send(handle, data, flags, to: newValue)
            case .sendMessage(let handle, let parts, let ancillary, let flags, _):
                self = .sendMessage(handle, parts, ancillary, flags, to: newValue)
            case .lookUp(.nameInfo(_, let flags)): self = .lookUp(.nameInfo(newValue, flags: flags))
            default: break
            }
        }
    }

    /// The same action, its references to received data changed.
    func mappingReceived(_ transform: (Int) -> Int) -> Self {
        func mapped(_ payload: Program.Payload) -> Program.Payload {
            if case .received(let step) = payload { .received(transform(step)) } else { payload }
        }
        switch self {
        case .send(let handle, let data, let flags, let place):
            return .send(handle, mapped(data), flags, to: place)
        case .sendMessage(let handle, let parts, let ancillary, let flags, let place):
            return .sendMessage(handle, parts.map(mapped), ancillary, flags, to: place)
        default: return self
        }
    }
}
