import Journal
import Language
import Sockets

extension Confinement {
    /// The families whose addresses identify the machine; others talk to the kernel itself (netlink, key), to the wire
    /// (packet) or to other machines in ways of their own.
    private static let families: Set<Int32> = [AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6, AF_IPX]

    /// The options that divert traffic meant for this machine: source routes and headers of the sender's own (RFC 791
    /// section 3.1, RFC 8200 section 4), and interfaces.
    private static let routing: Set<String> = [
        "IP_OPTIONS", "IP_UNICAST_IF", "IPV6_UNICAST_IF", "SO_BINDTODEVICE", "SO_BINDTOIFINDEX", "SO_MARK",
        "IPV6_RTHDR",
        "IPV6_2292RTHDR", "IPV6_RTHDRDSTOPTS", "IPV6_DSTOPTS", "IPV6_2292DSTOPTS", "IPV6_HOPOPTS", "IPV6_2292HOPOPTS",
        "IPV6_2292PKTOPTIONS", "IPV6_PKTINFO",
    ]

    /// The options that announce a membership to routers and neighbours.
    private static let joining: Set<String> = [
        "IP_ADD_MEMBERSHIP", "IP_ADD_SOURCE_MEMBERSHIP", "IPV6_ADD_MEMBERSHIP", "IPV6_JOIN_GROUP", "IPV6_JOIN_ANYCAST",
        "MCAST_JOIN_GROUP", "MCAST_JOIN_SOURCE_GROUP",
    ]

    /// Rejects a call that reaches beyond this machine, by the addresses passed to it or in another way.
    func check(
        call kind: CallKind,
        on socket: Socket?,
        _ arguments: [Argument],
        at span: Span
    ) throws(Failure) {
        for case .address(let address) in arguments.map(\.value) { try check(address, at: span) }
        switch kind {
        case .bind:
            for case .address(let address) in arguments.map(\.value) { try checkReachable(at: address, "bind", span) }
        case .listen:
            // The kernel gives an unbound socket a port on every address (listen(2) leaves that to ip(7)).
            if let address = socket.flatMap({ Observation.localAddress(of: $0.descriptor) }) {
                try checkReachable(at: address, "listen on", span)
            }
        case .socket, .socketpair:
            for case .constant(let family, let number) in arguments.prefix(1).map(\.value)
            where !Self.families.contains(Int32(truncatingIfNeeded: number)) {
                throw Self.refusal("make a socket of the family \(family)", at: span)
            }
        case .setsockopt:
            for case .constant(let option, _) in arguments.map(\.value)
            where Self.routing.contains(option) || Self.joining.contains(option) && !reachesOthers {
                throw Self.refusal("set \(option)", at: span)
            }
        case _ where kind.has(.sends):
            for case .ancillary(let messages) in arguments.map(\.value) {
                for message in messages where !message.staysHere {
                    throw Self.refusal("send \(message.name)", at: span)
                }
            }
        default: return
        }
    }
}

extension Confinement {
    /// Rejects letting other machines in, at the address that stands for all of this machine's.
    private func checkReachable(at address: SocketAddress, _ deed: String, _ span: Span) throws(Failure) {
        guard address.isWildcard, !networks.contains(where: { $0.contains(address) }), !isReachable else { return }
        let host = if case .inet6 = address { "::" } else { "0.0.0.0" }
        throw Self.refusal(
            "\(deed) \(host): other machines could come in",
            "127.0.0.1 and ::1 are for this machine; its head may ask for more: networks: \(host)",
            "netshell learn --outside allows all, if you trust the lesson",
            at: span
        )
    }
}

extension AncillaryMessage {
    /// Whether it does not affect a datagram's path.
    fileprivate var staysHere: Bool {
        switch self {
        case .packetInfo, .packetInfo6, .other: false
        default: true
        }
    }
}
