extension Notes {
    /// What programs do with sockets, as beginners ask about it.
    static let programs: [Note] = ends + data + waits

    private static let ends: [Note] = [
        Note(
            "socket",
            "one end of a conversation between programs",
            text: """
                A socket is an endpoint through which a program sends to and receives from another one, on this machine or \
                over a network. The kernel keeps it and gives the program a number for it, a descriptor. A connection has \
                a socket at each end.
                """,
            met: "socket makes one; accept makes one for each client.",
            advice: "Make one and look at it: s = socket inet stream; sockets",
            source: "socket(2), socket(7)",
            see: "socket, descriptor, server, client, port"
        ),
        Note(
            "server",
            "the side that waits to be called",
            text: """
                A server makes a socket, binds it to a port that clients know, listens, and accepts: bind, listen, accept, \
                in that order. accept makes a new socket for each client; the listener stays as it is.
                """,
            met: "Whatever others connect to.",
            advice: "s = socket inet stream; s.bind 127.0.0.1 8088; s.listen; c = s.accept &",
            source: "listen(2), accept(2); RFC 9293 section 3.9.1",
            see: "client, backlog, accept, many clients"
        ),
        Note(
            "client",
            "the side that calls",
            text: """
                A client makes a socket and connects it to a server's address and port. It need not bind: connect gives it \
                a free port of the kernel's choice and this machine's address on the way to the server.
                """,
            met: "connect. bind it first only if the server expects a certain address or port.",
            advice: "c = socket inet stream; c.connect 127.0.0.1 8088",
            source: "connect(2), ip(7) on ip_local_port_range",
            see: "server, ephemeral port, connect"
        ),
        Note(
            "many clients",
            "how one server serves several at once",
            text: """
                accept makes a socket of its own for each client, so a server talks to as many as it has descriptors for. \
                It either gives each client a thread or a process, or asks poll which sockets have something and serves \
                them in turn. All of them use the server's one port.
                """,
            met: "Every server with more than one user.",
            advice: "A block in the background for each: help background",
            source: "accept(2), poll(2), epoll(7)",
            see: "accept, poll, epoll, backlog, EMFILE"
        ),
        Note(
            "reaching a server",
            "why others may not get through to one",
            text: """
                A server bound to 127.0.0.1 is reached from this machine only. Bound to 0.0.0.0, or to this machine's own \
                address, it is reached from the network too, unless a firewall drops what comes, or a router with NAT \
                does not know which machine behind it is meant.
                """,
            met: "It works here and not from another machine.",
            advice: "See which address it has: sockets, or outside: ss -tln",
            source: "ip(7) on INADDR_ANY and INADDR_LOOPBACK; RFC 3022",
            see: "loopback, wildcard address, firewall, NAT"
        ),
        Note(
            "leaked descriptor",
            "a socket that nobody closed",
            text: """
                It stays open until the process ends, when the kernel closes everything. Until then the peer gets no FIN \
                and waits for an end that does not come; if the peer has closed, this side stays in CLOSE_WAIT; and each \
                one counts, until socket and accept fail with EMFILE.
                """,
            met: "Programs that forget close on one of their paths, most often after an error.",
            advice: "See which are open: sockets",
            source: "close(2), getrlimit(2) on RLIMIT_NOFILE; RFC 9293 section 3.6",
            see: "close, CLOSE_WAIT, EMFILE, descriptor"
        ),
        Note(
            "sockets and files",
            "what they have in common, and what not",
            text: """
                Both are descriptors: read, write, close, dup and poll work on either, and a process has one limit for \
                both. But a socket has no name to open, no position and no size; what is read is gone, and a read may \
                have to wait for another program. lseek on one fails with ESPIPE.
                """,
            met: "read and write in place of recv and send.",
            advice: "Send what a file holds: sendall @FILE",
            source: "socket(7), read(2), lseek(2)",
            see: "descriptor, ESPIPE, sendfile, AF_UNIX"
        ),
    ]

    private static let data: [Note] = [
        Note(
            "framing",
            "how messages are told apart in a stream",
            text: """
                A stream keeps no message boundaries, so the two programs agree on a rule: end each message with a line \
                end or another delimiter, or send its length before it, or give all of them a fixed size. The end of \
                the stream marks the last one.
                """,
            met: "Every protocol over TCP: SMTP ends lines, HTTP counts bytes, TLS sends lengths first.",
            advice: "recvline and recvuntil \":\" read up to a delimiter; recv 4 waitall reads a fixed size.",
            source: "tcp(7); RFC 9293 section 3.8; RFC 9112 section 6.3",
            see: "stream, recvline, recvuntil, MSG_WAITALL, line ending"
        ),
        Note(
            "line ending",
            "\\r\\n, carriage return and line feed",
            text: """
                Text protocols such as HTTP, SMTP and FTP end each line with the two bytes \\r\\n (CRLF, 0x0d 0x0a), and \
                the other end waits until they come. An empty line, \\r\\n\\r\\n, ends the headers of HTTP. A plain \\n is \
                only the line feed.
                """,
            met: "A server that does not answer, since its line has not ended.",
            advice: "In double quotes: send \"GET / HTTP/1.0\\r\\n\\r\\n\"; single quotes keep the backslashes.",
            source: "RFC 9112 section 2.2; RFC 5321 section 2.3.8",
            see: "framing, recvline, send"
        ),
        Note(
            "numbers as bytes",
            "how a number is sent",
            text: """
                A socket carries only bytes. A number is sent as text, digit by digit (send 42 sends two characters), or \
                in binary with a size and a byte order that both ends agree on: the network's, most significant byte \
                first, as htonl makes it.
                """,
            met: "Lengths before messages, ports and addresses in packets.",
            advice: "As text: send 42; as four bytes in network order: send 0x0000002a",
            source: "byteorder(3); RFC 1700, introduction",
            see: "byte order, htonl, framing, length"
        ),
        Note(
            "sending a file",
            "a file's bytes through a socket",
            text: """
                sendall @FILE reads the file and sends all of it. sendfile FILE lets the kernel move the bytes into the \
                socket without passing them through the program. The receiver sees only bytes: it learns the end when \
                you close, or by a length that you send first.
                """,
            met: "Web servers, uploads.",
            advice: "s.sendall @/etc/hostname, and on the other end: recvall -to FILE",
            source: "sendfile(2), send(2)",
            see: "sendfile, sendall, recvall, framing"
        ),
        Note(
            "send and sendall",
            "one call, or as many as it takes",
            text: """
                send is one system call: the kernel may take only part of the data, and the reply says how many bytes it \
                took. sendall calls send again and again until everything is taken. It is Python's name; C has only \
                send, and programs write that loop themselves.
                """,
            met: "Large data, or a peer that reads slowly.",
            advice: "sendall for what must go out whole.",
            source: "send(2); Python's socket.sendall",
            see: "send, sendall, SO_SNDBUF"
        ),
        Note(
            "buffering",
            "where bytes are between send and recv",
            text: """
                send copies data into the kernel's send buffer and returns; the peer's kernel keeps what arrives in its \
                receive buffer until its program calls recv. So send succeeds before anyone has read, sends can be read \
                together or in parts, and when both buffers are full, send waits.
                """,
            met: "SO_SNDBUF, SO_RCVBUF; the queues that state shows.",
            advice: "See what waits: state",
            source: "socket(7), tcp(7), send(2); RFC 9293 section 3.8.6",
            see: "window, SO_SNDBUF, SO_RCVBUF, SIOCINQ, Nagle"
        ),
        Note(
            "size of recv",
            "what recv 1024 means",
            text: """
                The number is the most that this call may take, not what it waits for: recv returns as soon as at least \
                one byte is there. The rest of a stream stays in the kernel for the next recv; what is left of a \
                datagram is thrown away.
                """,
            met: "recv's second argument in C, its only one in Python.",
            advice: "Streams: any size, in a loop. Datagrams: as large as the largest. Exactly N bytes: recv N waitall",
            source: "recv(2)",
            see: "recv, MSG_WAITALL, MSG_TRUNC, framing"
        ),
        Note(
            "end of the stream",
            "an empty reply of recv",
            text: """
                recv replies "" (0 bytes in C) when the peer has closed or shut down its side and all that it sent has been \
                read. It is the end, not an empty message, and every later recv replies the same. A datagram of no \
                bytes is also "", but is a message.
                """,
            met: "recv, recvline, recvall after the peer's FIN.",
            advice: "Read until it comes: recvall. Then close.",
            source: "recv(2); RFC 9293 section 3.6",
            see: "FIN, half-close, CLOSE_WAIT, recvall"
        ),
    ]

    private static let waits: [Note] = [
        Note(
            "stopping a call",
            "how to end a call that waits",
            text: """
                Ctrl-C ends the call that waits and nothing else. Beforehand, settimeout limits how long calls on the \
                socket may wait, in seconds, and with & after it a call waits in the background, where jobs lists it and \
                cancel ends it.
                """,
            met: "accept without a client, recv without data, connect to a host that does not answer.",
            advice: "s.settimeout 5; or: c = s.accept &",
            source: "signal(7) on interrupted system calls",
            see: "settimeout, cancel, jobs, blocking"
        ),
        Note(
            "EAGAIN and timeout",
            "not now, or not in time",
            text: """
                EAGAIN comes at once: the socket is non-blocking, or the call had dontwait, and there is nothing to do \
                now. A timeout comes after waiting: settimeout's time ran out here (in C, SO_RCVTIMEO also reports it as \
                EAGAIN). ETIMEDOUT is the kernel giving the connection up.
                """,
            met: "recv, accept, send, connect.",
            advice: "EAGAIN: poll and try again. timeout: decide whether to go on waiting.",
            source: "recv(2) ERRORS; socket(7) on SO_RCVTIMEO; tcp(7) ERRORS",
            see: "EAGAIN, ETIMEDOUT, settimeout, blocking"
        ),
        Note(
            "poll and epoll",
            "three calls that wait for several sockets",
            text: """
                All of them tell which sockets are ready. select is the oldest and cannot name descriptors from 1024 up; \
                poll has no such limit but passes the whole list each time; Linux's epoll keeps the list in the kernel \
                and returns only those that are ready.
                """,
            met: "Servers with many clients in one thread.",
            advice: "poll a:in b:in waits for both; poll alone asks about all.",
            source: "select(2), poll(2), epoll(7)",
            see: "poll, select, epoll, blocking"
        ),
        Note(
            "connect and accept",
            "the two ends of making a connection",
            text: """
                connect is the client's call: it sends a SYN and returns when the server's kernel has answered. accept is \
                the server's: it takes a connection that is already made out of the listener's queue. So connect succeeds \
                before accept is called.
                """,
            met: "Every TCP connection.",
            advice: "Both ends in one shell: learn both",
            source: "connect(2), accept(2); RFC 9293 section 3.5",
            see: "connect, accept, backlog, three-way handshake"
        ),
        Note(
            "bind and connect",
            "one's own address, and the peer's",
            text: """
                bind gives a socket its own address and port, by which others find it. connect names the peer, and on TCP \
                makes the connection. Servers bind and listen; clients connect and let the kernel bind for them.
                """,
            met: "getsockname replies the first address, getpeername the second.",
            advice: "Look at both: getsockname; getpeername",
            source: "bind(2), connect(2)",
            see: "bind, connect, ephemeral port, server, client"
        ),
    ]
}
