/// The levels at which a socket's options are looked up.
extension OptionLevel {
    /// The socket's own levels, nearest first: its protocol's, its family's, the socket itself.
    ///
    /// If several levels have an option with the same short name, the first of these is meant.
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
