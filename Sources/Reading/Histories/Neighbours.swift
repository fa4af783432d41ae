import Journal
import Language
import Sockets

/// Another socket of the session, as far as the journal tells.
public struct Neighbour {
    /// Its name in the session.
    public let name: String
    /// Its address family, as far as it is known.
    public internal(set) var family: AddressFamily?
    /// Its type without flags, as far as it is known.
    public internal(set) var type: SocketType?
    /// Its own address, as far as it is known.
    public internal(set) var local: SocketAddress?
    /// The address that it was connected to, as far as it is known.
    public internal(set) var peer: SocketAddress?
    /// Whether listen succeeded on it.
    public internal(set) var isListening = false
    /// Whether it was closed.
    public internal(set) var isClosed = false
    /// The name of the listener that it was accepted from.
    public internal(set) var listener: String?
    /// Whether it has set SO_REUSEADDR, or comes of a listener that had.
    public internal(set) var reusesAddress = false
    /// Whether it has set SO_REUSEPORT, or comes of a listener that had.
    public internal(set) var reusesPort = false
    /// Whether a connection was made or taken through it.
    public internal(set) var hadConnection = false
}

/// All sockets of the session up to a call, the newest first.
public struct Neighbours {
    private var byID: [Int: Neighbour] = [:]
    /// All of them, the newest first.
    public private(set) var all: [Neighbour] = []

    /// The sockets that calls before `call` tell of, the call's own left out.
    public init(of call: Call, in journal: Journal) {
        var left = SocketHistory.reach
        var calls: [Call] = []
        journal.backwards { past in
            left -= 1
            if past.number < call.number, past.error == nil, past.concerns { calls.append(past) }
            return left > 0
        }
        for past in calls.reversed() { take(past) }
        if let own = call.socket { byID[own] = nil }
        all = byID.sorted { $0.key > $1.key }.map(\.value)
    }

    private mutating func take(_ call: Call) {
        for made in call.made {
            var neighbour = Neighbour(name: made.name)
            if let origin = call.socket.flatMap({ byID[$0] }) {
                (neighbour.family, neighbour.type) = (origin.family, origin.type)
                neighbour.local = origin.local
                neighbour.reusesAddress = origin.reusesAddress
                neighbour.reusesPort = origin.reusesPort
                neighbour.hadConnection = call.isAccept
                neighbour.listener = neighbour.hadConnection ? origin.name : nil
            } else {
                if case .constant(_, let number)? = call.argument("domain") {
                    neighbour.family = AddressFamily(rawValue: Int32(truncatingIfNeeded: number))
                }
                if case .constant(_, let number)? = call.argument("type") {
                    neighbour.type = SocketType(rawValue: Int32(truncatingIfNeeded: number) & 0xf)
                }
            }
            byID[made.id] = neighbour
        }
        guard let id = call.socket, let name = call.socketName else { return }
        switch call.kind {
        case .bind: byID[id, default: Neighbour(name: name)].local = call.local ?? call.address
        case .listen:
            byID[id, default: Neighbour(name: name)].isListening = true
            if let local = call.local { byID[id]?.local = local }
        case .setsockopt:
            guard case .option(let value, _)? = call.argument("optval") else { return }
            let isOn = value.number.map { $0 != 0 } ?? false
            switch call.constantName("optname") {
            case "SO_REUSEADDR": byID[id]?.reusesAddress = isOn
            case "SO_REUSEPORT": byID[id]?.reusesPort = isOn
            default: break
            }
        case .connect:
            byID[id]?.hadConnection = true
            byID[id]?.peer = call.address
            if let local = call.local { byID[id]?.local = local }
        case .accept, .accept4: byID[id]?.hadConnection = true
        case .close: byID[id, default: Neighbour(name: name)].isClosed = true
        default: break
        }
    }

    /// One that is not closed and fulfils a condition: a listener if one does, else the newest.
    public func open(where condition: (Neighbour) -> Bool) -> Neighbour? {
        let found = all.filter { !$0.isClosed && condition($0) }
        return found.first(where: \.isListening) ?? found.first { $0.listener == nil } ?? found.first
    }

    /// The newest that was closed and fulfils a condition.
    public func closed(where condition: (Neighbour) -> Bool) -> Neighbour? {
        all.first { $0.isClosed && condition($0) }
    }
}

extension Call {
    /// Whether it says something about where a socket is.
    fileprivate var concerns: Bool {
        if !made.isEmpty { return true }
        switch kind {
        case .bind, .listen, .connect, .accept, .accept4, .close, .setsockopt: return true
        default: return false
        }
    }
}
