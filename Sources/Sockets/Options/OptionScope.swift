/// The sockets that an option applies to.
enum OptionScope: Sendable, Hashable {
    case any, unix, internet, inet, inet6, tcp, udp, udp6, udplite, raw4, raw6, icmp, icmpv6
    case streamUnix, netlink, packet, vsock, canRaw, j1939

    func holds(_ family: AddressFamily, _ type: SocketType, _ number: ProtocolNumber) -> Bool {
        switch self {
        case .any: true
        case .unix: family == .unix
        case .streamUnix: family == .unix && type != .datagram
        case .vsock: family == .vsock
        case .netlink, .packet, .canRaw, .j1939: holdsLinux(family, number)
        default: holdsInternet(family, type, number)
        }
    }

    private func holdsInternet(_ family: AddressFamily, _ type: SocketType, _ number: ProtocolNumber) -> Bool {
        guard family == .inet || family == .inet6 else { return false }
        let multipath = ProtocolNumber(rawValue: 262)
        switch self {
        case .internet: return true
        case .inet: return family == .inet
        case .inet6: return family == .inet6
        case .tcp: return type == .stream && [.automatic, .tcp, multipath].contains(number)
        case .udp: return type == .datagram && (number == .automatic || number == .udp)
        case .udp6: return family == .inet6 && type == .datagram && (number == .automatic || number == .udp)
        case .udplite: return number.rawValue == OptionLevel.udplite.rawValue
        case .raw4: return family == .inet && type == .raw
        case .raw6: return family == .inet6 && type == .raw
        case .icmp: return family == .inet && type == .raw && number == .icmp
        case .icmpv6: return family == .inet6 && type == .raw && number == .icmpv6
        default: return false
        }
    }

    private func holdsLinux(_ family: AddressFamily, _ number: ProtocolNumber) -> Bool {
        #if os(Linux)
            switch self {
            case .netlink: family == .netlink
            case .packet: family == .packet
            case .canRaw: family.rawValue == 29 && number.rawValue == 1
            case .j1939: family.rawValue == 29 && number.rawValue == 7
            default: false
            }
        #else
            false
        #endif
    }
}
