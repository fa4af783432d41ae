import Journal
import Language

/// Which commands a lesson's own statements may use. What a command asks of the kernel is judged call by call; this
/// list is about everything else: the learner's settings, progress and screen.
extension Confinement {
    /// The commands of the shell, and of a scripted other end, that a lesson may use.
    public static let commands: Set<String> = [
        "socket", "socketpair", "fromfd", "dup", "close", "detach", "bind", "listen", "accept", "connect", "shutdown",
        "getsockname", "getpeername", "settimeout", "gettimeout", "setblocking", "poll", "unlink",
        "send", "sendall", "sendto", "sendmsg", "sendfile", "recv", "recvfrom", "recvline", "recvuntil", "recvall",
        "recvmsg", "sockatmark", "getsockopt", "setsockopt", "join", "leave",
        "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getfqdn", "gethostname", "getservbyname",
        "getservbyport", "getprotobyname", "getprotobynumber", "getaddrinfo", "getnameinfo",
        "if_nameindex", "if_nametoindex", "if_indextoname", "htons", "ntohs", "htonl", "ntohl",
        "inet_pton", "inet_ntop", "inet_aton", "inet_ntoa",
        "print", "write", "length", "hexdump", "explain", "state", "diagram", "ruler", "journal", "export",
        "use", "sockets", "variables", "inject", "exit", "jobs", "wait", "cancel", "sleep", "await",
        "alias", "unalias", "help", "apropos", "ask",
    ]

    /// Rejects a command that is not for lessons.
    func check(command: String, at span: Span) throws(Failure) {
        guard !Self.commands.contains(command) else { return }
        throw Self.refusal("use \(command)", at: span)
    }

    /// Keeps account of a value that a statement assigns to a name.
    func check(_ value: Value, assignedTo name: String, of session: Session, at span: Span) throws(Failure) {
        try room.hold(value.weight, in: name, of: session, at: span)
    }
}

extension Value {
    /// About how many bytes of memory it holds.
    fileprivate var weight: Int {
        switch self {
        case .none, .boolean, .integer, .real, .socket: 16
        case .text(let text): 16 + text.utf8.count
        case .bytes(let bytes), .file(let bytes): 16 + bytes.count
        case .list(let values): values.reduce(16) { $0 + $1.weight }
        case .record(let record): record.fields.reduce(16) { $0 + $1.value.weight }
        case .picture(let picture): 16 + picture.value.weight
        }
    }
}
