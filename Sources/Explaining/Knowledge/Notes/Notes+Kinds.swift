extension Notes {
    /// Address families, socket types and protocols.
    static let kinds: [Note] = families + types + protocols

    private static let families: [Note] = [
        Note(
            "AF_INET",
            text:
                "Internet Protocol version 4: an address is 32 bits, written as four numbers, with a port of 16 bits.",
            met: "socket's first argument; sin_family of an address.",
            advice: "Names are resolved with getaddrinfo, which knows both versions.",
            source: "ip(7); RFC 791",
            see: "AF_INET6, port, byte order, loopback"
        ),
        Note(
            "AF_INET6",
            text: """
                Internet Protocol version 6: an address is 128 bits, with a port, a flow label and, for link-local \
                addresses, a scope. Unless IPV6_V6ONLY is on, such a socket also takes IPv4 peers, as ::ffff:a.b.c.d.
                """,
            met: "socket's first argument; sin6_family of an address.",
            advice: "One inet6 listener on :: serves both versions.",
            source: "ipv6(7); RFC 8200, RFC 4291, RFC 3493",
            see: "AF_INET, IPV6_V6ONLY, scope"
        ),
        Note(
            "AF_UNIX",
            text: """
                Processes of one machine, by a file's path or an abstract name. Faster than loopback, guarded by file \
                permissions, and the only family that carries descriptors. AF_LOCAL is the same.
                """,
            met: "socket and socketpair.",
            advice: "Remove the file before bind and after close.",
            source: "unix(7)",
            see: "SCM_RIGHTS, abstract name, socketpair"
        ),
        Note(
            "AF_UNSPEC",
            text:
                "No family. connect to it takes a datagram socket's peer away; as a hint it lets getaddrinfo give any.",
            met: "connect, getaddrinfo's hints.",
            advice: "connect unspec, to hear from everybody again.",
            source: "connect(2), getaddrinfo(3)",
            see: "connect, EISCONN"
        ),
        Note(
            "AF_PACKET",
            text: "Whole frames of a network interface, past the kernel's protocols: what packet capture uses.",
            met: "socket; needs privilege.",
            advice: "root may: start the shell with sudo.",
            source: "packet(7)",
            see: "SOCK_RAW, EPERM"
        ),
        Note(
            "AF_NETLINK",
            text: "Messages between processes and the kernel: routes, interfaces, sockets (ss uses it).",
            met: "socket.",
            advice: "Each subsystem is a protocol of its own, and has its own messages.",
            source: "netlink(7), rtnetlink(7); RFC 3549",
            see: "AF_PACKET, ENOBUFS"
        ),
        Note(
            "AF_VSOCK",
            text: "Between a virtual machine and its host, without any network: a context number and a port.",
            met: "socket, in guests and hypervisors.",
            advice: "The host is context 2.",
            source: "vsock(7)",
            see: "AF_UNIX"
        ),
    ]

    private static let types: [Note] = [
        Note(
            "SOCK_STREAM",
            text: """
                A connection that carries a stream of bytes both ways, in order and without gaps. Borders between \
                sends are not kept: two sends may be one recv, and one send may be several.
                """,
            met: "socket's second argument. In the Internet families it is TCP.",
            advice:
                "Mark the ends of messages yourself: a length before the message, a line end, or the end of the stream.",
            source: "socket(2); tcp(7)",
            see: "stream, IPPROTO_TCP, SOCK_DGRAM, SOCK_SEQPACKET"
        ),
        Note(
            "SOCK_DGRAM",
            text: """
                Single messages, each whole or not at all, without a connection. Over the Internet they may be lost, \
                come twice or overtake each other.
                """,
            met: "socket's second argument. In the Internet families it is UDP.",
            advice: "Offer recv a buffer for the longest message: what does not fit is lost.",
            source: "socket(2); udp(7)",
            see: "datagram, IPPROTO_UDP, MSG_TRUNC, EMSGSIZE"
        ),
        Note(
            "SOCK_RAW",
            text: "The protocol below: the program writes and reads the headers above IP, or those of the link.",
            met: "socket for ping, traceroute and the like; needs privilege.",
            advice: "For ping alone, inet dgram icmp may do without privilege.",
            source: "raw(7), packet(7)",
            see: "IPPROTO_ICMP, IP_HDRINCL, EPERM"
        ),
        Note(
            "SOCK_SEQPACKET",
            text: "A connection that keeps message boundaries.",
            met: "socket and socketpair in the unix family; SCTP.",
            advice: "The best of both for processes of one machine.",
            source: "socket(2); unix(7)",
            see: "SOCK_STREAM, MSG_EOR"
        ),
        Note(
            "SOCK_RDM",
            text: "Datagrams that are sure to arrive, in no certain order. Hardly any family has it.",
            met: "TIPC and RDS.",
            advice: "Use another type.",
            source: "socket(2)",
            see: "SOCK_DGRAM"
        ),
    ]

    private static let protocols: [Note] = [
        Note(
            "IPPROTO_TCP",
            text: """
                Transmission Control Protocol: a reliable stream over IP. It numbers bytes, repeats what is lost, \
                keeps to the receiver's window and slows down where the network is full. Also the level of its options.
                """,
            met: "socket's third argument (0 means it, for a stream); setsockopt's level.",
            advice: "state shows where a connection is.",
            source: "tcp(7); RFC 9293",
            see: "three-way handshake, SOCK_STREAM, retransmission, window"
        ),
        Note(
            "IPPROTO_UDP",
            text: "User Datagram Protocol: ports and a checksum on top of IP, and nothing else.",
            met: "socket's third argument (0 means it, for dgram); setsockopt's level.",
            advice: "The program repeats what is lost, if it matters.",
            source: "udp(7); RFC 768",
            see: "SOCK_DGRAM, datagram"
        ),
        Note(
            "IPPROTO_IP",
            text: "As a protocol 0: the family's own choice for the type. As a level: the options of IP version 4.",
            met: "socket's third argument; setsockopt's level.",
            advice: "Leave it out unless the type has several protocols.",
            source: "ip(7), socket(2)",
            see: "IPPROTO_TCP, IP_TTL"
        ),
        Note(
            "IPPROTO_IPV6",
            text: "As a level: the options of IP version 6. As a number in a header: IPv6 carried within IP.",
            met: "setsockopt's level.",
            advice: "Its options have names of their own, such as IPV6_UNICAST_HOPS for IP_TTL.",
            source: "ipv6(7); RFC 8200",
            see: "IPV6_V6ONLY, AF_INET6"
        ),
        Note(
            "IPPROTO_ICMP",
            text: "Internet Control Message Protocol: IP's own messages, such as echo and \"port unreachable\".",
            met: "socket inet raw icmp, or dgram icmp if net.ipv4.ping_group_range allows.",
            advice: "Errors that it brings show up as ECONNREFUSED, EHOSTUNREACH and others.",
            source: "icmp(7); RFC 792",
            see: "SOCK_RAW, IP_RECVERR"
        ),
        Note(
            "IPPROTO_ICMPV6",
            text: "ICMP for IPv6; it also finds neighbours and routers, as ARP does for IPv4.",
            met: "socket inet6 raw icmpv6.",
            advice: "ICMP6_FILTER keeps the many messages away that a program does not want.",
            source: "RFC 4443, RFC 4861; icmp(7)",
            see: "IPPROTO_ICMP, ICMP6_FILTER"
        ),
        Note(
            "IPPROTO_RAW",
            text: "A raw socket that only sends, whole IP packets with the header written by the program.",
            met: "socket inet raw raw.",
            advice: "IP_HDRINCL is on by itself.",
            source: "raw(7)",
            see: "SOCK_RAW, IP_HDRINCL"
        ),
        Note(
            "IPPROTO_UDPLITE",
            text: "UDP whose checksum covers only the first part, for voice and video, which tolerate a wrong bit.",
            met: "socket inet dgram udplite; newer kernels have dropped it.",
            advice: "Both ends must speak it.",
            source: "udplite(7); RFC 3828",
            see: "IPPROTO_UDP"
        ),
        Note(
            "IPPROTO_SCTP",
            text: "Stream Control Transmission Protocol: several streams of messages in one connection.",
            met: "socket with stream or seqpacket, if the kernel has it.",
            advice: "Many routers and firewalls on the Internet do not pass it.",
            source: "RFC 9260; sctp(7)",
            see: "SOCK_SEQPACKET"
        ),
        Note(
            "IPPROTO_MPTCP",
            text: "TCP over several paths at once; with a peer that does not speak it, it becomes plain TCP.",
            met: "socket inet stream mptcp.",
            advice: "TCP_IS_MPTCP tells whether it took.",
            source: "RFC 8684",
            see: "IPPROTO_TCP, TCP_IS_MPTCP"
        ),
        Note(
            "SOL_SOCKET",
            text: "The level of the options that every socket has, whatever its protocol. Its number is 1 on Linux.",
            met: "setsockopt and getsockopt.",
            advice: "In NetShell the option's name alone is enough.",
            source: "socket(7), getsockopt(2)",
            see: "SO_REUSEADDR, IPPROTO_TCP, ENOPROTOOPT"
        ),
    ]
}
