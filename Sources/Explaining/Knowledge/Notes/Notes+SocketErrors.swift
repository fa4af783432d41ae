extension Notes {
    /// Errors of sockets, addresses, options and kinds.
    static let socketErrors: [Note] = [
        Note(
            "EADDRINUSE",
            text: """
                Another socket has that address and port already: a socket that listens or is bound there, or, for a server \
                that was restarted at once, old connections of it in TIME_WAIT. For a unix socket the file exists.
                """,
            met: "bind; listen without bind when no port is free; connect when the pair of addresses exists already.",
            advice: """
                setsockopt reuseaddr on before bind gets past TIME_WAIT, on Linux if the previous server had set it too; \
                ss -tlnp tells who listens; a unix socket's file must be removed by hand.
                """,
            source: "bind(2), listen(2), ip(7) ERRORS; RFC 9293 section 3.3.2",
            see: "SO_REUSEADDR, TIME_WAIT, SO_REUSEPORT, ephemeral port, EADDRNOTAVAIL"
        ),
        Note(
            "EADDRNOTAVAIL",
            text: "The address is not one of this machine's, or no free local port is left.",
            met: "bind to an address of another machine; connect when all ephemeral ports to that peer are in use.",
            advice: "Bind to an address that ip addr lists, or to 0.0.0.0; wait for TIME_WAIT to free ports.",
            source: "bind(2), connect(2), ip(7) ERRORS",
            see: "ephemeral port, wildcard address, IP_FREEBIND, IP_LOCAL_PORT_RANGE"
        ),
        Note(
            "EAFNOSUPPORT",
            text: "The kernel has no such address family, or the address is of another family than the socket.",
            met: "socket with a family that is not built in; connect or bind with an address of the wrong kind.",
            advice: "Give an inet socket IPv4 addresses, an inet6 socket IPv6 ones (IPv4 ones as ::ffff:a.b.c.d).",
            source: "socket(2), connect(2), tcp(7) ERRORS",
            see: "AF_INET, AF_INET6, IPV6_V6ONLY, EPROTONOSUPPORT"
        ),
        Note(
            "EPFNOSUPPORT",
            text: "The protocol family does not exist here. Linux says EAFNOSUPPORT for nearly all such cases.",
            met: "socket on some systems.",
            advice: "Take another family.",
            source: "errno(3)",
            see: "EAFNOSUPPORT"
        ),
        Note(
            "EPROTONOSUPPORT",
            text: "The family has no such protocol, or not for that type of socket.",
            met: "socket with a type and a protocol that do not go together, such as inet stream udp.",
            advice: "Leave the protocol out: the kernel takes the family's usual one for the type.",
            source: "socket(2), socketpair(2), unix(7) ERRORS",
            see: "IPPROTO_TCP, SOCK_STREAM, EPROTOTYPE"
        ),
        Note(
            "EPROTOTYPE",
            text: "The socket at that path is of another type than this one.",
            met: "connect of a unix stream socket to a unix datagram socket, or the other way round.",
            advice: "Make the socket with the type that the server has.",
            source: "connect(2), unix(7) ERRORS",
            see: "AF_UNIX, SOCK_STREAM, SOCK_DGRAM"
        ),
        Note(
            "ESOCKTNOSUPPORT",
            text: "The type of socket does not exist in that family.",
            met: "socket with a type that the family lacks, such as inet seqpacket without SCTP.",
            advice: "stream and dgram exist in every common family; seqpacket in unix.",
            source: "ip(7), unix(7) ERRORS",
            see: "SOCK_SEQPACKET, EPROTONOSUPPORT"
        ),
        Note(
            "EOPNOTSUPP",
            text: "This kind of socket cannot do that at all.",
            met: "listen or accept on a datagram socket, MSG_OOB on a unix datagram socket, socketpair inet.",
            advice: "Use a stream socket to listen, or another call.",
            source: "listen(2), accept(2), send(2), socketpair(2) ERRORS",
            see: "SOCK_STREAM, SOCK_DGRAM, listen"
        ),
        Note(
            "ENOPROTOOPT",
            text: "No such option at that level for this socket.",
            met: "getsockopt and setsockopt with a TCP option on a UDP socket, or one that this kernel lacks.",
            advice: "explain the option to see what level and kind of socket it is for.",
            source: "getsockopt(2), ip(7) ERRORS",
            see: "SOL_SOCKET, IPPROTO_TCP, EINVAL"
        ),
        Note(
            "ENOTSOCK",
            text: "The descriptor is open, but it is a file, a pipe or a terminal and not a socket.",
            met: "Any socket call on such a descriptor.",
            advice: "Check the number; in a program it is often one that was closed and then given out again.",
            source: "bind(2), connect(2), send(2) and others, ERRORS",
            see: "EBADF"
        ),
        Note(
            "EBADF",
            text: "The number is no open descriptor of this process.",
            met: "Any call after close, or with a number that was never given out.",
            advice: "Use the socket before it is closed; a second close is a bug too.",
            source: "close(2) and all other socket calls, ERRORS",
            see: "ENOTSOCK, close, descriptor"
        ),
        Note(
            "EINVAL",
            text: "An argument makes no sense here, or the call makes none in the socket's present state.",
            met: """
                bind on a socket that has an address, accept on one that does not listen, an address too short for its \
                family, flags that do not go together, an option's value of the wrong size.
                """,
            advice: "Look at the arguments and at the state (state NAME); a socket is bound once.",
            source: "bind(2), accept(2), socket(2), setsockopt(2) ERRORS",
            see: "bind, listen, ENOPROTOOPT"
        ),
        Note(
            "EFAULT",
            text: "A pointer led to memory that does not belong to the process.",
            met: "Calls from C with a bad buffer or length; it cannot happen from NetShell without inject.",
            advice: "In C check the pointers and sizes that were passed.",
            source: "accept(2), getsockname(2), recv(2) and others, ERRORS",
            see: "EINVAL"
        ),
        Note(
            "ENODEV",
            text: "There is no interface of that name or number, or an IPv6 link-local address came without one.",
            met: "setsockopt for multicast or SO_BINDTODEVICE; bind to fe80::… without a scope.",
            advice: "List the interfaces, and write the scope after the address: fe80::1%eth0.",
            source: "ipv6(7), packet(7) ERRORS",
            see: "scope, SO_BINDTODEVICE, ENXIO"
        ),
        Note(
            "ENXIO",
            text: "There is no device with that interface index.",
            met: "bind or send on a packet socket with a wrong sll_ifindex.",
            advice: "Take the index from if_nametoindex.",
            source: "packet(7) ERRORS",
            see: "AF_PACKET, ENODEV"
        ),
        Note(
            "ENOPKG",
            text: "A kernel subsystem that the call needs is missing from this kernel.",
            met: "Rare options of IP, such as some netfilter ones.",
            advice: "Load the module, or do without.",
            source: "ip(7) ERRORS",
            see: "ENOPROTOOPT"
        ),
        Note(
            "ERANGE",
            text: "A number is out of range, or a buffer is too small for the answer.",
            met: "Options with a bounded value; SO_PEERGROUPS and SO_PEERSEC with too little room.",
            advice: "Offer more room, or a value within the bounds.",
            source: "ip(7), unix(7)",
            see: "EINVAL, EDOM"
        ),
        Note(
            "EDOM",
            text: "The value is out of the option's range.",
            met: "setsockopt SO_RCVTIMEO or SO_SNDTIMEO with microseconds of a million or more.",
            advice: "Give whole seconds and less than a million microseconds.",
            source: "setsockopt(3p)",
            see: "SO_RCVTIMEO, ERANGE"
        ),
        Note(
            "ETOOMANYREFS",
            text: """
                Too many descriptors are on their way through unix sockets and not yet received, or they are nested \
                too deeply.
                """,
            met: "sendmsg with SCM_RIGHTS.",
            advice: "Receive, or close, some of those in flight first.",
            source: "unix(7) ERRORS",
            see: "SCM_RIGHTS, EMFILE"
        ),
        Note(
            "ESRCH",
            text: "The process that the credentials name does not exist.",
            met: "sendmsg with SCM_CREDENTIALS and a wrong pid.",
            advice: "Send your own pid, or none.",
            source: "unix(7) ERRORS",
            see: "SCM_CREDENTIALS"
        ),
        Note(
            "ENOTTY",
            text: "The request means nothing for this kind of descriptor.",
            met: "ioctl with a request of another device or protocol.",
            advice: "Check the request; not every socket has queue sizes to ask for.",
            source: "ioctl(2) ERRORS",
            see: "SIOCINQ, SIOCOUTQ"
        ),
    ]
}
