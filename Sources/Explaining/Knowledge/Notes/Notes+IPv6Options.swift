extension Notes {
    /// The options of IPv6 that getsockopt lists, and those that join and leave groups.
    static let ipv6Options: [Note] = [
        option(
            "IPV6_MTU_DISCOVER",
            "Whether packets that are too large may be cut up here, at their source; routers of IPv6 never cut them.",
            met: "Programs that measure the path, and UDP programs with large messages.",
            see: "IP_MTU_DISCOVER, IPV6_DONTFRAG, EMSGSIZE, MTU"
        ),
        option(
            "IPV6_MTU",
            "The largest packet that the path to the peer takes, as far as is known; only for a connected socket. Set, it is a limit of the socket's own.",
            met: "Choosing the size of datagrams.",
            see: "IP_MTU, IPV6_RECVPATHMTU, MTU"
        ),
        option(
            "IPV6_PATHMTU",
            "The peer and the largest packet that the path to it takes; only for a connected socket.",
            met: "Choosing the size of datagrams.",
            see: "IPV6_MTU, IPV6_RECVPATHMTU, ENOTCONN"
        ),
        option(
            "IPV6_ADDRFORM",
            "Makes an IPv4 socket of one that is connected to a mapped address such as ::ffff:127.0.0.1.",
            met: "Before such a socket is given to a program that knows only IPv4.",
            see: "IPV6_V6ONLY, AF_INET"
        ),
        option(
            "IPV6_FLOWLABEL_MGR",
            "Takes a flow label for this socket and gives it back, so that no two use the same.",
            met: "Programs that choose their flow label.",
            see: "IPV6_FLOWINFO_SEND, IPV6_AUTOFLOWLABEL"
        ),
        option(
            "IP6T_SO_ORIGINAL_DST",
            "IPv6's SO_ORIGINAL_DST: where a connection was going before it was redirected.",
            met: "Transparent proxies.",
            see: "SO_ORIGINAL_DST, IPV6_TRANSPARENT"
        ),
        option(
            "IPV6_DONTFRAG",
            "A message that does not fit the interface fails with EMSGSIZE instead of leaving in fragments.",
            met: "Programs that measure the path.",
            see: "EMSGSIZE, IPV6_MTU_DISCOVER, MTU"
        ),
        option(
            "IPV6_RECVPATHMTU",
            "recvmsg tells when the path to the peer takes only smaller packets than thought, with the new size.",
            met: "Protocols on UDP that choose their packets' size.",
            see: "IPV6_MTU, MTU, recvmsg"
        ),
        option(
            "IPV6_RECVERR",
            "IPv6's IP_RECVERR: ICMP errors go into the error queue, with who sent them.",
            met: "traceroute, and UDP clients that want to know.",
            see: "IP_RECVERR, MSG_ERRQUEUE, ECONNREFUSED"
        ),
        option(
            "IPV6_RECVERR_RFC4884",
            "With IPV6_RECVERR: an error in the queue says where the ICMP message's extensions begin.",
            met: "traceroute, to show the labels of MPLS.",
            see: "IPV6_RECVERR, MSG_ERRQUEUE"
        ),
        option(
            "IPV6_RECVPKTINFO",
            "recvmsg brings the interface and the address that each datagram was sent to.",
            met: "UDP servers bound to :: that have to answer from the right address.",
            see: "IP_PKTINFO, wildcard address, recvmsg"
        ),
        option(
            "IPV6_RECVHOPLIMIT",
            "recvmsg brings the hop limit with which each packet came: how many routers it could still have passed.",
            met: "ping and traceroute over IPv6.",
            see: "IP_RECVTTL, IPV6_UNICAST_HOPS, recvmsg"
        ),
        option(
            "IPV6_RECVTCLASS",
            "recvmsg brings the traffic class of each packet, with the mark of congestion.",
            met: "Protocols on UDP with their own congestion control, such as QUIC.",
            see: "IPV6_TCLASS, IP_RECVTOS, recvmsg"
        ),
        option(
            "IPV6_RECVORIGDSTADDR",
            "recvmsg brings the address and port that each datagram was sent to before this machine redirected it.",
            met: "Transparent proxies.",
            see: "IPV6_TRANSPARENT, IP_RECVORIGDSTADDR, recvmsg"
        ),
        option(
            "IPV6_RECVFRAGSIZE",
            "recvmsg brings the size of the largest fragment that a datagram came in, if it came in fragments.",
            met: "Programs that look for a size that fits the path.",
            see: "MTU, IPV6_MTU_DISCOVER, recvmsg"
        ),
        option(
            "IPV6_RECVHOPOPTS",
            "recvmsg brings the hop-by-hop options of each packet, which every router on its way may look at.",
            met: "Programs for the network itself; ordinary packets have none.",
            see: "IPV6_HOPOPTS, recvmsg"
        ),
        option(
            "IPV6_RECVRTHDR",
            "recvmsg brings the routing header of each packet, the list of places it was sent through.",
            met: "Programs for the network itself; ordinary packets have none.",
            see: "IPV6_RTHDR, recvmsg"
        ),
        option(
            "IPV6_RECVDSTOPTS",
            "recvmsg brings the options in each packet that are meant for its destination.",
            met: "Programs for the network itself; ordinary packets have none.",
            see: "IPV6_DSTOPTS, recvmsg"
        ),
        option(
            "IPV6_HOPOPTS",
            "The hop-by-hop options of each packet that is sent. Many routers drop packets that have any.",
            met: "Programs for the network itself.",
            see: "IPV6_RECVHOPOPTS"
        ),
        option(
            "IPV6_RTHDR",
            "The routing header of each packet that is sent: the places it is to go through.",
            met: "Programs for the network itself.",
            see: "IPV6_RECVRTHDR"
        ),
        option(
            "IPV6_RTHDRDSTOPTS",
            "Options for every place that the routing header names; without such a header they are not sent.",
            met: "Programs for the network itself.",
            see: "IPV6_RTHDR, IPV6_DSTOPTS"
        ),
        option(
            "IPV6_DSTOPTS",
            "Options for the destination in each packet that is sent.",
            met: "Programs for the network itself.",
            see: "IPV6_RECVDSTOPTS"
        ),
        option(
            "IPV6_TCLASS",
            "IPv6's IP_TOS: the kind of service that routers are asked for, and the mark of congestion in the last two bits.",
            met: "Voice and interactive programs.",
            see: "IP_TOS, SO_PRIORITY"
        ),
        option(
            "IPV6_FLOWINFO",
            "recvmsg brings the flow label and traffic class of each packet.",
            met: "Programs that look at flows.",
            see: "IPV6_FLOWINFO_SEND, IPV6_AUTOFLOWLABEL, recvmsg"
        ),
        option(
            "IPV6_FLOWINFO_SEND",
            "The flow label in the address that connect or sendto is given, its third word, goes into the packets; without it, it is ignored.",
            met: "Programs that choose their flow label.",
            see: "IPV6_FLOWINFO, connect"
        ),
        option(
            "IPV6_AUTOFLOWLABEL",
            "The kernel makes a flow label for each connection, by which routers spread connections over several paths.",
            met: "It is on at first.",
            see: "IPV6_FLOWINFO, SO_TXREHASH"
        ),
        option(
            "IPV6_ADDR_PREFERENCES",
            "Which of this machine's addresses is preferred as the source: temporary ones, which change to hide who it is, or the lasting one.",
            met: "Servers that connect out and want to be known by their address.",
            see: "getaddrinfo, AF_INET6"
        ),
        option(
            "IPV6_MINHOPCOUNT",
            "IPv6's IP_MINTTL: packets with fewer hops left are dropped.",
            met: "Routers that speak BGP.",
            see: "IP_MINTTL, IPV6_UNICAST_HOPS"
        ),
        option(
            "IPV6_FREEBIND",
            "bind takes an address that this machine does not have, or not yet.",
            met: "Servers that start before the network: an IPv6 address is tested for doubles first.",
            see: "IP_FREEBIND, EADDRNOTAVAIL"
        ),
        option(
            "IPV6_TRANSPARENT",
            "IPv6's IP_TRANSPARENT: the socket speaks for an address that is not this machine's. Needs CAP_NET_ADMIN.",
            met: "Transparent proxies.",
            see: "IP_TRANSPARENT, EPERM"
        ),
        option(
            "IPV6_UNICAST_IF",
            "By which interface packets to one host leave, if there are routes by several.",
            met: "Programs that came from Windows.",
            see: "IP_UNICAST_IF, SO_BINDTODEVICE"
        ),
        option(
            "IPV6_MULTICAST_IF",
            "By which interface packets to a group leave, by its index; 0 lets the routing table decide.",
            met: "Senders of multicast: a link-local group does not say which link is meant.",
            see: "IPV6_MULTICAST_HOPS, if_nametoindex, multicast"
        ),
        option(
            "IPV6_MULTICAST_HOPS",
            "How many routers multicast may pass; 1 unless set, so that it stays on the local network.",
            met: "Senders of multicast.",
            see: "IP_MULTICAST_TTL, IPV6_MULTICAST_LOOP, multicast"
        ),
        option(
            "IPV6_MULTICAST_LOOP",
            "Whether this machine's own members of the group get what the socket sends.",
            met: "Senders of multicast.",
            see: "IP_MULTICAST_LOOP, multicast"
        ),
        option(
            "IPV6_MULTICAST_ALL",
            "On, as it is at first: the socket hears every group that any socket of this machine joined. Off: only its own.",
            met: "Receivers that get what they never asked for.",
            see: "IP_MULTICAST_ALL, multicast"
        ),
        option(
            "IPV6_JOIN_GROUP",
            "Joins a multicast group on an interface: its datagrams are from now on delivered to this machine.",
            met: "Receivers of multicast; bind to the group's port too.",
            see: "IP_ADD_MEMBERSHIP, IPV6_MULTICAST_IF, multicast"
        ),
    ]
}
