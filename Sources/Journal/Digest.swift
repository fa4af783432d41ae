import Sockets

/// Something a call reports, used as a search key; layer events report ``called(_:)`` and ``named(_:)``.
public enum Fact: Hashable, Sendable {
    /// A call was made on the socket with this number, or an event belongs to it.
    case called(Int)
    /// The socket with this number was created.
    case made(Int)
    /// The socket with this number was seen in a state.
    case state(Int, ConnectionState)
    /// A reset, a refusal or a timeout ended the connection of the socket with this number.
    case broken(Int)
    /// A socket had this name.
    case named(String)
    /// The call has to do with where a socket is and who its peer is.
    case milestone(Int)
    /// Data was received.
    case received

    /// The number of the socket that it is about.
    fileprivate var socket: Int? {
        switch self {
        case .called(let socket), .made(let socket), .broken(let socket), .milestone(let socket): socket
        case .state(let socket, _): socket
        case .named, .received: nil
        }
    }

    /// The numbers that distinguish it from others.
    fileprivate var parts: (kind: UInt64, value: UInt64) {
        switch self {
        case .called(let socket): (1, UInt64(truncatingIfNeeded: socket))
        case .made(let socket): (2, UInt64(truncatingIfNeeded: socket))
        case .broken(let socket): (3, UInt64(truncatingIfNeeded: socket))
        case .milestone(let socket): (4, UInt64(truncatingIfNeeded: socket))
        case .received: (5, 0)
        case .named(let name):
            // FNV-1a.
            (6, name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
        case .state(let socket, let state): (16 + UInt64(state.rawValue), UInt64(truncatingIfNeeded: socket))
        }
    }
}

/// What some calls or events report, small enough to stay in memory when they do not. It may claim a fact that was not
/// reported, but never misses one that was.
///
/// Sockets are numbered in order of creation, so a range says which ones the calls created. What the calls report about
/// others is in a Bloom filter of one kibibyte.
public struct Digest: Sendable {
    private static let words = 128
    private var bits = [UInt64](repeating: 0, count: words)
    private var made: ClosedRange<Int>?
    /// The calls that the events belong to.
    private var origins: ClosedRange<Int>?
    /// How many calls the journal had when the last event was recorded.
    private var after = 0

    /// The digest of some calls.
    init(_ calls: [Call]) {
        var last: (socket: Int, before: ConnectionState?, after: ConnectionState?)?
        for call in calls {
            for socket in call.made {
                made = Self.extend(made, to: socket.id)
                insert(.named(socket.name))
            }
            if call.takesIn { insert(.received) }
            guard let socket = call.socket, made?.contains(socket) != true else { continue }
            if call.isMilestone { insert(.milestone(socket)) }
            if call.endsConnection { insert(.broken(socket)) }
            // Most calls are like the previous one.
            if let last, last == (socket, call.before, call.after) { continue }
            last = (socket, call.before, call.after)
            insert(.called(socket))
            if let name = call.socketName { insert(.named(name)) }
            for state in [call.before, call.after].compactMap({ $0 }) { insert(.state(socket, state)) }
        }
    }

    /// The digest of some events.
    init(_ events: [LayerEvent]) {
        for event in events {
            after = event.after
            if let call = event.call { origins = Self.extend(origins, to: call) }
            if let socket = event.socket { insert(.called(socket)) }
            if let name = event.socketName { insert(.named(name)) }
        }
    }

    private static func extend(_ range: ClosedRange<Int>?, to number: Int) -> ClosedRange<Int> {
        min(range?.lowerBound ?? number, number)...max(range?.upperBound ?? number, number)
    }

    private mutating func insert(_ fact: Fact) {
        for place in Self.places(fact) { bits[place / 64] |= 1 << UInt64(place % 64) }
    }

    /// Whether one of the events may belong to one of these calls.
    func mayBelong(to calls: ClosedRange<Int>) -> Bool { origins?.overlaps(calls) ?? false }

    /// Whether one of the events was recorded when the journal had at least this many calls.
    func wasRecorded(from call: Int) -> Bool { after >= call }

    /// Whether one of the calls or events may report this fact.
    public func mayTell(_ fact: Fact) -> Bool {
        if let socket = fact.socket, made?.contains(socket) == true { return true }
        if case .made = fact { return false }
        return Self.places(fact).allSatisfy { bits[$0 / 64] & 1 << UInt64($0 % 64) != 0 }
    }

    private static func places(_ fact: Fact) -> [Int] {
        let (kind, value) = fact.parts
        // The splitmix64 mixer.
        var hash = value &+ kind &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
        hash ^= hash >> 31
        let count = UInt64(words * 64)
        return [Int(hash % count), Int(hash >> 32 % count)]
    }
}

extension Call {
    /// Whether it received data, or could have.
    public var takesIn: Bool { has(.receives) && error == nil }

    /// Whether it reported that a reset, a refusal or a timeout ended the connection.
    public var endsConnection: Bool { [.connectionReset, .connectionRefused, .timedOut].contains(errno) }

    /// Whether it says where its socket is, who its peer is, or what becomes of it.
    public var isMilestone: Bool { has(.isMilestone) }
}
