extension Notes {
    /// The other options of TCP, UDP and IPv4 that getsockopt lists.
    static let moreProtocolOptions: [Note] = moreTCP + moreUDP + moreIP

    private static let moreTCP: [Note] = [
        option(
            "TCP_FASTOPEN_KEY",
            "The key from which the cookies for data in the SYN are made; servers with one address share it.",
            met: "Several machines behind one address.",
            see: "TCP_FASTOPEN"
        ),
        option(
            "TCP_FASTOPEN_NO_COOKIE",
            "Data goes with the SYN, and is taken from it, without a cookie, so that anyone can claim any address.",
            met: "Networks whose members trust each other.",
            see: "TCP_FASTOPEN, TCP_FASTOPEN_CONNECT"
        ),
        option(
            "TCP_SAVE_SYN",
            "On a listener: the headers of each SYN are kept, and the accepted socket gives them by TCP_SAVED_SYN.",
            met: "Servers that tell systems by their SYN.",
            see: "SYN, accept"
        ),
        option(
            "TCP_INQ",
            "recvmsg brings with the data how many bytes are still there to be read.",
            met: "Readers that want to spare the call that finds nothing.",
            see: "SIOCINQ, recvmsg"
        ),
        option(
            "TCP_IS_MPTCP",
            "Whether the connection is one of Multipath TCP, which uses several paths at once.",
            met: "After a fallback: a peer without MPTCP makes it plain TCP.",
            see: "IPPROTO_TCP"
        ),
        option(
            "TCP_ULP",
            "The protocol that the kernel puts on top of the connection: tls, after which the kernel encrypts.",
            met: "Web servers that use sendfile and TLS together. It needs a connection.",
            see: "sendfile, ENOTCONN"
        ),
        option(
            "TCP_CC_INFO",
            "What the congestion control tells of itself, in its own form: of bbr its estimate of bandwidth and round-trip time.",
            met: "ss -i prints it for bbr, dctcp and vegas; others have nothing to tell.",
            see: "TCP_CONGESTION, TCP_INFO"
        ),
        option(
            "TCP_REPAIR",
            "Takes a connection apart, or puts one together with given numbers, without a packet on the network. Needs CAP_NET_ADMIN.",
            met: "CRIU, which moves running programs to another machine.",
            see: "EPERM, TCP_INFO"
        ),
        option(
            "TCP_REPAIR_QUEUE",
            "Which of a connection in repair is read and written: what it received, or what it has to send.",
            met: "CRIU.",
            see: "TCP_REPAIR"
        ),
        option(
            "TCP_QUEUE_SEQ",
            "The sequence number at the end of that queue.",
            met: "CRIU.",
            see: "TCP_REPAIR, TCP_REPAIR_QUEUE"
        ),
        option(
            "TCP_REPAIR_WINDOW",
            "The windows of both sides, which repair reads and puts back.",
            met: "CRIU.",
            see: "TCP_REPAIR, window"
        ),
        option(
            "TCP_AO_INFO",
            "Which key authenticates the segments at this moment, and how many were right and wrong.",
            met: "Routers that speak BGP.",
            see: "TCP_AO_GET_KEYS"
        ),
        option(
            "TCP_AO_GET_KEYS",
            "The keys that authenticate the segments.",
            met: "Routers that speak BGP.",
            see: "TCP_AO_INFO"
        ),
        option(
            "TCP_AO_REPAIR",
            "The state of the authentication, which repair reads and puts back.",
            met: "CRIU.",
            see: "TCP_REPAIR, TCP_AO_INFO"
        ),
        option(
            "TCP_TIMESTAMP",
            "The clock that this side puts into its segments' timestamps; set only in repair.",
            met: "CRIU.",
            see: "TCP_REPAIR, RTT"
        ),
        option(
            "TCP_TX_DELAY",
            "Holds each packet of the connection back for so many microseconds, so that a near peer looks far. The interface needs the queue fq.",
            met: "Trying out how a program does over long paths.",
            see: "RTT"
        ),
        option(
            "TCP_RTO_MIN_US",
            "The shortest time after which data without an acknowledgment is sent again; 200,000 microseconds unless set.",
            met: "Data centres, where answers come in microseconds.",
            see: "retransmission, RTT, TCP_RTO_MAX_MS"
        ),
        option(
            "TCP_RTO_MAX_MS",
            "How far the time between two repeats grows; it doubles up to 120,000 milliseconds unless set.",
            met: "Programs that want to be back soon after an outage.",
            see: "retransmission, TCP_USER_TIMEOUT"
        ),
        option(
            "TCP_DELACK_MAX_US",
            "How long an acknowledgment waits at most for data that could carry it.",
            met: "Data centres, together with TCP_RTO_MIN_US.",
            see: "TCP_QUICKACK, TCP_RTO_MIN_US"
        ),
        option(
            "TCP_THIN_LINEAR_TIMEOUTS",
            "A stream with few packets under way repeats at even times, up to six repeats, before the time begins to double.",
            met: "Games and remote shells over bad networks.",
            see: "retransmission"
        ),
        option(
            "TCP_THIN_DUPACK",
            "Repeated once after a single duplicate acknowledgment where few packets were under way. Linux takes it and does nothing since 4.11.",
            met: "Older programs.",
            see: "retransmission, TCP_THIN_LINEAR_TIMEOUTS"
        ),
    ]

    private static let moreUDP: [Note] = [
        option(
            "UDP_ENCAP",
            "What the socket's datagrams carry inside, so that the kernel unpacks them: ESP of IPsec, L2TP, GTP.",
            met: "VPN programs that go through address translation.",
            see: "IPPROTO_UDP"
        ),
        option(
            "UDP_NO_CHECK6_TX",
            "UDP over IPv6 is sent with the checksum 0, which IPv6 forbids except in tunnels.",
            met: "Tunnels, whose content has checksums of its own.",
            see: "UDP_NO_CHECK6_RX, SO_NO_CHECK"
        ),
        option(
            "UDP_NO_CHECK6_RX",
            "Datagrams over IPv6 with the checksum 0 are taken instead of dropped.",
            met: "The other end of such a tunnel.",
            see: "UDP_NO_CHECK6_TX"
        ),
    ]

    private static let moreIP: [Note] = [
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
            "recvmsg brings the size of the largest fragment that a datagram came in, where it came in fragments.",
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
            "recvmsg brings the security label of each datagram's sender, where labelled IPsec or NetLabel is set up.",
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
            "By which interface packets to one host leave, where routes by several would do. Unlike SO_BINDTODEVICE it refuses nothing that comes.",
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
