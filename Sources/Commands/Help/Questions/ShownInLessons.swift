import Explaining

/// Which lesson of the built-in course shows what: the names of ideas, errors, options and commands, each with the lesson
/// that shows it best. Tests see to it that the lessons and the names exist.
public enum ShownInLessons {
    /// The lesson that shows something; nil if none does.
    public static func lesson(for name: String) -> String? { lessons[name] }

    /// The lesson by what it shows.
    public static let lessons: [String: String] = {
        var lessons: [String: String] = [:]
        for (lesson, names) in shown {
            for name in names.split(separator: ",") { lessons[String(name.drop { $0 == " " })] = lesson }
        }
        return lessons
    }()

    private static let shown: KeyValuePairs<String, String> = [
        "sockets": """
        socket, SOCK_STREAM, SOCK_DGRAM, AF_INET, IPPROTO_TCP, IPPROTO_UDP, descriptor, TCP and UDP, sockets, close, \
        sockets and files, leaked descriptor, names, statements, prompt
        """,
        "server": """
        server, bind, listen, accept, LISTEN, backlog, EINVAL, port, EADDRINUSE, privileged port, EACCES, CLOSE, \
        reaching a server, wildcard address
        """,
        "client": """
        client, connect, send, recv, ECONNREFUSED, ephemeral port, SYN_SENT, HTTP by hand, line ending, \
        refused or timed out, firewall, ETIMEDOUT, recvall, sendall, send and sendall
        """,
        "both": """
        many clients, three-way handshake, SYN, SYN_RECV, connect and accept, ESTABLISHED, buffering, background, \
        stream, framing, size of recv, jobs, wait
        """,
        "datagrams": "datagram, sendto, recvfrom, MSG_TRUNC, EMSGSIZE, lost datagram, EDESTADDRREQ, MTU",
        "unix": "AF_UNIX, socketpair, unlink, abstract name, SO_PEERCRED, ENOENT",
        "ports": "getservbyname, getservbyport, getprotobyname, getprotobynumber",
        "addresses": "getsockname, getpeername, loopback, bind and connect, ENOTCONN, IP address",
        "names": "DNS, gethostbyname, gethostbyaddr, getfqdn, getaddrinfo, EAI_NONAME, EAI_AGAIN, gethostname",
        "errors": "errors, EPIPE, conditions, values",
        "options": """
        getsockopt, setsockopt, SO_REUSEADDR, SO_REUSEPORT, SO_RCVBUF, SO_SNDBUF, SO_KEEPALIVE, TCP_NODELAY, \
        SOL_SOCKET
        """,
        "waiting": """
        blocking, poll, settimeout, setblocking, EAGAIN, EAGAIN and timeout, EINPROGRESS, stopping a call, \
        poll and epoll, MSG_DONTWAIT, MSG_PEEK, select, epoll
        """,
        "closing": """
        half-close, shutdown, close and shutdown, RST, FIN, TIME_WAIT, CLOSE_WAIT, FIN_WAIT1, FIN_WAIT2, LAST_ACK, \
        CLOSING, SO_LINGER, ECONNRESET, end of the stream
        """,
        "raw": "SOCK_RAW, IPPROTO_ICMP, packet, EPERM, byte order",
        "ipv6": "AF_INET6, IPv4 and IPv6, IPV6_V6ONLY, scope",
        "fromfd": "fromfd, dup, detach, SCM_RIGHTS, sendmsg, recvmsg",
    ]
}
