extension Program.Action {
    /// The sockets that poll watches.
    var watched: [Int] { if case .poll(let watched, _) = self { watched.map(\.handle) } else { [] } }
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
