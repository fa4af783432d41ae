extension Notes {
    /// Flags of sending and receiving, directions of shutdown, events of poll, flags of a socket's type.
    static let flags: [Note] = messageFlags + events + directions

    private static let messageFlags: [Note] = [
        Note(
            "MSG_OOB",
            text: """
                TCP marks one byte as urgent; it is read by recv with this flag, or in its place among the others \
                with SO_OOBINLINE. It is no second channel, and the last urgent byte wins.
                """,
            met: "send and recv on TCP, and on unix streams since Linux 5.15; telnet and ftp used it.",
            advice: "Do not use it in new protocols.",
            source: "send(2), recv(2); RFC 9293 section 3.8.5; RFC 6093",
            see: "SO_OOBINLINE, POLLPRI, urgent data"
        ),
        Note(
            "MSG_PEEK",
            text: "Reads without taking: the next recv gets the same bytes again.",
            met: "recv, recvfrom, recvmsg; to find the end of a line before taking it.",
            advice: "Beware: peeking again and again at a full buffer makes no progress.",
            source: "recv(2)",
            see: "recv, SO_PEEK_OFF, SIOCINQ"
        ),
        Note(
            "MSG_DONTROUTE",
            text: "Sends only to hosts on directly connected networks, past no gateway.",
            met: "send, in routing programs.",
            advice: "Ordinary programs never need it.",
            source: "send(2)",
            see: "SO_DONTROUTE, ENETUNREACH"
        ),
        Note(
            "MSG_CTRUNC",
            text:
                "Returned by recvmsg: there was more ancillary data than room, and the rest is gone, descriptors too.",
            met: "In msg_flags after recvmsg.",
            advice: "Offer more room for msg_control.",
            source: "recvmsg(2)",
            see: "recvmsg, SCM_RIGHTS, MSG_TRUNC"
        ),
        Note(
            "MSG_TRUNC",
            text: """
                Asked of recv it makes the result the datagram's real length, even if less fitted. Returned by \
                recvmsg it says that the datagram was cut. On TCP it throws the bytes away.
                """,
            met: "recv with a buffer smaller than the datagram; msg_flags.",
            advice: "Peek with it to learn the length before reading.",
            source: "recv(2); tcp(7)",
            see: "datagram, MSG_PEEK, EMSGSIZE"
        ),
        Note(
            "MSG_DONTWAIT",
            text: "This one call does not wait: if it would have to, it fails with EAGAIN.",
            met: "send and recv.",
            advice: "For all calls on the socket use setblocking off.",
            source: "send(2), recv(2)",
            see: "blocking, EAGAIN"
        ),
        Note(
            "MSG_EOR",
            text: "Ends a record, in protocols that know records.",
            met: "send on seqpacket sockets; msg_flags of recvmsg. TCP does not know it.",
            advice: "On a stream mark the ends of messages yourself.",
            source: "send(2), recvmsg(2)",
            see: "SOCK_SEQPACKET, stream"
        ),
        Note(
            "MSG_WAITALL",
            text: """
                Waits until the whole buffer is full, instead of giving what there is. Less comes only at the end of \
                the stream, after an error or a signal.
                """,
            met: "recv on streams, if the length is known.",
            advice: "Still check the count that came.",
            source: "recv(2)",
            see: "stream, recv, SO_RCVLOWAT"
        ),
        Note(
            "MSG_NOSIGNAL",
            text: "If the peer is gone the call fails with EPIPE only, and no SIGPIPE ends the program.",
            met: "send on streams.",
            advice: "Use it in libraries, which must not change the program's signals.",
            source: "send(2)",
            see: "EPIPE"
        ),
        Note(
            "MSG_MORE",
            text: "More is coming: TCP holds back a partial segment, UDP joins the parts into one datagram.",
            met: "send of a header before its data.",
            advice: "Leave it out in the last part, or the data waits (200 ms on TCP).",
            source: "send(2); udp(7)",
            see: "TCP_CORK, UDP_CORK, TCP_NODELAY, Nagle"
        ),
        Note(
            "MSG_CONFIRM",
            text:
                "Tells the link layer that the peer answered just now, so that it need not ask for its address again.",
            met: "sendto of a reply over UDP.",
            advice: "Only programs with very many local peers gain by it.",
            source: "send(2)",
            see: "sendto"
        ),
        Note(
            "MSG_ERRQUEUE",
            text: "Reads the socket's error queue: what came back by ICMP, and time stamps of what was sent.",
            met: "recvmsg after IP_RECVERR was set and poll told POLLERR.",
            advice: "The address is that of the packet that failed; the ancillary data says why.",
            source: "recv(2); ip(7) on IP_RECVERR",
            see: "IP_RECVERR, POLLERR, IPV6_RECVERR"
        ),
        Note(
            "MSG_ZEROCOPY",
            text: "Sends from the program's own memory without a copy; the error queue tells when it may be reused.",
            met: "send of large data, after SO_ZEROCOPY was set.",
            advice: "Worth it from some ten kilobytes a call.",
            source: "Linux, Documentation/networking/msg_zerocopy.rst",
            see: "SO_ZEROCOPY, MSG_ERRQUEUE, sendfile"
        ),
        Note(
            "MSG_FASTOPEN",
            text: "sendto connects and sends at once: the data goes with the SYN, if a cookie of the peer is known.",
            met: "The first sendto of a TCP client.",
            advice: "Only for requests that may arrive twice.",
            source: "tcp(7) on tcp_fastopen; RFC 7413",
            see: "TCP_FASTOPEN, TCP_FASTOPEN_CONNECT, SYN"
        ),
        Note(
            "MSG_CMSG_CLOEXEC",
            text: "Descriptors received with SCM_RIGHTS are closed when the process runs another program.",
            met: "recvmsg on unix sockets.",
            advice: "Use it always, unless a child is to have them.",
            source: "recvmsg(2)",
            see: "SCM_RIGHTS, SOCK_CLOEXEC"
        ),
    ]

    private static let events: [Note] = [
        Note(
            "POLLIN",
            text: "A read will not wait: data is there, or the end of the stream; at a listener a connection.",
            met: "poll's events and revents.",
            advice: "recv or accept. The readiness may be gone again if another process took it.",
            source: "poll(2); socket(7)",
            see: "poll, POLLRDHUP, blocking"
        ),
        Note(
            "POLLPRI",
            text: "Something exceptional to read: on TCP urgent data.",
            met: "poll's events and revents.",
            advice: "recv with MSG_OOB.",
            source: "poll(2)",
            see: "MSG_OOB"
        ),
        Note(
            "POLLOUT",
            text: """
                There is room to send; after a connect that did not wait it means that the attempt is decided, one \
                way or the other.
                """,
            met: "poll's events and revents. An idle socket tells it all the time.",
            advice: "Ask for it only while there is something to send; after connect read SO_ERROR.",
            source: "poll(2); connect(2) on EINPROGRESS",
            see: "EINPROGRESS, SO_ERROR, SO_SNDLOWAT"
        ),
        Note(
            "POLLERR",
            text:
                "An error waits at the socket, or its error queue holds something. It is told without being asked for.",
            met: "poll's revents, after a reset or a refused connection.",
            advice: "getsockopt SO_ERROR fetches it, as the next call on the socket would.",
            source: "poll(2)",
            see: "SO_ERROR, MSG_ERRQUEUE, POLLHUP"
        ),
        Note(
            "POLLHUP",
            text: """
                Both directions are over: both sides have ended, or the socket has not been connected at all. What \
                came before can still be read. It is told without being asked for.
                """,
            met: "poll's revents; on a fresh TCP socket together with POLLOUT.",
            advice: "Read until 0, then close.",
            source: "poll(2); socket(7)",
            see: "POLLRDHUP, FIN, CLOSE"
        ),
        Note(
            "POLLNVAL",
            text: "The descriptor is not open.",
            met: "poll's revents.",
            advice: "Take it out of the array: poll would return at once for ever.",
            source: "poll(2)",
            see: "EBADF"
        ),
        Note(
            "POLLRDHUP",
            text: "The peer has ended its direction: once the rest is read, recv gives 0. Sending still works.",
            met: "poll's events and revents on streams (Linux).",
            advice: "Read the rest; answer or close.",
            source: "poll(2)",
            see: "half-close, CLOSE_WAIT, POLLHUP"
        ),
    ]

    private static let directions: [Note] = [
        Note(
            "SHUT_RD",
            text:
                "Ends receiving: recv gives 0 at once. The peer is not told; on Linux TCP, data that comes is still taken in.",
            met: "shutdown.",
            advice: "Seldom useful with TCP.",
            source: "shutdown(2)",
            see: "shutdown, SHUT_WR"
        ),
        Note(
            "SHUT_WR",
            text: "Ends sending: after the last data goes a FIN and the peer reads the end. Receiving goes on.",
            met: "shutdown, if the end of the data is the end of the request.",
            advice: "Read the peer's answer to its end, then close.",
            source: "shutdown(2); RFC 9293 section 3.6",
            see: "half-close, FIN_WAIT1, FIN, EPIPE"
        ),
        Note(
            "SHUT_RDWR",
            text:
                "Ends both directions, for every descriptor of the socket; unlike close it leaves the descriptor open.",
            met: "shutdown; wakes a thread that waits in recv on the same socket.",
            advice: "close is still needed.",
            source: "shutdown(2)",
            see: "close, SHUT_WR"
        ),
        Note(
            "SOCK_NONBLOCK",
            text: "Added to a type: the new socket never waits.",
            met: "socket, socketpair, accept4.",
            advice: "The same as setblocking off just after.",
            source: "socket(2), accept4(2)",
            see: "blocking, EAGAIN"
        ),
        Note(
            "SOCK_CLOEXEC",
            text: "Added to a type: the descriptor is closed when the process runs another program.",
            met: "socket, socketpair, accept4.",
            advice: "Set it in every program that starts others.",
            source: "socket(2), accept4(2); open(2) on O_CLOEXEC",
            see: "descriptor, MSG_CMSG_CLOEXEC"
        ),
    ]
}
