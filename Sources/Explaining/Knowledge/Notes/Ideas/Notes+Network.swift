extension Notes {
    /// What lies between two programs, as beginners ask about it.
    static let network: [Note] = protocols + between

    private static let protocols: [Note] = [
        Note(
            "TCP and UDP",
            "a stream that arrives, or messages that may not",
            text: """
                TCP makes a connection and delivers a stream of bytes in order, repeating what is lost; it keeps no message \
                boundaries. UDP sends single datagrams without a connection: each arrives whole or not at all, perhaps \
                twice or out of order, and nobody tells the sender.
                """,
            met: "socket inet stream is TCP, socket inet dgram is UDP.",
            advice:
                "TCP unless a late answer is worse than none (voice, games) or one question and answer is all (DNS).",
            source: "RFC 9293 section 1; RFC 768; RFC 8085",
            see: "stream, datagram, IPPROTO_TCP, IPPROTO_UDP"
        ),
        Note(
            "close and shutdown",
            "giving up a descriptor, or ending a direction",
            text: """
                close gives the descriptor back; the connection ends when the last descriptor of the socket is closed. \
                shutdown acts on the connection itself, whichever descriptors there are, and can end one direction: after \
                shutdown wr the peer reads the end, and this side can still receive. It does not free the descriptor.
                """,
            met: "The end of a request whose answer is still to come.",
            advice: "shutdown wr, read until \"\", then close.",
            source: "close(2), shutdown(2); RFC 9293 section 3.6",
            see: "half-close, SHUT_WR, FIN, dup"
        ),
        Note(
            "IPv4 and IPv6",
            "addresses of 32 or of 128 bits",
            text: """
                An IPv4 address has 32 bits, written as four numbers with dots (127.0.0.1); an IPv6 address has 128 bits, \
                written in hexadecimal with colons (::1). Here they are the families inet and inet6. A socket has one \
                family, but an inet6 listener on :: also takes IPv4 clients.
                """,
            met: "socket's first argument; getaddrinfo gives addresses of both.",
            advice: "learn ipv6 shows both at once.",
            source: "RFC 791; RFC 4291; ip(7), ipv6(7)",
            see: "AF_INET, AF_INET6, IPV6_V6ONLY"
        ),
        Note(
            "IP address",
            "which machine, or rather which of its interfaces",
            text: """
                Packets are addressed to an interface of a machine, and a machine has several: 127.0.0.1 for itself, and one \
                or more for each network it is on. A port then says which program. Private ones (10.0.0.0/8, \
                172.16.0.0/12, 192.168.0.0/16) are not reached from the Internet.
                """,
            met: "bind, connect, getsockname.",
            advice: "This machine's, outside: ip addr; one that a connected socket has: getsockname",
            source: "RFC 791; RFC 1918; ip(7)",
            see: "IPv4 and IPv6, loopback, NAT, DNS"
        ),
        Note(
            "ACK",
            "the segment that says what has arrived",
            text: """
                TCP numbers the bytes; a segment with the ACK bit says which number is expected next, so everything before \
                it has arrived. What is not acknowledged is sent again. Kernels do it: that the peer's kernel has the \
                bytes does not mean that its program has read them.
                """,
            met: "Every segment after the first SYN carries one.",
            advice: "See what is not yet acknowledged: state",
            source: "RFC 9293 section 3.4 and 3.8",
            see: "three-way handshake, retransmission, SIOCOUTQ"
        ),
        Note(
            "layers",
            "what is within what",
            text: """
                A protocol is a set of rules by which two sides talk. Each uses the one below: HTTP or SMTP (application) within \
                TCP or UDP (transport, ports), within IP (addresses, routers), within Ethernet or Wi-Fi (the link). A socket is \
                the border: below it is the kernel's business, above it the program's.
                """,
            met: "TCP/IP; the OSI model counts seven of them.",
            advice: "learn raw goes one down: it writes its own header.",
            source: "RFC 1122 section 1.1.3",
            see: "packet, TCP and UDP, encryption, framing"
        ),
        Note(
            "packet",
            "what travels on the network",
            text: """
                Data goes in packets, on Ethernet of 1,500 bytes at most: a header of IP (from, to), within it TCP's segment or UDP's \
                datagram with the ports, within that a piece of the data. The kernel cuts and joins; a program sees \
                only bytes, or with UDP whole datagrams.
                """,
            met: "tcpdump and Wireshark show them.",
            advice: "learn raw builds one by hand.",
            source: "RFC 791; RFC 9293 section 3.1; RFC 768",
            see: "MTU, MSS, datagram, AF_PACKET"
        ),
        Note(
            "HTTP by hand",
            "asking a web server with connect and send",
            text: """
                HTTP is text over TCP: connect to port 80, send the request's lines with \\r\\n, an empty line, and read until \
                the server closes. https is the same within TLS, on port 443, which is not plain text.
                """,
            met: "Browsers, curl.",
            advice: """
                c = socket inet stream; c.connect www.example.com 80; c.sendall "GET / HTTP/1.0\\r\\nHost: \
                www.example.com\\r\\n\\r\\n"; c.recvall
                """,
            source: "RFC 9112 sections 2 and 3; RFC 1945",
            see: "line ending, client, recvall, encryption"
        ),
        Note(
            "encryption",
            "what a socket does not do",
            text: """
                No: TCP and UDP carry the bytes as they are, and whoever is on the way can read and change them. Encryption \
                is a layer on top, TLS: https is HTTP within TLS. Only what stays in this machine (loopback, unix \
                sockets) is not on any wire.
                """,
            met: "Port 443, ssh, VPNs.",
            advice: "hexdump shows what travels: hexdump \"secret\"",
            source: "RFC 8446 section 1; RFC 9293 section 7",
            see: "HTTP by hand, loopback, AF_UNIX"
        ),
    ]

    private static let between: [Note] = [
        Note(
            "firewall",
            "rules that let packets pass, reject them (refused) or drop them (ETIMEDOUT)",
            text: """
                If it drops a SYN, nothing comes back and connect waits until ETIMEDOUT. If it rejects it, a reset comes \
                (ECONNREFUSED, as if nobody listened) or ICMP says so (EHOSTUNREACH, or ECONNREFUSED for a port). A rule on \
                what this machine itself sends can give EPERM. Refused without any firewall: nobody listens there.
                """,
            met: "connect that hangs, though the host is up.",
            advice: "Limit the wait: settimeout 5. The rules, outside and as root: nft list ruleset",
            source: "connect(2) ERRORS; RFC 1122 section 4.2.3.9; RFC 2979",
            see: "ETIMEDOUT, ECONNREFUSED, EHOSTUNREACH, EPERM"
        ),
        Note(
            "NAT",
            "many machines behind one address",
            text: """
                A router replaces the private address and port of what goes out by its own, and remembers which was which, so \
                that answers find back. Nobody outside can begin a connection to a machine behind it unless the \
                router is told to forward a port. The peer sees the router's address.
                """,
            met: "Homes, offices, mobile networks; idle connections are forgotten after a while.",
            advice:
                "Forward the port on the router, or let the inner machine connect out; SO_KEEPALIVE keeps an entry alive.",
            source: "RFC 3022; RFC 5382 section 5",
            see: "firewall, IP address, SO_KEEPALIVE, reaching a server"
        ),
        Note(
            "DNS",
            "how a name becomes an address",
            text: """
                A socket wants an address, not a name. The resolver (getaddrinfo) looks a name up in /etc/hosts and then asks \
                a name server, usually over UDP port 53, for its addresses. connect with a name does that first. A failure is \
                the resolver's own: EAI_NONAME, no such name; EAI_AGAIN, no answer.
                """,
            met: "getaddrinfo, gethostbyname, connect with a name.",
            advice: "getaddrinfo localhost 80 gives all its addresses, gethostbyname localhost the IPv4 one.",
            source: "getaddrinfo(3), resolver(3); RFC 1034, RFC 1035",
            see: "getaddrinfo, EAI_NONAME, EAI_AGAIN, IP address"
        ),
        Note(
            "route",
            "by which way packets leave",
            text: """
                The kernel looks the destination up in its routing table: an address in the network of one of its interfaces is \
                reached directly, any other through a gateway, a router that does the same. The mask (/24, 255.255.255.0) says \
                how many bits of an address name the network. No entry means ENETUNREACH.
                """,
            met: "connect, sendto; IP_TTL bounds how many routers a packet may pass.",
            advice: "The table, outside: ip route",
            source: "RFC 1122 section 3.3.1; ip-route(8)",
            see: "IP address, ENETUNREACH, IP_TTL, NAT"
        ),
        Note(
            "hardware address",
            "who is meant on the local network (MAC address)",
            text: """
                On a link such as Ethernet, frames go to hardware addresses of 48 bits, which reach no further than the next \
                router. The kernel finds the one that belongs to an IP address by asking everybody on the link: ARP for IPv4, \
                neighbour discovery for IPv6. Sockets see it only with AF_PACKET.
                """,
            met: "EHOSTUNREACH, if nobody answers.",
            advice: "The known ones, outside: ip neigh",
            source: "RFC 826; RFC 4861; packet(7)",
            see: "route, AF_PACKET, EHOSTUNREACH"
        ),
        Note(
            "checksum",
            "how damage on the way is noticed",
            text: """
                TCP, UDP and IP headers carry a sum of 16 bits; the receiving kernel drops what does not fit it. TCP then sends \
                the segment again, UDP has lost the datagram. It is weak, so some damage may pass unnoticed, and it \
                is no protection against anybody who changes data on purpose.
                """,
            met: "Never in a program: what recv gives has passed.",
            advice: "For certainty compare a digest of your own.",
            source: "RFC 1071; RFC 9293 section 3.1; RFC 768",
            see: "retransmission, lost datagram, encryption"
        ),
        Note(
            "refused or timed out",
            "an answer that says no, and no answer",
            text: """
                ECONNREFUSED comes at once: the machine is there and answered with a reset, since nobody listens on that \
                port. ETIMEDOUT comes after minutes of repeated SYNs without any answer: the machine is off, the address \
                is wrong, or a firewall drops the packets.
                """,
            met: "connect.",
            advice: "Refused: start the server, check the port. Timed out: check the address and the firewall.",
            source: "connect(2) ERRORS; RFC 9293 section 3.10.7",
            see: "ECONNREFUSED, ETIMEDOUT, firewall"
        ),
        Note(
            "lost peer",
            "how one notices that the other end is gone",
            text: """
                A peer that closes, or whose program is killed, sends a FIN or a reset, and recv tells. One whose machine \
                crashed or lost its cable sends nothing: an idle connection stays ESTABLISHED for ever. Sending finds \
                out after some 15 minutes (ETIMEDOUT), keep-alive probes, once turned on, after two hours or as set.
                """,
            met: "Long idle connections.",
            advice: "setsockopt keepalive on; setsockopt keepidle 30",
            source: "tcp(7) on SO_KEEPALIVE and tcp_retries2; RFC 1122 section 4.2.3.6",
            see: "SO_KEEPALIVE, TCP_USER_TIMEOUT, ETIMEDOUT, NAT"
        ),
        Note(
            "lost datagram",
            "what UDP does about loss: nothing",
            text: """
                send succeeds when the kernel has taken the datagram. It may be lost on the way, or dropped because nobody is \
                bound there or the receiver's buffer is full; the sender is not told, except that a connected socket may \
                get ECONNREFUSED later. The program itself must wait for an answer and send again.
                """,
            met: "recv that waits for a reply that does not come.",
            advice: "settimeout 2, and send again when it runs out.",
            source: "udp(7); RFC 768; RFC 8085 section 3",
            see: "datagram, TCP and UDP, ECONNREFUSED, SO_RXQ_OVFL"
        ),
        Note(
            "latency and bandwidth",
            "how long a byte takes, and how many fit",
            text: """
                Latency is the time one byte needs to arrive; a question and its answer cost a round trip however small they \
                are. Bandwidth is how many bytes a second fit. Small sends one by one pay the latency each time; a large \
                transfer is limited by the bandwidth and by the windows.
                """,
            met: "Connections that feel slow although the line is fast.",
            advice: "state shows the round-trip time; send much at once, and ask less often.",
            source: "RFC 6298 section 2; RFC 7323 section 1",
            see: "RTT, window, Nagle, congestion control"
        ),
    ]
}
