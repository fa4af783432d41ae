import Language
import Sockets
import SystemPackage

/// What NetShell can say about the names and ideas of sockets. Nothing of it exists before the first question.
public enum Knowledge {
    /// Every topic, each name once.
    public static let topics: [Topic] = {
        var seen: Set<String> = []
        let all =
            concepts + states + errors + options + flags + kinds + resolver + ancillary
        return all.filter { seen.insert($0.name).inserted }
    }()

    /// The topic of a name in any case and spelling: `SO_REUSEADDR`, `reuseaddr`, `connrefused`, `FIN-WAIT-1`,
    /// `byte order`; nil if there is none.
    public static func topic(_ name: String) -> Topic? { index[normal(name)].map { topics[$0] } }

    /// The names nearest to a mistyped one.
    public static func nearest(to name: String) -> [String] {
        let isUpper = name == name.uppercased()
        let typed = normal(name)
        let near = Suggestion.nearest(to: typed, among: index.keys, limit: 12)
        var names: [String] = []
        for key in near {
            guard let topic = index[key].map({ topics[$0].name }), !names.contains(topic) else { continue }
            names.append(topic)
        }
        // What looks like a macro was probably meant as one.
        let preferred = names.filter { ($0 == $0.uppercased()) == isUpper }
        return Array((preferred + names.filter { !preferred.contains($0) }).prefix(3))
    }

    /// Positions in ``topics`` by normal name. The full names come first, then the other spellings.
    private static let index: [String: Int] = {
        var index: [String: Int] = [:]
        for (position, topic) in topics.enumerated() { index[normal(topic.name)] = position }
        func also(_ other: String, _ name: String) {
            guard let position = index[normal(name)], index[normal(other)] == nil else { return }
            index[normal(other)] = position
        }
        for (other, name) in spellings { also(other, name) }
        for option in SocketOption.all { also(option.shortName, option.name) }
        for (name, errno) in Errno.named {
            also(String(name.dropFirst()), name)
            also(errno.className, name)
        }
        for topic in topics {
            for prefix in prefixes where topic.name.hasPrefix(prefix) {
                also(String(topic.name.dropFirst(prefix.count)), topic.name)
            }
        }
        return index
    }()

    /// The other spellings of a topic's name.
    static func otherNames(of name: String) -> [String] { namesByTopic[normal(name)] ?? [] }

    private static let namesByTopic: [String: [String]] = {
        var names: [String: [String]] = [:]
        for (other, name) in spellings { names[normal(name), default: []].append(other) }
        for option in SocketOption.all { names[normal(option.name), default: []].append(option.shortName) }
        for (name, errno) in Errno.named {
            names[normal(name), default: []] += [errno.className, errno.className + "Error"]
        }
        return names
    }()

    private static let prefixes = [
        "AF_", "SOCK_", "IPPROTO_", "MSG_", "SHUT_", "POLL", "EAI_", "AI_", "NI_", "SCM_", "SOL_",
    ]

    /// Other spellings of names: the RFC's names of states, C's second names, and everyday words.
    private static let spellings: KeyValuePairs<String, String> = [
        "CLOSED": "CLOSE", "SYN-SENT": "SYN_SENT", "SYN-RECEIVED": "SYN_RECV", "FIN-WAIT-1": "FIN_WAIT1",
        "FIN-WAIT-2": "FIN_WAIT2", "EWOULDBLOCK": "EAGAIN", "ENOTSUP": "EOPNOTSUPP", "FIONREAD": "SIOCINQ",
        "TIOCOUTQ": "SIOCOUTQ", "handshake": "three-way handshake", "SYN+ACK": "three-way handshake",
        "reset": "RST", "non-blocking": "blocking", "nonblocking": "blocking", "endianness": "byte order",
        "network byte order": "byte order", "file descriptor": "descriptor", "fd": "descriptor",
        "receive window": "window", "localhost": "loopback", "any address": "wildcard address",
        "INADDR_ANY": "wildcard address", "ephemeral": "ephemeral port", "privileged": "privileged port",
        "round-trip time": "RTT", "Nagle's algorithm": "Nagle", "out of band": "urgent data",
        "cwnd": "congestion control",
        "accept queue": "backlog", "TCP": "IPPROTO_TCP", "UDP": "IPPROTO_UDP", "ICMP": "IPPROTO_ICMP",
        "abstract": "abstract name", "retransmit": "retransmission", "half close": "half-close",
        "ESTAB": "ESTABLISHED", "UNCONN": "CLOSE", "EPOLLIN": "epoll", "EPOLLOUT": "epoll", "EPOLLERR": "epoll",
        "EPOLLHUP": "epoll", "EPOLLRDHUP": "epoll", "EPOLLPRI": "epoll", "EPOLLET": "epoll", "epoll_wait": "epoll",
        "FD_SET": "select", "FD_SETSIZE": "select",
        "name resolution": "DNS", "resolver": "DNS", "TLS": "encryption", "SSL": "encryption", "HTTP": "HTTP by hand",
        "CRLF": "line ending", "newline": "line ending", "message boundaries": "framing", "EOF": "end of the stream",
        "end of file": "end of the stream", "buffer": "buffering", "buffers": "buffering", "files": "sockets and files",
        "UDP and TCP": "TCP and UDP", "TCP or UDP": "TCP and UDP", "UDP or TCP": "TCP and UDP",
        "UDP against TCP": "TCP and UDP", "shutdown and close": "close and shutdown",
        "sendall and send": "send and sendall", "IPv6 and IPv4": "IPv4 and IPv6", "acknowledgment": "ACK",
        "leak": "leaked descriptor", "latency": "latency and bandwidth", "bandwidth": "latency and bandwidth",
        "ports": "port", "IP": "IP address", "address translation": "NAT", "keep-alive": "lost peer",
    ]

    /// A name without case, blanks and dashes.
    private static func normal(_ name: String) -> String {
        String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    }
}
