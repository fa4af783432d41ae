extension Notes {
    /// The options of IPv4 that getsockopt lists, and those that join and leave groups.
    static let ipOptions: [Note] = [
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
        option(
            "IP_OPTIONS",
            "The options in the header of each packet that is sent, 40 bytes at most. Many routers drop packets that have any.",
            met: "ping -R, which records the route.",
            see: "IP_RECVOPTS, IP_RETOPTS"
        ),
        option(
            "IP_RECVOPTS",
            "recvmsg brings the options of each packet's header, filled in by this machine too. Not on streams.",
            met: "Programs that read a recorded route.",
            see: "IP_OPTIONS, IP_RETOPTS, recvmsg"
        ),
        option(
            "IP_RETOPTS",
            "As IP_RECVOPTS, but the options are as they came, before this machine filled in its part.",
            met: "Programs that send the route back.",
            see: "IP_RECVOPTS, recvmsg"
        ),
        option(
            "IP_RECVTTL",
            "recvmsg brings the TTL with which each packet came: how many routers it could still have passed.",
            met: "Measuring how far the sender is, and refusing what comes from afar.",
            see: "IP_TTL, IP_MINTTL, recvmsg"
        ),
        option(
            "IP_RECVTOS",
            "recvmsg brings the octet of service of each packet, with the mark of congestion.",
            met: "Protocols on UDP with their own congestion control, such as QUIC.",
            see: "IP_TOS, congestion control, recvmsg"
        ),
        option(
            "IP_RECVORIGDSTADDR",
            "recvmsg brings the address and port that each datagram was sent to before this machine redirected it.",
            met: "Transparent proxies.",
            see: "IP_TRANSPARENT, IP_PKTINFO, recvmsg"
        ),
        option(
            "IP_RECVFRAGSIZE",
            "recvmsg brings the size of the largest fragment that a datagram came in, if it came in fragments.",
            met: "Programs that look for a size that fits the path.",
            see: "MTU, IP_MTU_DISCOVER, recvmsg"
        ),
        option(
            "IP_RECVERR_RFC4884",
            "With IP_RECVERR: an error in the queue says where the ICMP message's extensions begin.",
            met: "traceroute, to show the labels of MPLS.",
            see: "IP_RECVERR, MSG_ERRQUEUE"
        ),
        option(
            "IP_CHECKSUM",
            "recvmsg brings the checksum that was computed over the datagram.",
            met: "Programs that check a part of what came.",
            see: "recvmsg"
        ),
        option(
            "IP_PASSSEC",
            "recvmsg brings the security label of each datagram's sender, if labelled IPsec or NetLabel is set up.",
            met: "Systems with SELinux.",
            see: "SCM_SECURITY, recvmsg"
        ),
        option(
            "IP_PKTOPTIONS",
            "What recvmsg would bring beside the data, asked of a stream: the interface, TTL and service of its packets, as far as they are turned on.",
            met: "Streams, which have no message to put it to.",
            see: "IP_PKTINFO, IP_RECVTTL"
        ),
        option(
            "IP_MINTTL",
            "Packets with a TTL below this are dropped. With 255 only a neighbour is heard, for each router takes one away.",
            met: "Routers that speak BGP: nobody from afar can disturb them.",
            see: "IP_TTL, IP_RECVTTL"
        ),
        option(
            "IP_MULTICAST_IF",
            "By which interface packets to a group leave; unset, the routing table decides.",
            met: "Senders of multicast on machines with several networks.",
            see: "IP_ADD_MEMBERSHIP, IP_MULTICAST_TTL, multicast"
        ),
        option(
            "IP_MULTICAST_ALL",
            "On, as it is at first: a socket bound to the wildcard address hears every group that any socket of this machine joined. Off: only its own.",
            met: "Receivers that get what they never asked for.",
            see: "IP_ADD_MEMBERSHIP, wildcard address, multicast"
        ),
        option(
            "IP_UNICAST_IF",
            "By which interface packets to one host leave, if there are routes by several. Unlike SO_BINDTODEVICE it refuses nothing that comes.",
            met: "Programs that came from Windows.",
            see: "SO_BINDTODEVICE, IP_MULTICAST_IF"
        ),
        option(
            "IP_TRANSPARENT",
            "The socket may be bound to an address that is not this machine's and speak for it. Needs CAP_NET_ADMIN, and routes that lead the packets here.",
            met: "Transparent proxies.",
            see: "IP_FREEBIND, EPERM"
        ),
        option(
            "IP_BIND_ADDRESS_NO_PORT",
            "bind with port 0 sets the address only; connect chooses the port, and may share one that goes to another peer.",
            met: "Clients with very many connections from one address.",
            see: "ephemeral port, bind, EADDRNOTAVAIL"
        ),
        option(
            "IP_LOCAL_PORT_RANGE",
            "From which ports the kernel chooses for this socket, within the system's own range: the lower bound in the low 16 bits, the upper in the high ones.",
            met: "Hosts behind an address translation that gives each a part of the ports.",
            see: "ephemeral port, IP_BIND_ADDRESS_NO_PORT"
        ),
        option(
            "IP_DROP_MEMBERSHIP",
            "Leaves a multicast group on an interface. close leaves all of them.",
            met: "Receivers of multicast.",
            see: "IP_ADD_MEMBERSHIP, multicast"
        ),
    ]
}
