extension Notes {
    /// Options about buffers, queues and how the socket waits.
    static let socketTuning: [Note] = [
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
            "Whether a connection that runs into a timeout takes another path through the network, if routers choose by a hash.",
            met: "Networks of data centres.",
            see: "retransmission, IPV6_AUTOFLOWLABEL"
        ),
    ]
}
