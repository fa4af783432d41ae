extension Notes {
    /// The options of TCP, IP and UDP that are met most.
    static let protocolOptions: [Note] = tcpOptions + ipOptions

    private static let tcpOptions: [Note] = [
        option(
            "TCP_NODELAY",
            """
            Turns Nagle's algorithm off: small sends go out at once, instead of waiting until earlier data is \
            acknowledged. Quicker for single keystrokes and requests, more packets otherwise.
            """,
            met: "Requests made of several small sends that seem to take 40 ms too long.",
            see: "Nagle, TCP_CORK, TCP_QUICKACK, MSG_MORE"
        ),
        option(
            "TCP_CORK",
            "Holds back every partial segment until it is taken off, 200 ms at most: the opposite of TCP_NODELAY.",
            met: "A header followed by sendfile.",
            see: "MSG_MORE, TCP_NODELAY, sendfile"
        ),
        option(
            "TCP_MAXSEG",
            "The largest segment that is sent; before connect or listen also what the peer is told to keep to.",
            met: "Paths that swallow large packets.",
            see: "MSS, MTU, TCP_INFO"
        ),
        option(
            "TCP_KEEPIDLE",
            "After how many seconds of silence the first keep-alive probe is sent; 7200 unless set.",
            met: "With SO_KEEPALIVE on.",
            see: "SO_KEEPALIVE, TCP_KEEPINTVL, TCP_KEEPCNT"
        ),
        option(
            "TCP_KEEPINTVL",
            "How many seconds lie between keep-alive probes; 75 unless set.",
            met: "With SO_KEEPALIVE on.",
            see: "SO_KEEPALIVE, TCP_KEEPIDLE"
        ),
        option(
            "TCP_KEEPCNT",
            "How many probes may stay without an answer before the connection is given up; 9 unless set.",
            met: "With SO_KEEPALIVE on.",
            see: "SO_KEEPALIVE, ETIMEDOUT"
        ),
        option(
            "TCP_SYNCNT",
            "How often the SYN is repeated before connect fails with ETIMEDOUT; 6 unless set, which takes two minutes.",
            met: "Clients that must not wait that long.",
            see: "ETIMEDOUT, SYN_SENT"
        ),
        option(
            "TCP_USER_TIMEOUT",
            "How many milliseconds sent data may stay unacknowledged before the connection is given up; 0 is the system's own choice.",
            met: "Programs that have to notice soon that the peer is gone.",
            see: "ETIMEDOUT, SO_KEEPALIVE, retransmission"
        ),
        option(
            "TCP_DEFER_ACCEPT",
            "accept gives a connection only once its first data is here.",
            met: "Servers whose clients speak first, such as web servers.",
            see: "SYN_RECV, accept"
        ),
        option(
            "TCP_INFO",
            "All that the kernel knows of the connection: state, round-trip time, windows, what was lost and repeated.",
            met: "state shows the usual part in words; ss -i prints it too.",
            see: "state, RTT, window, retransmission"
        ),
        option(
            "TCP_QUICKACK",
            "Acknowledges at once instead of waiting for data to carry the ACK; the kernel may leave that mode again.",
            met: "Request and answer with small messages.",
            see: "TCP_NODELAY, Nagle"
        ),
        option(
            "TCP_CONGESTION",
            "The algorithm that decides how fast to send: cubic, reno, bbr, whichever this kernel has.",
            met: "Comparing algorithms.",
            see: "congestion control, TCP_INFO"
        ),
        option(
            "TCP_LINGER2",
            "How many seconds a closed socket stays in FIN_WAIT2 waiting for the peer's FIN.",
            met: "Servers with many clients that never close.",
            see: "FIN_WAIT2"
        ),
        option(
            "TCP_WINDOW_CLAMP",
            "The window offered to the peer is never larger than this.",
            met: "Showing how the window holds a sender back.",
            see: "window, SO_RCVBUF"
        ),
        option(
            "TCP_FASTOPEN",
            "On a listener: how many connections with data in the SYN may wait.",
            met: "Servers; net.ipv4.tcp_fastopen must allow it.",
            see: "MSG_FASTOPEN, TCP_FASTOPEN_CONNECT"
        ),
        option(
            "TCP_FASTOPEN_CONNECT",
            "connect returns at once and the first send goes with the SYN, if a cookie of the peer is known.",
            met: "Clients that ask the same server often.",
            see: "TCP_FASTOPEN, MSG_FASTOPEN"
        ),
        option(
            "TCP_NOTSENT_LOWAT",
            "poll tells POLLOUT only while less than this is unsent, so that data is not written too early.",
            met: "Senders that want to change their mind until the last moment.",
            see: "POLLOUT, SIOCOUTQ"
        ),
    ]

    private static let ipOptions: [Note] = [
        option(
            "IP_TTL",
            "How many routers a packet may pass; each takes one away and the last sends it back as ICMP.",
            met: "traceroute counts with it.",
            see: "IPV6_UNICAST_HOPS, IP_MULTICAST_TTL"
        ),
        option(
            "IP_TOS",
            "The octet that asks routers for a kind of service, and carries the mark of congestion in its last two bits.",
            met: "Voice and interactive programs.",
            see: "IPV6_TCLASS, SO_PRIORITY"
        ),
        option(
            "IP_MTU_DISCOVER",
            "Whether packets forbid routers to fragment them, so that the path's MTU is found.",
            met: "Programs that measure the path, and UDP programs with large messages.",
            see: "IP_MTU, EMSGSIZE, MTU"
        ),
        option(
            "IP_MTU",
            "The largest packet that the path to the peer takes, as far as is known; only for a connected socket.",
            met: "Choosing the size of datagrams.",
            see: "IP_MTU_DISCOVER, EMSGSIZE"
        ),
        option(
            "IP_RECVERR",
            "Puts ICMP errors into the error queue, with who sent them; an unconnected UDP socket then hears of them at all.",
            met: "traceroute, and UDP clients that want to know.",
            see: "MSG_ERRQUEUE, ECONNREFUSED, POLLERR"
        ),
        option(
            "IP_PKTINFO",
            "Each datagram brings the interface and the address that it was sent to.",
            met: "UDP servers bound to 0.0.0.0 that have to answer from the right address.",
            see: "wildcard address, recvmsg"
        ),
        option(
            "IP_ADD_MEMBERSHIP",
            "Joins a multicast group on an interface: its datagrams are from now on delivered to this machine.",
            met: "Receivers of multicast; bind to the group's port too.",
            see: "IP_DROP_MEMBERSHIP, IP_MULTICAST_IF, multicast"
        ),
        option(
            "IP_MULTICAST_TTL",
            "How many routers multicast may pass; 1 unless set, so that it stays on the local network.",
            met: "Senders of multicast.",
            see: "IP_MULTICAST_LOOP, multicast"
        ),
        option(
            "IP_MULTICAST_LOOP",
            "Whether this machine's own members of the group get what it sends.",
            met: "Senders of multicast.",
            see: "IP_MULTICAST_TTL, multicast"
        ),
        option(
            "IP_HDRINCL",
            "On a raw socket: the program writes the IP header itself.",
            met: "Packet builders.",
            see: "SOCK_RAW, IPPROTO_RAW"
        ),
        option(
            "IP_FREEBIND",
            "bind takes an address that this machine does not have, or not yet.",
            met: "Servers that start before the network, or that take over an address.",
            see: "EADDRNOTAVAIL"
        ),
        option(
            "IPV6_V6ONLY",
            "On: the socket takes IPv6 only, so another may have the same IPv4 port. Off: it serves both.",
            met: "Servers with a socket for each version. Set it before bind.",
            see: "AF_INET6, EADDRINUSE"
        ),
        option(
            "IPV6_UNICAST_HOPS",
            "IPv6's IP_TTL: how many routers a packet may pass.",
            met: "traceroute over IPv6.",
            see: "IP_TTL"
        ),
        option(
            "UDP_CORK",
            "Joins sends into one datagram until it is taken off.",
            met: "Datagrams made of parts.",
            see: "MSG_MORE"
        ),
        option(
            "UDP_SEGMENT",
            "One send becomes many datagrams of this size, cut as late as possible.",
            met: "Fast senders such as QUIC servers.",
            see: "UDP_GRO, datagram"
        ),
        option(
            "UDP_GRO",
            "Datagrams of one peer that came together are given by one recv; ancillary data says where to cut.",
            met: "Fast receivers such as QUIC.",
            see: "UDP_SEGMENT, recvmsg"
        ),
    ]
}
