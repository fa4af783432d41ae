extension Notes {
    /// The socket's own options that are met most.
    static let socketOptions: [Note] = [
        option(
            "SO_REUSEADDR",
            """
            Lets bind take an address and port that only connections in TIME_WAIT still hold, on Linux if their \
            sockets had it, too. It does not let two listeners share a port on Linux. Set it before bind.
            """,
            met: "Every TCP server that is to be restarted at once.",
            see: "EADDRINUSE, TIME_WAIT, SO_REUSEPORT"
        ),
        option(
            "SO_REUSEPORT",
            """
            Lets several sockets of one user bind the same port, if all of them set it; the kernel spreads \
            connections or datagrams over them.
            """,
            met: "Servers with a listener in each process.",
            see: "SO_REUSEADDR, EADDRINUSE"
        ),
        option(
            "SO_KEEPALIVE",
            """
            After two hours of silence the kernel asks the peer whether it is still there, nine times at 75 seconds; \
            without an answer the connection ends with ETIMEDOUT. TCP_KEEPIDLE, TCP_KEEPINTVL and TCP_KEEPCNT change \
            those numbers.
            """,
            met: "Connections that are idle for long: a peer that lost its power sends no FIN.",
            see: "TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, ETIMEDOUT"
        ),
        option(
            "SO_LINGER",
            """
            With it on, close waits this many seconds for unsent data to be acknowledged. On with 0 seconds, close \
            throws the data away and sends a reset: no TIME_WAIT, and the peer gets ECONNRESET.
            """,
            met: "Tests that want a reset; seldom a good idea elsewhere.",
            see: "close, RST, TIME_WAIT, ECONNRESET"
        ),
        option(
            "SO_RCVBUF",
            """
            How much received data the kernel keeps for the program, and so how large a window it can offer. Linux \
            doubles the number for its own bookkeeping, and setting it ends the automatic tuning.
            """,
            met: "Set before connect or listen, it also decides the window scale.",
            see: "SO_SNDBUF, window, SO_RCVBUFFORCE, TCP_WINDOW_CLAMP"
        ),
        option(
            "SO_SNDBUF",
            """
            How much data the kernel takes in before a send has to wait. Linux doubles the number for its own \
            bookkeeping, and setting it ends the automatic tuning.
            """,
            met: "When send waits too early, or to see it wait at all.",
            see: "SO_RCVBUF, EAGAIN, SIOCOUTQ, SO_SNDBUFFORCE"
        ),
        option(
            "SO_RCVTIMEO",
            "A recv or accept that waits longer than this fails with EAGAIN. 0 means to wait for ever.",
            met: "Blocking programs that must not hang; in NetShell settimeout does it better.",
            see: "SO_SNDTIMEO, EAGAIN, settimeout"
        ),
        option(
            "SO_SNDTIMEO",
            "A send that waits longer than this for room fails with EAGAIN; a connect with EINPROGRESS.",
            met: "Blocking programs that must not hang.",
            see: "SO_RCVTIMEO, EAGAIN, EINPROGRESS"
        ),
        option(
            "SO_ERROR",
            """
            The error that waits at the socket, told once: reading it sets it back to 0. It is how a connect that \
            did not wait tells its outcome.
            """,
            met: "After poll told POLLOUT or POLLERR.",
            see: "EINPROGRESS, POLLERR, POLLOUT"
        ),
        option(
            "SO_BROADCAST",
            "Without it sendto to a broadcast address fails with EACCES, so that nobody broadcasts by mistake.",
            met: "Finding services on the local network; IPv4 only.",
            see: "EACCES, IP_MULTICAST_TTL"
        ),
        option(
            "SO_OOBINLINE",
            "Urgent data stays in its place among the other data, instead of waiting for recv with MSG_OOB.",
            met: "Protocols with urgent data, such as telnet.",
            see: "MSG_OOB, urgent data"
        ),
        option(
            "SO_BINDTODEVICE",
            "Only packets from this interface reach the socket, and its own leave only by it.",
            met: "Machines with several networks; needs no privilege on newer kernels unless it is already bound.",
            see: "ENODEV, IP_UNICAST_IF"
        ),
        option(
            "SO_DONTROUTE",
            "Only hosts on directly connected networks can be reached; routers are not used.",
            met: "Diagnostic and routing programs.",
            see: "MSG_DONTROUTE, ENETUNREACH"
        ),
        option(
            "SO_TYPE",
            "Which type the socket was made with; handy for a descriptor that was inherited.",
            met: "Programs started by inetd or systemd.",
            see: "SO_DOMAIN, SO_PROTOCOL, SOCK_STREAM"
        ),
        option(
            "SO_ACCEPTCONN",
            "1 if listen was called on the socket.",
            met: "Programs that inherit a descriptor.",
            see: "listen, LISTEN"
        ),
        option(
            "SO_RCVLOWAT",
            "A read does not wake up, and poll does not tell POLLIN, before this many bytes are there.",
            met: "Protocols with messages of a fixed length.",
            see: "MSG_WAITALL, POLLIN"
        ),
        option(
            "SO_PRIORITY",
            "Into which class of the interface's queue packets go; 7 and above needs privilege.",
            met: "Together with traffic shaping.",
            see: "IP_TOS"
        ),
        option(
            "SO_TIMESTAMP",
            "recvmsg brings with each message the time at which it came, as SCM_TIMESTAMP.",
            met: "Measuring, such as ping does.",
            see: "SCM_TIMESTAMP, SO_TIMESTAMPNS"
        ),
        option(
            "SO_PASSCRED",
            "Each message on a unix socket brings its sender's pid, user and group, as SCM_CREDENTIALS.",
            met: "Local services that check who asks.",
            see: "SCM_CREDENTIALS, SO_PEERCRED"
        ),
        option(
            "SO_PEERCRED",
            "Who made the other end: pid, user and group at the time of connect, listen or socketpair.",
            met: "Local services that check who asks.",
            see: "SO_PASSCRED, AF_UNIX"
        ),
        option(
            "SO_ZEROCOPY",
            "Permits MSG_ZEROCOPY in later sends.",
            met: "Senders of large data.",
            see: "MSG_ZEROCOPY"
        ),
    ]

    /// A note on an option, whose title, source and way to set it are the table's.
    static func option(_ name: String, _ text: String, met: String, see: String = "") -> Note {
        Note(name, text: text, met: met, advice: "", source: "", see: see)
    }
}
