import Journal
import Language
import Sockets

/// Which options a lesson's own statements may read and set.
extension Confinement {
    /// Those that change how a socket of the lesson's own behaves and nothing else: not where its packets go (source
    /// routes, interfaces, marks), not what others see or send, not what programs the kernel runs for it.
    static let settableOptions: Set<String> = [
        "SO_BROADCAST", "SO_DONTROUTE", "SO_KEEPALIVE", "SO_LINGER", "SO_NO_CHECK", "SO_OOBINLINE", "SO_PASSCRED",
        "SO_PASSPIDFD", "SO_PASSRIGHTS", "SO_PASSSEC", "SO_PEEK_OFF", "SO_PRIORITY", "SO_RCVBUF", "SO_RCVLOWAT",
        "SO_RCVTIMEO", "SO_RCVTIMEO_NEW", "SO_REUSEADDR", "SO_REUSEPORT", "SO_RXQ_OVFL", "SO_SNDBUF", "SO_SNDLOWAT",
        "SO_SNDTIMEO", "SO_SNDTIMEO_NEW", "SO_TIMESTAMP", "SO_TIMESTAMP_NEW", "SO_TIMESTAMPNS",
        "SO_TIMESTAMPNS_NEW", "SO_INQ", "SO_NOSIGPIPE",
        "TCP_CONGESTION", "TCP_CORK", "TCP_DEFER_ACCEPT", "TCP_DELACK_MAX_US", "TCP_FASTOPEN",
        "TCP_FASTOPEN_CONNECT", "TCP_INQ", "TCP_KEEPALIVE", "TCP_KEEPCNT", "TCP_KEEPIDLE", "TCP_KEEPINTVL",
        "TCP_LINGER2", "TCP_MAXSEG", "TCP_NODELAY", "TCP_NOPUSH", "TCP_NOTSENT_LOWAT", "TCP_QUICKACK",
        "TCP_RTO_MAX_MS", "TCP_RTO_MIN_US", "TCP_SAVE_SYN", "TCP_SYNCNT", "TCP_THIN_DUPACK",
        "TCP_THIN_LINEAR_TIMEOUTS", "TCP_TIMESTAMP", "TCP_USER_TIMEOUT", "TCP_WINDOW_CLAMP",
        "IP_BIND_ADDRESS_NO_PORT", "IP_BLOCK_SOURCE", "IP_DROP_MEMBERSHIP", "IP_DROP_SOURCE_MEMBERSHIP",
        "IP_HDRINCL", "IP_LOCAL_PORT_RANGE", "IP_MINTTL", "IP_MTU_DISCOVER", "IP_MULTICAST_ALL", "IP_MULTICAST_IF",
        "IP_MULTICAST_LOOP", "IP_MULTICAST_TTL", "IP_ORIGDSTADDR", "IP_PKTINFO", "IP_RECVDSTADDR", "IP_RECVERR",
        "IP_RECVFRAGSIZE", "IP_RECVOPTS", "IP_RECVORIGDSTADDR", "IP_RECVTOS", "IP_RECVTTL", "IP_TOS", "IP_TTL",
        "IP_UNBLOCK_SOURCE",
        "IPV6_ADDR_PREFERENCES", "IPV6_AUTOFLOWLABEL", "IPV6_DONTFRAG", "IPV6_DROP_MEMBERSHIP", "IPV6_LEAVE_ANYCAST",
        "IPV6_LEAVE_GROUP", "IPV6_MINHOPCOUNT", "IPV6_MTU", "IPV6_MTU_DISCOVER", "IPV6_MULTICAST_ALL",
        "IPV6_MULTICAST_HOPS", "IPV6_MULTICAST_IF", "IPV6_MULTICAST_LOOP", "IPV6_RECVERR", "IPV6_RECVFRAGSIZE",
        "IPV6_RECVHOPLIMIT", "IPV6_RECVORIGDSTADDR", "IPV6_RECVPATHMTU", "IPV6_RECVPKTINFO", "IPV6_RECVTCLASS",
        "IPV6_TCLASS", "IPV6_UNICAST_HOPS", "IPV6_V6ONLY", "MCAST_BLOCK_SOURCE", "MCAST_LEAVE_GROUP",
        "MCAST_LEAVE_SOURCE_GROUP", "MCAST_UNBLOCK_SOURCE",
        "UDP_CORK", "UDP_GRO", "UDP_NO_CHECK6_RX", "UDP_NO_CHECK6_TX", "UDP_SEGMENT",
    ]

    /// Those that announce a membership to routers and neighbours.
    private static let joining: Set<String> = [
        "IP_ADD_MEMBERSHIP", "IP_ADD_SOURCE_MEMBERSHIP", "IPV6_ADD_MEMBERSHIP", "IPV6_JOIN_GROUP",
        "MCAST_JOIN_GROUP", "MCAST_JOIN_SOURCE_GROUP",
    ]

    /// Those that give out a descriptor, which nothing would close.
    private static let opening: Set<String> = ["SO_PEERPIDFD"]

    /// Rejects setting an option that is not among these, and reading one that is unknown here. One that can only be
    /// read is the kernel's to refuse.
    func check(option arguments: [Argument], isSet: Bool, at span: Span) throws(Failure) {
        for case .constant(let name, _) in arguments.filter({ $0.name == "optname" }).map(\.value) {
            guard let option = SocketOption.find(name, level: nil), option.name == name else {
                throw Self.refusal("use the option \(name), which is not known here", at: span)
            }
            if isSet {
                let isAllowed =
                    Self.settableOptions.contains(name) || !option.access.isWritable
                    || Self.joining.contains(name) && reachesOthers
                if !isAllowed { throw Self.refusal("set \(name)", at: span) }
            } else if Self.opening.contains(name) {
                throw Self.refusal("read \(name)", at: span)
            }
        }
    }
}
