import Journal
import Language
import Shell
import Sockets

/// Looks whether the step's answer can still be given from here: what of it is to be done yet, and whether the sockets are such that
/// the kernel would do it. Only what a condition that is not met depends on counts.
struct ImpasseFinder {
    private let stage: Stage
    /// The conditions that are not met.
    private let unmet: [Check.Predicate]
    /// The lines of the answer that were not typed yet, or not with success.
    private let remaining: [TypedCall]
    private let calls: [Call]
    /// Whether the lines of the answer that call nothing, an assignment for instance, were typed.
    private let areValuesSet: Bool

    /// - Parameter check: the step's, which is not met.
    init(_ stage: Stage, _ check: Check, _ step: Lesson.Step) {
        self.stage = stage
        let evaluator = CheckEvaluator(context: stage.context)
        unmet = evaluator.unmet(check).flatMap(\.alternatives).compactMap { $0.isNegated ? nil : $0.predicate }
        calls = stage.context.calls
        var typed = stage.succeeded
        let answer = step.answer.steps.map { stage.filled($0.input) }
        areValuesSet = answer.allSatisfy { !TypedCall.all(in: $0).isEmpty || stage.judgedLines.contains($0.trimmed) }
        remaining = answer.flatMap { TypedCall.all(in: $0) }.filter { call in
            guard let place = typed.firstIndex(of: call) else { return true }
            typed.remove(at: place)
            return false
        }
    }

    /// Why the answer cannot pass any more; nil if it may.
    ///
    /// - Parameter failed: the calls of the last statement, if one of them failed.
    func impasse(failed: [TypedCall]) -> Impasse? {
        if unmet.isEmpty { return nil }
        if let peer = unmet.compactMap(silentPeer).first { return .gone(peer: peer) }
        if let impasse = ofSockets() { return impasse }
        if remaining.isEmpty, areValuesSet { return .exhausted }
        guard let next = remaining.first, failed.contains(next), !next.isTried else { return nil }
        let errors = wantedErrors(of: next)
        return errors.isEmpty || !errors.contains("") && !errors.contains(calls.last?.error?.name ?? "") ? .failed : nil
    }

    /// The other end that is to receive something and has ended; what it was sent is in its journal by then.
    private func silentPeer(_ predicate: Check.Predicate) -> String? {
        guard case .peerReceived(let name, _) = predicate else { return nil }
        return stage.cast.contains { $0.name == name && $0.hasEnded } ? name : nil
    }

    /// Goes through what is left of the answer; of each socket the first line counts, for that one changes it.
    private func ofSockets() -> Impasse? {
        var changed: Set<String> = []
        for call in remaining {
            defer { changed.formUnion([call.receiver, call.target].compactMap(\.self)) }
            guard let name = call.receiver, !changed.contains(name), isWanted(call) else { continue }
            guard let socket = stage.session.locked({ stage.session.sockets[name] }) else {
                if stage.namesAtBegin.contains(name) || stage.succeeded.contains(where: { $0.target == name }) {
                    return .closed(name)
                }
                continue
            }
            if !call.isTried, let impasse = impasse(call, on: socket) { return impasse }
        }
        return nil
    }

    private func impasse(_ call: TypedCall, on socket: Socket) -> Impasse? {
        let errors = wantedErrors(of: call)
        if !errors.isEmpty, call.shape.first != "bind" || errors.contains("EINVAL") || errors.contains("") {
            return nil
        }
        let isStream = socket.isTCP && socket.type == .stream
        switch call.shape.first {
        case "bind":
            let local = Observation.localAddress(of: socket.descriptor)
            guard let local, local.port ?? 1 != 0, local != .unix(.unnamed) else { return nil }
            return .bound(socket.name, to: local.description)
        case "accept": return taken(call, at: socket)
        case "send", "sendall", "sendline":
            guard isStream else { return nil }
            switch socket.state {
            case .closed, .timeWait: return .over(socket.name)
            case .finWait1, .finWait2, .closing, .lastAck: return .shut(socket.name)
            default: return nil
            }
        case "shutdown": return isStream && socket.state == .closed ? .over(socket.name) : nil
        default: return nil
        }
    }

    /// Whether as many were accepted as the answer accepts, and nobody waits to be.
    private func taken(_ call: TypedCall, at listener: Socket) -> Impasse? {
        guard listener.state == .listen, !remaining.contains(where: { $0.shape.first == "connect" }) else { return nil }
        let accepted = calls.filter { $0.name == "accept" && $0.error == nil && $0.socketName == listener.name }
        let wanted = remaining.filter { $0.shape.first == "accept" && $0.receiver == listener.name }
        guard accepted.count >= wanted.count, let last = accepted.last?.made.first else { return nil }
        let entry = PollEntry(descriptor: listener.descriptor, events: .readable)
        guard Observation.readiness(of: [entry]).allSatisfy(\.isEmpty) else { return nil }
        let socket = stage.session.locked { stage.session.sockets.all.first { $0.id == last.id } }
        return .taken(as: socket?.name ?? "")
    }

    /// Whether a condition that is not met may depend on a line of the answer.
    private func isWanted(_ call: TypedCall) -> Bool {
        unmet.contains { predicate in
            switch predicate {
            case .socket(let pattern):
                if call.shape.first == "bind" { return pattern.port != nil || pattern.isBound != nil }
                return pattern.name.map { [call.receiver, call.target].contains($0) } ?? true
            case .call(let pattern): return pattern.name == stage.function(of: call)
            case .order(let titles): return titles.contains { $0.description == stage.function(of: call) }
            case .sent(_, let name), .received(_, let name):
                return name.map { [call.receiver, call.target].contains($0) } ?? true
            case .peerReceived, .variable, .sameVariable: return call.shape.first != "bind"
            case .noLeaks: return false
            }
        }
    }

    /// The errors with which the check wants the call to fail, empty for any; none if it is to succeed.
    private func wantedErrors(of call: TypedCall) -> [String] {
        stage.check?.calls.compactMap { pattern in
            guard case .failure(let error)? = pattern.outcome, pattern.name == stage.function(of: call),
                pattern.socket.map({ $0 == call.receiver }) ?? true
            else { return nil }
            return error
        } ?? []
    }
}

extension Stage {
    /// The C function of a typed call's command, without its section; nil if it has none.
    func function(of call: TypedCall) -> String? {
        guard let command = call.shape.first.flatMap({ session.registry[$0] }), let function = command.function else {
            return nil
        }
        return String(function.prefix { $0 != "(" })
    }

    /// Why the step's answer cannot pass from here, if it cannot; to be asked after ``judge(typed:)``.
    func impasse() -> Impasse? {
        guard let step, let check, !step.answer.steps.isEmpty else { return nil }
        return ImpasseFinder(self, check, step).impasse(failed: failedCalls)
    }
}
