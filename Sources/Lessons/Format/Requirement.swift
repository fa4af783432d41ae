import Sockets

/// What a lesson cannot do without (the head's `requires`), and whether this machine and user have it.
enum Requirement: String, CaseIterable {
    /// Raw sockets, which need CAP_NET_RAW (raw(7)).
    case raw
    /// IPv6 on the loopback interface.
    case inet6

    /// Whether it is there: tried, for a moment.
    var isMet: Bool {
        switch self {
        case .raw: Observation.canMake(.inet, .raw, .icmp)
        case .inet6: Observation.canMake(.inet6, .stream, boundTo: .inet6(.loopback, port: 0))
        }
    }

    /// Why the lesson cannot be played, and what would help.
    var explanation: Message {
        switch self {
        case .raw: .needsRaw
        case .inet6: .needsInet6
        }
    }
}
