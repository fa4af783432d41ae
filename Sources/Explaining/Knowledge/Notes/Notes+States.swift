extension Notes {
    /// The states of a TCP connection, what leads into each and out of it.
    static let states: [Note] = [
        Note(
            "CLOSE",
            "no connection (RFC 9293: CLOSED)",
            text: """
                There is no connection: not yet, or no more. In by socket, and at the end of every connection; out by \
                listen to LISTEN, by connect to SYN_SENT. Linux also says CLOSE of a datagram socket without a peer.
                """,
            met: "After socket and bind, after a reset or a timeout, after both sides have closed.",
            advice: "connect or listen; after an error close the socket.",
            source: "RFC 9293 section 3.3.2; segments that come: 3.10.7.1",
            see: "LISTEN, SYN_SENT, RST"
        ),
        Note(
            "LISTEN",
            "waits for connections",
            text: """
                The kernel answers every SYN for this port by itself and keeps the finished connections in a queue. \
                In by listen; the listener stays here until close. Each connection lives in a socket of its own, \
                which begins in SYN_RECV.
                """,
            met: "A server's first socket. Queues: how many wait for accept, and how many may.",
            advice: "accept takes connections out of the queue.",
            source: "RFC 9293 section 3.3.2 and 3.10.7.2; listen(2)",
            see: "listen, accept, backlog, SYN_RECV"
        ),
        Note(
            "SYN_SENT",
            "a SYN was sent (RFC 9293: SYN-SENT)",
            text: """
                connect has sent its SYN and waits for the answer, a SYN+ACK; the kernel repeats the SYN. In by connect; \
                out to ESTABLISHED by SYN+ACK, to SYN_RECV if both sides asked at once, to CLOSE by a reset or \
                when the repeats are used up.
                """,
            met: "While connect waits, or after EINPROGRESS.",
            advice: "Wait; if it stays so, something on the way drops the packets.",
            source: "RFC 9293 section 3.5 and 3.10.7.3",
            see: "connect, three-way handshake, SYN, ETIMEDOUT, ECONNREFUSED"
        ),
        Note(
            "SYN_RECV",
            "a SYN came and was answered (RFC 9293: SYN-RECEIVED)",
            text: """
                The SYN was answered by SYN+ACK and the last ACK of the handshake is missing. In by a SYN at a \
                listener, or in SYN_SENT; out to ESTABLISHED by the ACK.
                """,
            met: "In the kernel of a server, before accept can see it; many at once are a SYN flood.",
            advice: "Nothing; TCP_DEFER_ACCEPT keeps connections here until data comes.",
            source: "RFC 9293 section 3.5; tcp(7) on tcp_max_syn_backlog and tcp_syncookies",
            see: "three-way handshake, backlog, TCP_DEFER_ACCEPT, NEW_SYN_RECV"
        ),
        Note(
            "NEW_SYN_RECV",
            "Linux's inner name of a request in the making",
            text: """
                Not a state of the protocol: Linux keeps a short request in place of a whole socket until the \
                handshake is done. Outside the kernel it reads as SYN_RECV.
                """,
            met: "Only within the kernel, hardly ever to be seen.",
            advice: "Read it as SYN_RECV.",
            source: "Linux, include/net/tcp_states.h",
            see: "SYN_RECV"
        ),
        Note(
            "ESTABLISHED",
            "open both ways",
            text: """
                The handshake is done and data goes both ways. In from SYN_SENT or SYN_RECV; out by this side's \
                farewell to FIN_WAIT1, by the peer's FIN to CLOSE_WAIT, by a reset to CLOSE. A datagram socket with a \
                peer is called the same.
                """,
            met: "The whole life of a conversation. A peer that vanished is not noticed here without data.",
            advice: "send and recv; SO_KEEPALIVE finds out whether the peer is still there.",
            source: "RFC 9293 section 3.3.2, 3.8 and 3.10.7.4",
            see: "three-way handshake, FIN_WAIT1, CLOSE_WAIT, SO_KEEPALIVE"
        ),
        Note(
            "FIN_WAIT1",
            "this side has ended; not yet acknowledged (RFC 9293: FIN-WAIT-1)",
            text: """
                This side's FIN is out and its acknowledgment is missing. In from ESTABLISHED by shutdown wr or \
                close; out to FIN_WAIT2 by the ACK, to CLOSING by the peer's FIN, to TIME_WAIT by both in one.
                """,
            met: "For one round trip; longer if data before the FIN cannot be delivered.",
            advice: "Go on reading: the peer may still send.",
            source: "RFC 9293 section 3.6 and 3.10.7.4",
            see: "FIN, FIN_WAIT2, CLOSING, half-close"
        ),
        Note(
            "FIN_WAIT2",
            "this side has ended and the peer knows (RFC 9293: FIN-WAIT-2)",
            text: """
                The peer acknowledged the FIN and goes on sending, which it may do for ever. In from FIN_WAIT1; out to \
                TIME_WAIT by the peer's FIN. After close Linux waits a minute at most (tcp_fin_timeout).
                """,
            met: "A client that has shut down sending and waits for the answer: a half-close.",
            advice: "recv until the end; if it stays in this state, the peer has forgotten to close.",
            source: "RFC 9293 section 3.6; tcp(7) on tcp_fin_timeout",
            see: "half-close, CLOSE_WAIT, TCP_LINGER2, TIME_WAIT"
        ),
        Note(
            "CLOSE_WAIT",
            "the peer has ended; this side has not (RFC 9293: CLOSE-WAIT)",
            text: """
                The peer's FIN came: recv gives what is left and then 0. This side may go on sending. In from \
                ESTABLISHED by the peer's FIN; out to LAST_ACK by close or shutdown wr.
                """,
            met: "After the peer closed. Many that stay are a bug: a program that forgets to close.",
            advice: "Read to the end, send what is left to send, close.",
            source: "RFC 9293 section 3.6 and 3.10.7.4",
            see: "LAST_ACK, FIN, half-close, FIN_WAIT2"
        ),
        Note(
            "LAST_ACK",
            "both have ended; the last ACK is missing (RFC 9293: LAST-ACK)",
            text: """
                The peer had ended before, now this side's FIN is out. In from CLOSE_WAIT by close or shutdown wr; \
                out to CLOSE by the ACK.
                """,
            met: "For one round trip.",
            advice: "Nothing: the kernel finishes alone.",
            source: "RFC 9293 section 3.6 and 3.10.7.4",
            see: "CLOSE_WAIT, CLOSE"
        ),
        Note(
            "CLOSING",
            "both ended at once; an ACK is missing",
            text: """
                Both FINs crossed on the way: the peer's came before the acknowledgment of this side's. In from \
                FIN_WAIT1 by a FIN; out to TIME_WAIT by the ACK.
                """,
            met: "Seldom: when both sides close at the same moment.",
            advice: "Nothing: the kernel finishes alone.",
            source: "RFC 9293 section 3.6, figure 13",
            see: "FIN_WAIT1, TIME_WAIT"
        ),
        Note(
            "TIME_WAIT",
            "both have ended; late segments are waited out (RFC 9293: TIME-WAIT)",
            text: """
                The side that ended first keeps the pair of addresses for a while (60 seconds on Linux), so that it \
                can repeat the last ACK and no late segment gets into a new connection of the same pair. In from \
                FIN_WAIT2 by the peer's FIN, or from CLOSING; out by time. The descriptor is usually closed by then, \
                only the kernel remembers.
                """,
            met: "On the side that closed first; a server that is restarted at once meets EADDRINUSE because of it.",
            advice:
                "It is not a fault. setsockopt reuseaddr on before bind, in every run of the server; let clients close first.",
            source: "RFC 9293 section 3.6.1 and 3.3.2; RFC 6191",
            see: "SO_REUSEADDR, EADDRINUSE, FIN_WAIT2"
        ),
    ]
}
