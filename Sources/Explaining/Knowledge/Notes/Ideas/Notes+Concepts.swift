extension Notes {
    /// Ideas rather than names of C.
    static let concepts: [Note] = connections + names + programs + network

    private static let connections: [Note] = [
        Note(
            "three-way handshake",
            "how a TCP connection begins",
            text: """
                The client's SYN says where it starts counting its bytes, the server's SYN+ACK acknowledges that and \
                says where it starts itself, the client's ACK acknowledges that in turn. Now each knows that the other \
                one hears and is heard. The kernels do it; connect returns after the second step.
                """,
            met: "connect; accept takes what it made.",
            advice: "Watch it with state on both sockets.",
            source: "RFC 9293 section 3.5",
            see: "SYN, SYN_SENT, SYN_RECV, ESTABLISHED, backlog"
        ),
        Note(
            "SYN",
            "the segment that asks for a connection",
            text:
                "A segment with the SYN bit carries the first sequence number of its side, and options such as MSS and window scale.",
            met: "Sent by connect, repeated after a second and then at growing intervals.",
            advice: "Unanswered, it ends in ETIMEDOUT.",
            source: "RFC 9293 section 3.1 and 3.4.1",
            see: "three-way handshake, SYN_SENT, TCP_SYNCNT"
        ),
        Note(
            "FIN",
            "the segment that ends one direction",
            text: """
                A segment with the FIN bit says that its side has nothing more to send. It comes after the \
                data, is acknowledged like it, and is read as the end of the stream.
                """,
            met: "Sent by close and by shutdown wr.",
            advice: "A recv that returns 0 has met it.",
            source: "RFC 9293 section 3.6",
            see: "half-close, FIN_WAIT1, CLOSE_WAIT, RST"
        ),
        Note(
            "RST",
            "the segment that breaks a connection off",
            text: """
                A reset says that there is no such connection, or no longer one. It is not acknowledged, and what was in \
                flight is lost.
                """,
            met: "In answer to a SYN for a port where nobody listens, to data after close, and by SO_LINGER 0.",
            advice: "The other side sees ECONNREFUSED, ECONNRESET or EPIPE.",
            source: "RFC 9293 section 3.5.2 and 3.5.3",
            see: "ECONNRESET, ECONNREFUSED, SO_LINGER, FIN"
        ),
        Note(
            "backlog",
            "how many finished connections may wait for accept",
            text: """
                listen's second argument. The kernel finishes handshakes by itself and queues the connections; when \
                the queue is full, Linux drops the handshake's last ACK and lets the client try again. The system \
                caps the number at net.core.somaxconn. It is not a limit on clients: once accepted, a connection no \
                longer counts.
                """,
            met: "listen; state shows the queue of a listener.",
            advice: "Use 128 or more; a server that accepts quickly needs little.",
            source: "listen(2); tcp(7) on tcp_abort_on_overflow",
            see: "listen, accept, SYN_RECV, three-way handshake"
        ),
        Note(
            "half-close",
            "one direction ended, the other open",
            text: """
                shutdown wr ends sending while receiving goes on. So a client can say "that was all" and still read \
                the answer.
                """,
            met: "One side FIN_WAIT2, the other CLOSE_WAIT.",
            advice: "Read until 0, then close.",
            source: "RFC 9293 section 3.6.1; shutdown(2)",
            see: "SHUT_WR, FIN_WAIT2, CLOSE_WAIT, FIN"
        ),
        Note(
            "blocking",
            "whether a call may wait",
            text: """
                A new socket is blocking: recv waits for data until something comes or the peer closes, for ever if \
                nothing does; accept waits for a client, send for room, connect for the answer. settimeout limits the \
                wait. A non-blocking socket never waits: such calls fail with EAGAIN or EINPROGRESS, and poll tells \
                when to try again.
                """,
            met: "setblocking, settimeout, SOCK_NONBLOCK, MSG_DONTWAIT.",
            advice: "One peer: blocking with a timeout. Many: non-blocking and poll.",
            source: "socket(7); fcntl(2) on O_NONBLOCK",
            see: "EAGAIN, EINPROGRESS, poll, settimeout"
        ),
        Note(
            "stream",
            "bytes in order, without message boundaries",
            text: """
                What is sent comes out in order and whole, but not in the same pieces: the network knows no messages. \
                An empty read is its end.
                """,
            met: "SOCK_STREAM, TCP.",
            advice: "Mark the ends of messages: a line end, a length before the message, or the end of the stream.",
            source: "tcp(7); RFC 9293 section 3.8",
            see: "SOCK_STREAM, datagram, MSG_WAITALL"
        ),
        Note(
            "datagram",
            "a message by itself",
            text:
                "Each is delivered whole or not at all, perhaps twice, perhaps out of order. Over IPv4 it holds at most 65,507 bytes of data: 65,535 less the headers of IP and UDP. Larger ones fail with EMSGSIZE. Empty ones exist.",
            met: "SOCK_DGRAM, UDP.",
            advice: "Keep them below the path's MTU (some 1,200 bytes are safe anywhere).",
            source: "udp(7); RFC 768; RFC 8085",
            see: "SOCK_DGRAM, stream, EMSGSIZE, MTU"
        ),
        Note(
            "window",
            "how much may be sent before an acknowledgment",
            text: """
                Each side tells with every segment how much room its receive buffer has; the other never sends more \
                than that. A window of 0 stops it until the program reads.
                """,
            met: "A send that waits although the network is fine: the peer does not read.",
            advice: "state shows both windows.",
            source: "RFC 9293 section 3.8.6; RFC 7323 section 2",
            see: "SO_RCVBUF, congestion control, TCP_INFO"
        ),
        Note(
            "congestion control",
            "how TCP keeps from filling the network",
            text: """
                The sender guesses how much the path can hold: it starts small, grows with every acknowledgment and \
                shrinks when something is lost. That guess is the congestion window, beside the peer's own window.
                """,
            met: "Long transfers.",
            advice: "TCP_CONGESTION names the algorithm.",
            source: "RFC 5681; RFC 9438",
            see: "window, TCP_CONGESTION, retransmission"
        ),
        Note(
            "retransmission",
            "sending again what was not acknowledged",
            text: """
                The sender keeps data until it is acknowledged and repeats it when the timer runs out, or when later \
                data is acknowledged in its stead. The timer follows the round-trip time and doubles with each try.
                """,
            met: "Lossy networks, peers that vanished.",
            advice: "state counts them.",
            source: "RFC 6298; RFC 9293 section 3.8.1",
            see: "RTT, ETIMEDOUT, TCP_USER_TIMEOUT"
        ),
        Note(
            "RTT",
            "round-trip time",
            text:
                "The time from sending data until its acknowledgment arrives. TCP keeps a smoothed value and how much it varies.",
            met: "state, ping; below 0.1 ms on loopback.",
            advice: "What takes several round trips is slow far away.",
            source: "RFC 6298 section 2",
            see: "retransmission, TCP_INFO"
        ),
        Note(
            "MSS",
            "maximum segment size",
            text: "The most data that one segment carries; each side tells the other in its SYN what it accepts.",
            met: "1460 over Ethernet and IPv4, 65483 or so on loopback.",
            advice: "TCP_MAXSEG lowers it.",
            source: "RFC 9293 section 3.7.1; RFC 6691",
            see: "MTU, TCP_MAXSEG"
        ),
        Note(
            "MTU",
            "maximum transmission unit",
            text:
                "The largest packet that a link takes, headers included; that of a path is the smallest of its links'. On Ethernet, 1472 bytes of data fit into a UDP datagram over IPv4; a larger one is cut into fragments, and lost with any of them.",
            met: "1500 on Ethernet, 65536 on loopback.",
            advice: "IP_MTU reads the path's, on a connected socket.",
            source: "RFC 1191; RFC 8201",
            see: "MSS, IP_MTU, EMSGSIZE"
        ),
        Note(
            "Nagle",
            "Nagle's algorithm: small sends wait for an acknowledgment",
            text: """
                While something sent is unacknowledged, less than a full segment is held back and joined with what \
                comes next. It spares packets; with a peer that delays its acknowledgments it costs time.
                """,
            met: "Several small sends followed by a wait for the answer.",
            advice: "One larger send, or TCP_NODELAY.",
            source: "RFC 896; RFC 9293 section 3.7.4",
            see: "TCP_NODELAY, TCP_CORK, TCP_QUICKACK"
        ),
        Note(
            "urgent data",
            "a mark in the stream",
            text:
                "TCP can mark a place in the stream as urgent; sockets make one byte of it, which is read beside the others.",
            met: "send and recv with oob; sockatmark tells whether the next read is at the mark.",
            advice: "A second connection is better.",
            source: "RFC 6093; RFC 9293 section 3.8.5",
            see: "MSG_OOB, SO_OOBINLINE, POLLPRI"
        ),
    ]

    private static let names: [Note] = [
        Note(
            "port",
            "which program on a machine",
            text: """
                A number from 1 to 65535 that tells apart the conversations at one address. Those below 1024 need \
                privilege to bind. A connection is known by both addresses and both ports, so one server port serves \
                many clients.
                """,
            met: "bind, connect, getservbyname.",
            advice:
                "For a server of your own take one from 1024 to 32767 that is free, such as 8080; 0 lets the kernel choose. A client needs none.",
            source: "RFC 9293 section 3.1; RFC 6335",
            see: "ephemeral port, privileged port, byte order"
        ),
        Note(
            "ephemeral port",
            "a port that the kernel chose",
            text:
                "Who connects or sends without bind gets a free port from net.ipv4.ip_local_port_range, 32768 to 60999 on Linux.",
            met: "getsockname of a client.",
            advice: "Never count on a particular one.",
            source: "ip(7) on ip_local_port_range; RFC 6056",
            see: "port, EADDRNOTAVAIL, IP_LOCAL_PORT_RANGE"
        ),
        Note(
            "privileged port",
            "a port below 1024",
            text:
                "Only root, or a process with CAP_NET_BIND_SERVICE, may bind it; others get EACCES. So whatever answers there was set up by the machine's owner. Anybody may connect to one.",
            met: "bind, EACCES; net.ipv4.ip_unprivileged_port_start can lower the limit.",
            advice: "Use 8080 rather than 80 while learning.",
            source: "ip(7)",
            see: "EACCES, port"
        ),
        Note(
            "loopback",
            "this machine itself",
            text:
                "127.0.0.0/8 and ::1, called localhost, lead back into this machine: real protocols, no wire. Nobody outside can connect there.",
            met: "127.0.0.1, localhost, the interface lo.",
            advice: "A server for others binds to 0.0.0.0 or to an outside address.",
            source: "RFC 1122 section 3.2.1.3; RFC 4291 section 2.5.3",
            see: "wildcard address, AF_INET"
        ),
        Note(
            "wildcard address",
            "0.0.0.0 and ::",
            text:
                "For bind it means every address of this machine. It is no address to send to, though Linux takes it for loopback.",
            met: "Servers.",
            advice: "Bind to 127.0.0.1 if nobody else is to come in.",
            source: "ip(7) on INADDR_ANY",
            see: "loopback, AI_PASSIVE, bind"
        ),
        Note(
            "byte order",
            "the network counts from the big end",
            text: """
                Ports and addresses travel with the most significant byte first; most machines keep numbers the other \
                way round. htons and ntohs convert ports, htonl and ntohl longer numbers.
                """,
            met: "sin_port=htons(80) in C. NetShell does it for you.",
            advice: "A port like 20480 is 80 in the wrong byte order.",
            source: "byteorder(3); RFC 1700, introduction",
            see: "port, AF_INET"
        ),
        Note(
            "descriptor",
            "a process's number for something open",
            text: "Sockets, files and pipes are known by numbers from 0; the lowest free one is given out next.",
            met: "socket and accept give one, close takes it back.",
            advice: "Every one that is not closed counts towards EMFILE.",
            source: "open(2), socket(2)",
            see: "EBADF, EMFILE, SCM_RIGHTS"
        ),
        Note(
            "abstract name",
            "a unix address without a file",
            text: "A unix address that begins with NUL lives in the kernel only and goes away with its socket (Linux).",
            met: "bind @name, connect @name.",
            advice: "File permissions do not protect it.",
            source: "unix(7)",
            see: "AF_UNIX, ENOENT"
        ),
        Note(
            "scope",
            "which link an address is meant on",
            text:
                "Link-local IPv6 addresses (fe80::) are the same on every link, so the interface is written after it: fe80::1%eth0.",
            met: "sin6_scope_id.",
            advice: "if_nametoindex gives the number.",
            source: "RFC 4007; ipv6(7)",
            see: "AF_INET6, ENODEV"
        ),
        Note(
            "multicast",
            "one datagram to all who joined",
            text:
                "Addresses 224.0.0.0/4 and ff00::/8 stand for groups; whoever has joined one gets what is sent there.",
            met: "Finding services; IP_ADD_MEMBERSHIP joins.",
            advice: "It stays on the local network unless IP_MULTICAST_TTL is raised.",
            source: "RFC 1112; ip(7), ipv6(7)",
            see: "IP_ADD_MEMBERSHIP, IP_MULTICAST_TTL"
        ),
        Note(
            "SIOCINQ",
            "how much waits to be read",
            text:
                "An ioctl that gives the bytes that recv could take now; on UDP the size of the next datagram. FIONREAD is the same.",
            met: "state and sockets show it.",
            advice: "recv is usually simpler than asking first.",
            source: "tcp(7), udp(7)",
            see: "SIOCOUTQ, MSG_PEEK"
        ),
        Note(
            "SIOCOUTQ",
            "how much is not yet acknowledged",
            text: "An ioctl that gives the bytes in the send queue: not yet sent, or sent and not yet acknowledged.",
            met: "state and sockets show it.",
            advice: "0 means that the peer's kernel has it all, not that its program has.",
            source: "tcp(7), udp(7)",
            see: "SIOCINQ, SO_SNDBUF"
        ),
    ]
}
