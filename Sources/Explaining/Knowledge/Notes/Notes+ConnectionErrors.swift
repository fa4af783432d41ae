extension Notes {
    /// Errors of making, using and losing connections, and of reaching the other end.
    static let connectionErrors: [Note] = [
        Note(
            "ECONNREFUSED",
            text: """
                The other machine is there and said no. For TCP its kernel answered the SYN with a reset, since no \
                socket listens on that address and port; for UDP an earlier datagram came back as ICMP "port \
                unreachable"; for a unix socket the file exists, but nobody listens on it.
                """,
            met: "connect; on a connected UDP socket the send or recv after the one that went astray.",
            advice: """
                Make sure that the server runs, on that port, and on an address that can be reached from here: one bound \
                to 127.0.0.1 is refused from outside.
                """,
            source: "connect(2) and udp(7) ERRORS; RFC 9293 section 3.10.7.1; RFC 1122 section 4.1.3.3",
            see: "RST, listen, port, ETIMEDOUT, EHOSTUNREACH"
        ),
        Note(
            "ECONNRESET",
            text: """
                The peer broke the connection off with a reset instead of ending it with a FIN. What was in flight or \
                not yet read may be lost, and the socket can do nothing more.
                """,
            met: """
                recv and send, when the peer ended, by itself or killed, with data unread or SO_LINGER 0, when it got \
                data after it had closed, and when its machine was restarted.
                """,
            advice: "Close the socket. If it is your own server, read all that the client sent before closing.",
            source: "send(2) ERRORS; RFC 9293 section 3.5.3",
            see: "RST, EPIPE, SO_LINGER, half-close"
        ),
        Note(
            "ECONNABORTED",
            text: """
                The connection was ended by this side's own kernel, or a client that waited in the accept queue was \
                gone before it was accepted.
                """,
            met: "accept on some systems (Linux usually hands out the dead socket instead); a device taken down.",
            advice: "A server simply calls accept again.",
            source: "accept(2) ERRORS; ip(7) ERRORS",
            see: "accept, ECONNRESET, backlog"
        ),
        Note(
            "ETIMEDOUT",
            text: """
                The kernel sent again and again and nothing came back until it gave up. The other end may be down, \
                or something on the way drops the packets without a word.
                """,
            met: """
                connect after the last repeated SYN (about two minutes on Linux); send and recv on a connection whose \
                data stays unacknowledged or whose keep-alive probes do.
                """,
            advice: """
                Check the address and the firewall; settimeout limits the wait, TCP_SYNCNT and TCP_USER_TIMEOUT tell the \
                kernel to give up sooner.
                """,
            source: "connect(2) and tcp(7) ERRORS; RFC 9293 section 3.8.3; RFC 6298",
            see: "TCP_SYNCNT, TCP_USER_TIMEOUT, SO_KEEPALIVE, retransmission, ECONNREFUSED"
        ),
        Note(
            "EHOSTUNREACH",
            text: """
                A router said that it cannot reach the host, or on the local network nobody answered the question \
                for its hardware address.
                """,
            met: "connect and send, after an ICMP \"host unreachable\" or a failed ARP or neighbour lookup.",
            advice: "Check the address, the netmask and whether the host is up; ping says the same.",
            source: "ip(7) ERRORS; accept(2) ERRORS; RFC 1122 section 3.2.2.1",
            see: "ENETUNREACH, EHOSTDOWN, ECONNREFUSED"
        ),
        Note(
            "EHOSTDOWN",
            text: "The host is known to be down. Linux hardly ever says so; EHOSTUNREACH takes its place.",
            met: "accept may hand on such an error that waited at the new connection.",
            advice: "Treat it like EHOSTUNREACH: try later or another address.",
            source: "accept(2) ERRORS",
            see: "EHOSTUNREACH"
        ),
        Note(
            "ENETUNREACH",
            text: "The routing table has no way to that network, so not even one packet was sent.",
            met: "connect and sendto without a default route, or to an IPv6 address where there is no IPv6.",
            advice: "Look at the routes (ip route, ip -6 route); try the other family's address.",
            source: "connect(2) ERRORS; RFC 1122 section 3.3.1",
            see: "EHOSTUNREACH, AF_INET6, loopback"
        ),
        Note(
            "ENETDOWN",
            text: "The network interface that the packet would leave by is switched off.",
            met: "send on a packet socket bound to such an interface; accept handing on an error.",
            advice: "Bring the interface up (ip link set NAME up), or use another.",
            source: "packet(7) ERRORS; accept(2) ERRORS",
            see: "AF_PACKET, ENETUNREACH"
        ),
        Note(
            "ENETRESET",
            text:
                "The connection was dropped because the network beneath it was restarted, or keep-alive found it dead.",
            met: "Rarely on Linux; POSIX allows it for setsockopt and for calls on connections.",
            advice: "Make a new connection.",
            source: "setsockopt(3p)",
            see: "ECONNRESET, SO_KEEPALIVE"
        ),
        Note(
            "ENONET",
            text: "This machine is not on a network, as far as the protocol can see.",
            met: "accept on Linux, which hands on network errors that waited at the new connection.",
            advice: "A server treats it like EAGAIN and accepts again.",
            source: "accept(2) ERRORS",
            see: "ENETDOWN, accept"
        ),
        Note(
            "EPIPE",
            text: """
                The data cannot go anywhere: this side shut down sending, or the peer has closed so that its \
                kernel answered with a reset. The kernel also sends SIGPIPE, which ends a program that does not \
                ignore it; NetShell does.
                """,
            met: "The second send after the peer closed (the first one provokes the reset), or any after shutdown wr.",
            advice: "Close the socket; in a program of your own ignore SIGPIPE or send with MSG_NOSIGNAL.",
            source: "send(2) ERRORS; tcp(7) ERRORS",
            see: "MSG_NOSIGNAL, ECONNRESET, SHUT_WR, half-close"
        ),
        Note(
            "ENOTCONN",
            text: "The call needs a peer and the socket has none (any more, or yet).",
            met: "getpeername, shutdown, send and recv on a stream before connect; recv on a listener.",
            advice: "connect first; on a server use the socket that accept gave, not the listener.",
            source: "send(2), recv(2), shutdown(2), getpeername(2) ERRORS",
            see: "EISCONN, EDESTADDRREQ, accept"
        ),
        Note(
            "EISCONN",
            text: "The socket has a peer already. A stream socket has one peer in its lifetime.",
            met: "A second connect on a stream; on some systems sendto with an address on a connected socket.",
            advice: "Make a new socket. A datagram socket may connect again, or to unspec to be free.",
            source: "connect(2) and send(2) ERRORS",
            see: "ENOTCONN, AF_UNSPEC, connect"
        ),
        Note(
            "EINPROGRESS",
            text: """
                Not a failure: the socket does not wait, the SYN is on its way, and the outcome will be known later.
                """,
            met: "connect on a non-blocking TCP socket; a Fast Open send on one.",
            advice: "poll for POLLOUT, then read SO_ERROR: 0 means connected.",
            source: "connect(2) ERRORS; socket(7)",
            see: "blocking, SO_ERROR, POLLOUT, EALREADY, EAGAIN"
        ),
        Note(
            "EALREADY",
            text: "The connection that an earlier connect began is still being made.",
            met: "A second connect on a non-blocking socket before the first is decided.",
            advice: "poll for POLLOUT instead of calling connect again.",
            source: "connect(2) ERRORS",
            see: "EINPROGRESS, POLLOUT"
        ),
        Note(
            "EAGAIN",
            text: """
                The call would have had to wait, and must not: the socket is non-blocking, MSG_DONTWAIT was \
                given, or SO_RCVTIMEO ran out. Nothing is wrong and nothing was done. EWOULDBLOCK is the same number.
                """,
            met: """
                recv and accept when nothing is there, send when the buffer is full, connect to a unix listener whose queue \
                is full.
                """,
            advice: "poll until the socket is ready, then call again; settimeout waits that long at most.",
            source: "recv(2), send(2), accept(2), connect(2) ERRORS; socket(7)",
            see: "blocking, poll, MSG_DONTWAIT, SO_RCVTIMEO, EINPROGRESS"
        ),
        Note(
            "EINTR",
            text: "A signal came while the call waited, so it came back with nothing done.",
            met: "accept, connect, recv, send, poll; in NetShell after Ctrl-C, cancel or a settimeout.",
            advice: "Call again, except after connect: there poll for POLLOUT, the handshake goes on meanwhile.",
            source: "signal(7), \"Interruption of system calls\"; connect(2), accept(2), recv(2) ERRORS",
            see: "blocking, settimeout, EINPROGRESS"
        ),
        Note(
            "ESHUTDOWN",
            text: "The transport endpoint was shut down, so nothing more can go through it.",
            met: "Rarely with sockets: a few protocols other than TCP use it in place of TCP's EPIPE.",
            advice: "Close the socket and make a new one.",
            source: "errno(3)",
            see: "EPIPE, SHUT_WR"
        ),
        Note(
            "EMSGSIZE",
            text: """
                A message goes whole or not at all, and this one is longer than the protocol, the buffer or the path's \
                MTU (with fragmenting forbidden) allows.
                """,
            met: "send on UDP with more than 65,507 bytes over IPv4, on unix datagrams past SO_SNDBUF, on raw sockets.",
            advice: "Send less at once; IP_MTU says what the path takes.",
            source: "send(2), ip(7), udp(7), raw(7) ERRORS; RFC 1191",
            see: "datagram, MTU, IP_MTU_DISCOVER, SO_SNDBUF, MSG_TRUNC"
        ),
        Note(
            "EDESTADDRREQ",
            text: "The socket has no peer and the call named no address to send to.",
            met: "send on a datagram socket that was never connected.",
            advice: "Use sendto with an address, or connect first.",
            source: "send(2) ERRORS",
            see: "sendto, connect, ENOTCONN"
        ),
        Note(
            "EPROTO",
            text: "The protocol broke its own rules, or an ICMP message told of a bad header.",
            met: "accept handing on a waiting error; raw and UDP sockets after an ICMP \"parameter problem\".",
            advice: "A server accepts again; otherwise look at the packets that were sent.",
            source: "accept(2), raw(7), udp(7) ERRORS",
            see: "SOCK_RAW, IP_RECVERR"
        ),
    ]
}
