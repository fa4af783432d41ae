extension Notes {
    /// The options of TCP that getsockopt lists.
    static let tcpOptions: [Note] = [
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
            met: "Programs that have to notice quickly that the peer is gone.",
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
            met: "Readers that want to save the call that finds nothing.",
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
            "Holds each packet of the connection back for this many microseconds, so that a near peer looks far. The interface needs the queue fq.",
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
            "Repeats once after a single duplicate acknowledgment if few packets were under way. Linux takes it and does nothing since 4.11.",
            met: "Older programs.",
            see: "retransmission, TCP_THIN_LINEAR_TIMEOUTS"
        ),
    ]
}
