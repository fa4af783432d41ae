/// Which levels a socket's options are looked for at.
extension OptionLevel {
    /// The levels that are a socket's own, nearest first: its protocol's, its family's, the socket itself.
    ///
    /// Where a short name is an option of several levels, the first of these that has it is meant.
    static func own(family: AddressFamily, type: SocketType, protocol number: ProtocolNumber) -> [OptionLevel] {
        [transport(family, type, number), network(family, number), .socket].compactMap { $0 }
    }

    private static func transport(
        _ family: AddressFamily,
        _ type: SocketType,
        _ number: ProtocolNumber
    ) -> OptionLevel? {
        guard family == .inet || family == .inet6 else { return nil }
        let scopes: [(OptionScope, OptionLevel)] = [
            (.tcp, .tcp), (.udp, .udp), (.udplite, .udplite), (.icmp, .raw), (.icmpv6, .icmpv6),
        ]
        return scopes.first { $0.0.holds(family, type.withoutFlags, number) }?.1
    }

    private static func network(_ family: AddressFamily, _ number: ProtocolNumber) -> OptionLevel? {
        switch family {
        case .inet: return .ip
        case .inet6: return .ipv6
        case .vsock: return .vsock
        default:
            #if os(Linux)
                let scopes: [(OptionScope, OptionLevel)] = [
                    (.netlink, .netlink), (.packet, .packet), (.canRaw, .canRaw), (.j1939, .j1939),
                ]
                return scopes.first { $0.0.holds(family, .raw, number) }?.1
            #else
                return nil
            #endif
        }
    }
}
