import Journal
import Sockets

/// How the calls of a log become the journal's: arguments under the names of the man pages, and what was written.
enum StraceMapping {
    /// Calls of sockets, whatever the descriptor is.
    static let network: Set<String> = [
        "socket", "socketpair", "bind", "listen", "accept", "accept4", "connect", "shutdown", "getsockname",
        "getpeername",
        "getsockopt", "setsockopt", "send", "sendto", "sendmsg", "sendmmsg", "recv", "recvfrom", "recvmsg", "recvmmsg",
    ]

    /// Calls that are of interest where a descriptor is a socket.
    static let descriptors: Set<String> = [
        "read", "readv", "write", "writev", "sendfile", "splice", "close", "dup", "dup2", "dup3", "fcntl", "ioctl",
        "poll",
        "ppoll", "select", "pselect6", "epoll_ctl", "epoll_wait", "epoll_pwait", "epoll_pwait2",
    ]

    /// Calls that move data.
    static let data: Set<String> = [
        "send", "sendto", "sendmsg", "sendmmsg", "recv", "recvfrom", "recvmsg", "recvmmsg", "read", "readv", "write",
        "writev", "sendfile", "splice",
    ]

    /// Other spellings of the same calls, as some machines have them.
    static let aliases = [
        "sendfile64": "sendfile", "fcntl64": "fcntl", "_newselect": "select", "ppoll_time64": "ppoll",
        "pselect6_time64": "pselect6", "recvmmsg_time64": "recvmmsg",
    ]

    /// Names of arguments, in C's order, of what is shown as it stands.
    private static let names: [String: [String]] = [
        "listen": ["sockfd", "backlog"], "close": ["fd"], "dup": ["oldfd"], "dup2": ["oldfd", "newfd"],
        "dup3": ["oldfd", "newfd", "flags"], "fcntl": ["fd", "cmd", "arg"], "ioctl": ["fd", "request", "argp"],
        "sendfile": ["out_fd", "in_fd", "offset", "count"],
        "splice": ["fd_in", "off_in", "fd_out", "off_out", "len", "flags"],
        "select": ["nfds", "readfds", "writefds", "exceptfds", "timeout"],
        "pselect6": ["nfds", "readfds", "writefds", "exceptfds", "timeout", "sigmask"],
        "epoll_ctl": ["epfd", "op", "fd", "event"], "epoll_wait": ["epfd", "events", "maxevents", "timeout"],
        "epoll_pwait": ["epfd", "events", "maxevents", "timeout", "sigmask", "sigsetsize"],
        "epoll_pwait2": ["epfd", "events", "maxevents", "timeout", "sigmask", "sigsetsize"],
        "sendmmsg": ["sockfd", "msgvec", "vlen", "flags"],
        "recvmmsg": ["sockfd", "msgvec", "vlen", "flags", "timeout"],
    ]

    /// Fills in arguments and outputs.
    static func fill(_ draft: inout StraceDraft) {
        switch draft.name {
        case "socket", "socketpair": creation(&draft)
        case "bind", "connect": address(&draft)
        case "accept", "accept4", "getsockname", "getpeername": asking(&draft)
        case "shutdown": draft.arguments = [first(draft), Argument("how", draft.call[1].constant(ShutdownHow.self))]
        case "setsockopt", "getsockopt": option(&draft)
        case "send", "sendto": send(&draft)
        case "recv", "recvfrom": receive(&draft)
        case "write", "read": plain(&draft)
        case "writev", "readv": vectors(&draft)
        case "sendmsg", "recvmsg": message(&draft)
        case "poll", "ppoll": poll(&draft)
        default: other(&draft)
        }
    }

    /// The descriptor of a call on a socket.
    static func first(_ draft: StraceDraft, _ name: String = "sockfd") -> Argument {
        Argument(name, draft.call[0].descriptor.map { .descriptor($0) } ?? draft.call[0].content)
    }

    /// A number as it is, 0 where it is none.
    static func integer(_ name: String, _ value: StraceValue) -> Argument {
        Argument(name, .integer(value.number ?? 0))
    }

    private static func creation(_ draft: inout StraceDraft) {
        let call = draft.call
        draft.arguments = [
            Argument("domain", call[0].constant(AddressFamily.self)), Argument("type", call[1].socketType),
            Argument("protocol", call[2].constant(ProtocolNumber.self)),
        ]
        guard draft.name == "socketpair", call.succeeded else { return }
        let pair = call[3].members.compactMap { $0.descriptor.map { Argument.Content.descriptor($0) } }
        draft.outputs = [Argument("sv", .list(pair))]
    }

    private static func address(_ draft: inout StraceDraft) {
        draft.arguments = [first(draft), Argument("addr", draft.call[1].content), integer("addrlen", draft.call[2])]
    }

    /// Calls that write an address.
    private static func asking(_ draft: inout StraceDraft) {
        let call = draft.call
        let room = call[2].size
        let isNull = call[1] == .word("NULL")
        draft.arguments = [
            first(draft), Argument("addr", isNull ? .null : .room(room)),
            isNull ? Argument("addrlen", .null) : Argument("addrlen", .integer(room)),
        ]
        if draft.name == "accept4" { draft.arguments.append(Argument("flags", call[3].socketType)) }
        guard call.succeeded, let address = call[1].address else { return }
        draft.outputs = [Argument("addr", .address(address)), integer("addrlen", call[2].after)]
    }

    private static func other(_ draft: inout StraceDraft) {
        let names = names[draft.name] ?? []
        draft.arguments = draft.call.arguments.enumerated().map { place, value in
            let name = names.indices.contains(place) ? names[place] : "arg\(place + 1)"
            // A pointer to a number is shown so under these names only.
            if case .array = value, name != "argp", name != "offset" { return Argument(name, .constant(value.text, 0)) }
            return Argument(name, value.content)
        }
    }

    private static func poll(_ draft: inout StraceDraft) {
        let call = draft.call
        var entries = call[0].members.map { entry in
            PollEntry(descriptor: entry["fd"]?.descriptor ?? -1, events: entry["events"]?.pollEvents ?? [])
        }
        draft.arguments = [Argument("fds", .poll(entries)), integer("nfds", call[1])]
        let isPlain = call.name == "poll"
        draft.arguments.append(isPlain ? integer("timeout", call[2]) : Argument("tmo_p", call[2].content))
        if !isPlain { draft.arguments.append(Argument("sigmask", call[3].content)) }
        guard call.succeeded else { return }
        for told in call.remarks.flatMap(\.members) {
            guard let descriptor = told["fd"]?.descriptor, let events = told["revents"]?.pollEvents,
                let place = entries.firstIndex(where: { $0.descriptor == descriptor && $0.returned.isEmpty })
            else { continue }
            entries[place].returned = events
        }
        draft.outputs = [Argument("fds", .poll(entries))]
    }
}
