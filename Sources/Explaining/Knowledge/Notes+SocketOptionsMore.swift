extension Notes {
    /// The other options of the socket itself that getsockopt lists.
    static let moreSocketOptions: [Note] = identity + reports + tuning

    private static let identity: [Note] = [
        option(
            "SO_DOMAIN",
            "Which address family the socket was made with; with SO_TYPE and SO_PROTOCOL it says what socket was told.",
            met: "Programs that inherit a descriptor.",
            see: "SO_TYPE, SO_PROTOCOL, AF_INET"
        ),
        option(
            "SO_PROTOCOL",
            "Which protocol the socket speaks, also where socket was given 0 and the kernel chose.",
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
            "The security label of the peer, where a security module such as SELinux gives labels.",
            met: "Local services of such systems; elsewhere it fails with ENOPROTOOPT.",
            see: "SO_PEERCRED, SCM_SECURITY, ENOPROTOOPT"
        ),
        option(
            "SO_ORIGINAL_DST",
            "Where a connection was going before this machine's packet filter redirected it; fails with ENOENT where it did not.",
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
            met: "Old programs; EACCES where one without privilege tries.",
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
            met: "Seldom rightly: the network's hardware makes checksums for nothing.",
            see: "UDP_NO_CHECK6_TX, IPPROTO_UDP"
        ),
    ]

    private static let reports: [Note] = [
        option(
            "SO_TIMESTAMPNS",
            "recvmsg brings with each message the time at which it came, in nanoseconds, as SCM_TIMESTAMPNS.",
            met: "Measuring finer than SO_TIMESTAMP does.",
            see: "SCM_TIMESTAMPNS, SO_TIMESTAMP, recvmsg"
        ),
        option(
            "SO_TIMESTAMP_NEW",
            "SO_TIMESTAMP with seconds of 64 bits on every machine, which go past the year 2038.",
            met: "32-bit programs; on 64-bit machines the plain option is as good.",
            see: "SO_TIMESTAMP"
        ),
        option(
            "SO_TIMESTAMPNS_NEW",
            "SO_TIMESTAMPNS with seconds of 64 bits on every machine, which go past the year 2038.",
            met: "32-bit programs; on 64-bit machines the plain option is as good.",
            see: "SO_TIMESTAMPNS"
        ),
        option(
            "SO_TIMESTAMPING",
            """
            Stamps packets at chosen moments, on the way in and on the way out: in the kernel, or in the interface's own \
            clock. Stamps of what was sent come back through the error queue.
            """,
            met: "Clock synchronization (PTP), measuring where time is lost.",
            see: "SCM_TIMESTAMPING, MSG_ERRQUEUE, SO_TIMESTAMPNS"
        ),
        option(
            "SO_RXQ_OVFL",
            "recvmsg brings with each message how many the socket has dropped since it was made, for want of room.",
            met: "UDP receivers that want to know what they lost.",
            see: "SO_RCVBUF, datagram, recvmsg"
        ),
        option(
            "SO_RCVMARK",
            "recvmsg brings with each message the mark that rules on this machine gave its packet.",
            met: "Proxies that go by rules of the packet filter.",
            see: "SO_MARK, recvmsg"
        ),
        option(
            "SO_RCVPRIORITY",
            "recvmsg brings with each message the priority of its packet.",
            met: "Programs that treat classes of traffic differently.",
            see: "SO_PRIORITY, recvmsg"
        ),
        option(
            "SO_WIFI_STATUS",
            "The error queue tells of each frame that was sent over WLAN whether it was acknowledged.",
            met: "Tools for wireless networks.",
            see: "MSG_ERRQUEUE"
        ),
        option(
            "SO_SELECT_ERR_QUEUE",
            "poll tells POLLPRI beside POLLERR, and select sets its third set, where the error queue holds something.",
            met: "Programs with select that read the error queue.",
            see: "MSG_ERRQUEUE, POLLPRI, POLLERR"
        ),
        option(
            "SO_PEEK_OFF",
            "Where the next recv with MSG_PEEK begins: it moves on with each peek, so that all of a stream can be looked at piece by piece. -1 looks at the front, as usual.",
            met: "Unix sockets; newer kernels have it for TCP and UDP as well.",
            see: "MSG_PEEK"
        ),
        option(
            "SO_MEMINFO",
            "What the socket holds of the kernel's memory at this moment, the limits of its buffers, and how many packets it dropped.",
            met: "ss -m prints it as skmem.",
            see: "SO_RCVBUF, SO_SNDBUF, SO_RXQ_OVFL"
        ),
        option(
            "SO_INCOMING_CPU",
            "Which processor handled the last packet. Set on sockets that share a port, the one of the processor at hand is preferred.",
            met: "Servers with a thread for each processor.",
            see: "SO_REUSEPORT, SO_INCOMING_NAPI_ID"
        ),
        option(
            "SO_INCOMING_NAPI_ID",
            "The queue of the interface by which the last packet came; 0 where there was none.",
            met: "Servers with a thread for each queue, with busy polling.",
            see: "SO_BUSY_POLL, SO_INCOMING_CPU"
        ),
    ]

    private static let tuning: [Note] = [
        option(
            "SO_SNDLOWAT",
            "How much room a write waits for. Linux has 1 and lets nobody change it: ENOPROTOOPT.",
            met: "Programs from other systems.",
            see: "SO_RCVLOWAT, TCP_NOTSENT_LOWAT, ENOPROTOOPT"
        ),
        option(
            "SO_RCVTIMEO_NEW",
            "SO_RCVTIMEO with seconds of 64 bits on every machine.",
            met: "32-bit programs; on 64-bit machines the plain option is as good.",
            see: "SO_RCVTIMEO"
        ),
        option(
            "SO_SNDTIMEO_NEW",
            "SO_SNDTIMEO with seconds of 64 bits on every machine.",
            met: "32-bit programs; on 64-bit machines the plain option is as good.",
            see: "SO_SNDTIMEO"
        ),
        option(
            "SO_SNDBUFFORCE",
            "SO_SNDBUF past the system's limit net.core.wmem_max. Needs CAP_NET_ADMIN.",
            met: "Programs of the system.",
            see: "SO_SNDBUF, EPERM"
        ),
        option(
            "SO_RCVBUFFORCE",
            "SO_RCVBUF past the system's limit net.core.rmem_max. Needs CAP_NET_ADMIN.",
            met: "Programs of the system that read many kernel messages.",
            see: "SO_RCVBUF, EPERM"
        ),
        option(
            "SO_BUF_LOCK",
            "Which of the two buffer sizes were set by hand, so that the kernel does not tune them; clearing one lets it tune again.",
            met: "After SO_RCVBUF or SO_SNDBUF, to take that back.",
            see: "SO_RCVBUF, SO_SNDBUF"
        ),
        option(
            "SO_RESERVE_MEM",
            "Memory that is kept for this socket, so that it needs not ask when memory is short; only in a memory control group.",
            met: "Servers on crowded machines.",
            see: "ENOMEM, SO_MEMINFO"
        ),
        option(
            "SO_BUSY_POLL",
            "For how many microseconds a receive without data asks the interface over and over before it sleeps: quicker answers for a busy processor.",
            met: "Trading and other programs that count microseconds.",
            see: "SO_PREFER_BUSY_POLL, SO_INCOMING_NAPI_ID"
        ),
        option(
            "SO_PREFER_BUSY_POLL",
            "While the program polls, the interface's interrupts are put off, so that the two do not get in each other's way.",
            met: "With SO_BUSY_POLL.",
            see: "SO_BUSY_POLL"
        ),
        option(
            "SO_MAX_PACING_RATE",
            "How many bytes a second leave at most, spread evenly instead of in bursts. TCP does it by itself, other sockets need the queue fq on the interface.",
            met: "Video servers.",
            see: "congestion control, SO_TXTIME"
        ),
        option(
            "SO_TXTIME",
            "A message may carry the time at which it is to leave, as ancillary data. The interface needs a queue that obeys it, etf or fq.",
            met: "Audio and control networks.",
            see: "SO_MAX_PACING_RATE, sendmsg"
        ),
        option(
            "SO_TXREHASH",
            "Whether a connection that runs into a timeout takes another path through the network, where routers choose by a hash.",
            met: "Networks of data centres.",
            see: "retransmission, IPV6_AUTOFLOWLABEL"
        ),
    ]
}
