import Language

/// What a renderer asks of a program: which variables its steps give, and what is left out.
extension Program {
    /// The lines of a step's comment, each after what begins a comment; none if it has no comment.
    func comment(of step: Step, behind start: String) -> [String] {
        comment(of: step, width: 78 - start.count).map { start + $0 }
    }

    /// The lines of a step's comment, none longer than `width`; none if it has no comment.
    func comment(of step: Step, width: Int) -> [String] { step.comment?.wrapped(width: width) ?? [] }

    /// The names for the languages that declare a variable for every result, free of those that are used again and
    /// again.
    var ownNames: Identifiers {
        var names = identifiers
        names.release([spareData, spareAddress] + steps.flatMap { [$0.dataName, $0.addressName].compactMap { $0 } })
        return names
    }

    /// The step that a place refers to.
    func step(_ index: Int) -> Step { steps[index] }

    /// The variable of the address or port that a step gave.
    func addressName(_ step: Int) -> String { steps[step].addressName ?? "address" }

    /// The variable of the data that a step received.
    func dataName(_ step: Int) -> String { steps[step].dataName ?? "data" }

    /// Whether a getaddrinfo was only made for the connect, bind or sendto that is the next step: a language whose
    /// functions look names up themselves leaves it out.
    func isImplied(_ step: Int) -> Bool {
        guard steps[step].outcome == .success, steps.indices.contains(step + 1) else { return false }
        switch steps[step + 1].action {
        case .connect(_, let place), .bind(_, let place), .send(_, _, _, to: let place?):
            if case .lookup(step, _) = place.source { return true }
            return place.hostStep == step
        default: return false
        }
    }

    /// Whether the service that a getaddrinfo was asked for is a port that the kernel had chosen, and so means nothing.
    func hasStalePort(_ step: Int) -> Bool {
        guard isImplied(step), let place = steps[step + 1].action.place else { return false }
        return place.hostStep == step
    }

    /// The host that a place was typed with, if it was a name.
    func hostName(_ place: Place) -> String? { place.hostStep.flatMap { lookedUp($0).host } }

    /// The host and the port of a lookup, as they were typed.
    func lookedUp(_ step: Int) -> (host: String?, service: String?) {
        guard case .lookUp(.addressInfo(let host, let service, _, _)) = steps[step].action else { return (nil, nil) }
        return (host, service)
    }
}
