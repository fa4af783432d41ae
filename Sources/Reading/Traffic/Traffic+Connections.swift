import Journal
import Sockets
import SystemPackage

/// How ends come to be and find each other.
extension Traffic {
    mutating func create(_ call: Call, _ note: inout CallNote) {
        let domain = call.constantNumber("domain").map { AddressFamily(rawValue: Int32(truncatingIfNeeded: $0)) }
        let type = SocketType(rawValue: Int32(truncatingIfNeeded: (call.constantNumber("type") ?? 1) & 0xf))
        let number = call.constantNumber("protocol") ?? 0
        let indices = call.made.map { made in
            let index = add(made.id)
            ends[index].isStream = type == .stream
            ends[index].isTCP =
                type == .stream && (domain == .inet || domain == .inet6)
                && (number == 0 || number == Int(ProtocolNumber.tcp.rawValue))
            return index
        }
        if call.kind == .socketpair, indices.count == 2 { join(indices[0], indices[1]) }
    }

    mutating func duplicate(_ call: Call) {
        guard let made = call.made.first else { return }
        let original = call.origin
        guard let index = original.flatMap({ endOfSocket[$0] }) else {
            _ = add(made.id)
            return
        }
        ends[index].sockets.append(made.id)
        endOfSocket[made.id] = index
    }

    mutating func listen(_ call: Call, _ index: Int) {
        guard call.succeeded else { return }
        ends[index].isListening = true
        place(index, at: call.local)
    }

    private mutating func join(_ one: Int, _ other: Int) {
        ends[one].partner = other
        ends[other].partner = one
        ends[one].isConnected = true
        ends[other].isConnected = true
    }

    mutating func connect(_ call: Call, _ index: Int, _ note: inout CallNote) {
        guard let address = call.address else { return }
        guard call.succeeded || call.errno == .nowInProgress else { return refused(call, index, address, &note) }
        place(index, at: call.local)
        ends[index].peer = address == .unspecified ? nil : address
        ends[index].connect = call.number
        guard ends[index].isStream else { return }
        if ends[index].local?.unmapped == address.unmapped {
            join(index, index)
        } else if let listener = end(at: address, where: \.isListening) {
            ends[index].waitsAt = listener
            ends[listener].queue.append(index)
        }
        ends[index].isConnected = true
        note.arrows = handshake(from: party(index), to: other(of: index), isTCP: ends[index].isTCP)
    }

    private func handshake(from one: Party, to other: Party, isTCP: Bool) -> [Arrow] {
        guard isTCP else { return [Arrow(from: one, to: other, kind: .segment("connect"))] }
        if one == other { return [Arrow(from: one, to: other, kind: .segment("SYN"))] }
        return [
            Arrow(from: one, to: other, kind: .segment("SYN")),
            Arrow(from: other, to: one, kind: .segment("SYN+ACK")),
            Arrow(from: one, to: other, kind: .segment("ACK")),
        ]
    }

    private func refused(_ call: Call, _ index: Int, _ address: SocketAddress, _ note: inout CallNote) {
        guard ends[index].isTCP, !call.isInjected else { return }
        let target = end(at: address) { $0.isTCP }.map(party) ?? .remote(address)
        let syn = Arrow(from: party(index), to: target, kind: .segment("SYN"))
        switch call.errno {
        case .connectionRefused:
            note.arrows = [syn, Arrow(from: target, to: party(index), kind: .segment("RST"))]
        case .timedOut, .interrupted:
            note.arrows = [Arrow(from: syn.from, to: target, kind: .segment("SYN"), isLost: true)]
        default: break
        }
    }

    mutating func accept(_ call: Call, _ listener: Int, _ note: inout CallNote) {
        guard call.succeeded else { return }
        ends[listener].isListening = true
        guard let made = call.made.first else { return }
        let index = add(made.id)
        ends[index].isStream = ends[listener].isStream
        ends[index].isTCP = ends[listener].isTCP
        ends[index].isConnected = true
        place(index, at: call.local ?? ends[listener].local)
        ends[index].peer = call.writtenAddress
        if let connector = connector(at: listener, from: call.writtenAddress) {
            ends[connector].waitsAt = nil
            note.cause = ends[connector].connect
            join(index, connector)
        } else {
            let peer = call.writtenAddress.map { Party.remote($0) } ?? .unknown
            note.arrows = handshake(from: peer, to: party(listener), isTCP: ends[index].isTCP)
        }
        note.answers.append(Arrow(from: party(listener), to: .socket(made.id), kind: .birth(made.name)))
    }

    /// Takes the connection out of a listener's queue that has this address, or the oldest one if addresses do not
    /// tell.
    private mutating func connector(at listener: Int, from address: SocketAddress?) -> Int? {
        let queue = ends[listener].queue
        let unnamed = address == nil || address == .unix(.unnamed)
        let place = queue.firstIndex { index in
            guard !unnamed, let address, let local = ends[index].local, local.port != 0 else { return unnamed }
            return local.isReached(by: address)
        }
        guard let place else { return nil }
        return ends[listener].queue.remove(at: place)
    }

    mutating func learn(_ call: Call, _ index: Int) {
        guard let address = call.writtenAddress else { return }
        if call.kind == .getsockname, address.port != 0 { place(index, at: address) }
        if call.kind == .getpeername { ends[index].peer = address }
    }

    mutating func option(_ call: Call, _ index: Int) {
        guard call.succeeded, case .constant(let name, _)? = call.argument("optname"),
            case .option(let value, _)? = call.argument("optval")
        else { return }
        switch (name, value) {
        case ("SO_LINGER", .linger(let on, let seconds)): ends[index].closesWithReset = on && seconds == 0
        case ("SO_OOBINLINE", _): ends[index].takesUrgentInline = value.number != 0
        default: break
        }
    }
}
