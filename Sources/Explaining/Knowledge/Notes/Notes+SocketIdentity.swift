extension Notes {
    /// Options about what the socket is: its kind, its peer, its interface, its marks and filters.
    static let socketIdentity: [Note] = [
        option(
            "SO_DOMAIN",
            "Which address family the socket was made with; with SO_TYPE and SO_PROTOCOL it says what socket was told.",
            met: "Programs that inherit a descriptor.",
            see: "SO_TYPE, SO_PROTOCOL, AF_INET"
        ),
        option(
            "SO_PROTOCOL",
            "Which protocol the socket speaks, also if socket was given 0 and the kernel chose.",
            met: "Programs that inherit a descriptor.",
            see: "SO_TYPE, SO_DOMAIN, IPPROTO_TCP"
        ),
        option(
            "SO_PEERNAME",
            "The peer's address, asked for as an option; getpeername is the usual way.",
            met: "Hardly ever.",
            see: "getpeername, ENOTCONN"
        ),
        option(
            "SO_PEERSEC",
            "The security label of the peer, if a security module such as SELinux gives labels.",
            met: "Local services of such systems; elsewhere it fails with ENOPROTOOPT.",
            see: "SO_PEERCRED, SCM_SECURITY, ENOPROTOOPT"
        ),
        option(
            "SO_ORIGINAL_DST",
            "Where a connection was going before this machine's packet filter redirected it; fails with ENOENT if it did not.",
            met: "Transparent proxies.",
            see: "IP_TRANSPARENT, IP_RECVORIGDSTADDR, ENOENT"
        ),
        option(
            "SO_COOKIE",
            "A number that the kernel gives each socket, and no second one until the next boot: a descriptor is used again, this is not.",
            met: "ss -e prints it as sk; BPF programs and logs that follow a socket.",
            see: "descriptor, SO_NETNS_COOKIE"
        ),
        option(
            "SO_NETNS_COOKIE",
            "A number that only the network namespace has in which the socket was made. Two sockets with the same one see the same interfaces and ports.",
            met: "Containers.",
            see: "SO_COOKIE"
        ),
        option(
            "SO_BINDTOIFINDEX",
            "SO_BINDTODEVICE with the interface's index in place of its name, which could be given to another one.",
            met: "Machines with several networks.",
            see: "SO_BINDTODEVICE, if_nametoindex"
        ),
        option(
            "SO_BSDCOMPAT",
            "Once it made UDP deaf to ICMP errors, as BSD is. Linux takes it and does nothing.",
            met: "Very old programs.",
            see: "ECONNREFUSED, IP_RECVERR"
        ),
        option(
            "SO_DEBUG",
            "Marks the socket for tracing in the kernel, of which little is left on Linux. Setting it needs CAP_NET_ADMIN.",
            met: "Old programs; EACCES if one without privilege tries.",
            see: "EACCES"
        ),
        option(
            "SO_MARK",
            "A number that each packet of the socket carries inside this machine, for rules of routing and filtering; it never goes on the wire. Needs CAP_NET_ADMIN.",
            met: "VPN programs, whose own packets must not go into the tunnel.",
            see: "SO_RCVMARK, EPERM"
        ),
        option(
            "SO_LOCK_FILTER",
            "Forbids to change or take away the BPF program of the socket. Only setting it is possible, not taking it back.",
            met: "Programs that attach a filter with privilege and then give the socket away.",
            see: "SO_ATTACH_FILTER, SO_DETACH_FILTER"
        ),
        option(
            "SO_BPF_EXTENSIONS",
            "How many of Linux's own extensions a classic BPF program may load from, such as a packet's interface or mark.",
            met: "Programs that make packet filters.",
            see: "SO_ATTACH_FILTER"
        ),
        option(
            "SO_NO_CHECK",
            "UDP over IPv4 is sent without a checksum, so that damage goes unnoticed.",
            met: "Seldom a good idea: network hardware computes checksums at no cost.",
            see: "UDP_NO_CHECK6_TX, IPPROTO_UDP"
        ),
    ]
}
