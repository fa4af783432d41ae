import Sockets

/// What a lesson cannot do without (the head's `requires`), and whether this machine and user have it.
enum Requirement: String, CaseIterable {
    /// Raw sockets, which need CAP_NET_RAW (raw(7)).
    case raw
    /// IPv6 on the loopback interface.
    case inet6

    /// Whether it is there: tried, for a moment.
    var isMet: Bool {
        let kernel = Kernel()
        let made =
            switch self {
            case .raw: kernel.socket(.inet, type: SocketType.raw.rawValue, protocol: .icmp)
            case .inet6: kernel.socket(.inet6, type: SocketType.stream.rawValue, protocol: .automatic)
            }
        guard made.errno == nil else { return false }
        defer { _ = kernel.close(Int32(made.result)) }
        return self == .raw || kernel.bind(Int32(made.result), to: .inet6(.loopback, port: 0)).errno == nil
    }

    /// Why the lesson cannot be played, and what would help.
    var explanation: Message {
        switch self {
        case .raw: .needsRaw
        case .inet6: .needsInet6
        }
    }
}
