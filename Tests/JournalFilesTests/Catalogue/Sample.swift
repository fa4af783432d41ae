import Journal
import Sockets

/// A call of each kind, as it is in a journal and in an strace log.
enum Sample {
    private static let place = SocketAddress.inet(.loopback, port: 8088)

    /// The call that creates the others' socket.
    static let maker: Call = {
        var call = Self.call(.socket)
        call.number = 1
        return call
    }()

    /// A call that succeeded, on descriptor 3.
    static func call(_ kind: CallKind) -> Call {
        let isMaker = kind == .socket
        var call = Call(
            .known(kind),
            socket: isMaker ? nil : 1,
            socketName: isMaker ? nil : "s",
            arguments: kind.row.parameters.flatMap { arguments($0, of: kind) },
            result: isMaker ? 3 : 1,
            outputs: outputs(of: kind),
            start: 0,
            duration: 1,
            made: isMaker ? [MadeSocket(id: 1, name: "s", descriptor: 3)] : [],
            mentions: kind.has(.endsMentioned) && kind != .dup2 && kind != .dup3
                ? [MadeSocket(id: 1, name: "s", descriptor: 3)] : []
        )
        call.number = 2
        return call
    }

    /// What is passed under a parameter's name: structures by their members, as in the journal.
    private static func arguments(_ name: String, of kind: CallKind) -> [Argument] {
        switch name {
        case "msg":
            let parts: Argument.Content = .list(kind.has(.sends) ? [data] : [.room(8)])
            return [
                Argument("msg_name", .null), Argument("msg_iov", parts),
                Argument("msg_control", kind.has(.sends) ? .ancillary([]) : .room(0)),
            ]
        case "hints":
            return [
                Argument("ai_family", .constant("AF_INET", 2)), Argument("ai_socktype", .constant("SOCK_STREAM", 1)),
                Argument("ai_protocol", .integer(0)), Argument("ai_flags", .constant("0", 0)),
            ]
        // Not in C, but in the journal.
        case "in_fd": return [Argument(name, .descriptor(4)), Argument("in_file", .text("/etc/hosts"))]
        default: return [Argument(name, content(name, kind))]
        }
    }

    private static let data = Argument.Content.data(Clip(Array("hi".utf8)))

    private static func content(_ name: String, _ kind: CallKind) -> Argument.Content {
        switch name {
        case "sockfd", "fd", "oldfd", "out_fd", "fd_out": .descriptor(3)
        case "domain", "af": .constant("AF_INET", 2)
        case "type" where kind != .gethostbyaddr: .constant("SOCK_STREAM", 1)
        case "protocol": .constant("IPPROTO_IP", 0)
        case "how": .constant("SHUT_WR", 1)
        case "level": .constant("SOL_SOCKET", 1)
        case "optname": .constant("SO_REUSEADDR", 2)
        case "optval": kind == .setsockopt ? .option(.boolean(true), raw: [1, 0, 0, 0]) : .room(4)
        case "flags": .constant("0", 0)
        case "cmd": .constant("F_SETFL", 4)
        case "arg": .constant("O_RDWR|O_NONBLOCK", 2050)
        case "request": .constant("FIONBIO", 0x5421)
        case "fds": .poll([PollEntry(descriptor: 3, events: .readable)])
        case "buf": kind.has(.sends) ? data : .room(8)
        case "iov": .list(kind.has(.sends) ? [data] : [.room(8)])
        case "msgvec": .list([.list([.null, .list(kind.has(.sends) ? [data] : [.room(8)])])])
        case "addr" where kind == .gethostbyaddr: .text("127.0.0.1")
        case "addr": kind.has(.accepts) || kind.has(.asks) && kind != .getnameinfo ? .room(128) : .address(place)
        case "dest_addr": .address(place)
        case "src_addr": .room(128)
        case "name", "node", "service",
            "proto" where kind != .getprotobynumber, "pathname", "src", "cp", "ifname":
            .text("http")
        default: .integer(1)
        }
    }

    private static func outputs(of kind: CallKind) -> [Argument] {
        if kind.has(.watches) {
            return [Argument("fds", .poll([PollEntry(descriptor: 3, events: .readable, returned: .readable)]))]
        }
        switch kind {
        case .sendmmsg: return [Argument("msgvec", .list([.integer(2)]))]
        case .recvmmsg: return [Argument("msgvec", .list([.list([.null, .list([data])])]))]
        case .readv, .recvmsg: return [Argument(kind == .readv ? "iov" : "msg_iov", .list([data]))]
        case .read, .recv, .recvfrom: return [Argument("buf", data)]
        case .accept, .accept4, .getsockname, .getpeername: return [Argument("addr", .address(place))]
        case .socketpair: return [Argument("sv", .list([.descriptor(4), .descriptor(5)]))]
        case .getsockopt: return [Argument("optval", .option(.boolean(true), raw: [1, 0, 0, 0]))]
        default: return []
        }
    }

    /// The line of a log that creates the others' socket.
    static let log = "1 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3<TCP:[7]>\n"

    private static let address = #"{sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}"#
    private static let message =
        #"{msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="hi", iov_len=2}], msg_iovlen=1, "#
        + "msg_controllen=0, msg_flags=0}"

    /// strace's line for each system call (strace 6.1).
    static let lines: [CallKind: String] = sockets.merging(transfer) { one, _ in one }.merging(others) { one, _ in one }

    private static let sockets: [CallKind: String] = [
        .socket: "1 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 4<UDP:[8]>",
        .socketpair: "1 socketpair(AF_UNIX, SOCK_STREAM, 0, [4<UNIX-STREAM:[1->2]>, 5<UNIX-STREAM:[2->1]>]) = 0",
        .bind: "1 bind(3, \(address), 16) = 0", .listen: "1 listen(3, 5) = 0",
        .connect: "1 connect(3, \(address), 16) = 0", .accept: "1 accept(3, \(address), [128 => 16]) = 4",
        .accept4: "1 accept4(3, \(address), [128 => 16], SOCK_CLOEXEC) = 4", .shutdown: "1 shutdown(3, SHUT_WR) = 0",
        .getsockname: "1 getsockname(3, \(address), [128 => 16]) = 0",
        .getpeername: "1 getpeername(3, \(address), [128 => 16]) = 0",
        .getsockopt: "1 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0",
        .setsockopt: "1 setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0",
    ]

    private static let transfer: [CallKind: String] = [
        // libc's send and recv are these system calls without an address (send(2)).
        .send: #"1 sendto(3, "hi", 2, 0, NULL, 0) = 2"#, .sendto: #"1 sendto(3, "hi", 2, 0, \#(address), 16) = 2"#,
        .sendmsg: "1 sendmsg(3, \(message), 0) = 2",
        .sendmmsg: "1 sendmmsg(3, [{msg_hdr=\(message), msg_len=2}], 1, 0) = 1",
        .recv: #"1 recvfrom(3, "hi", 8, 0, NULL, NULL) = 2"#,
        .recvfrom: #"1 recvfrom(3, "hi", 8, 0, \#(address), [128 => 16]) = 2"#,
        .recvmsg: "1 recvmsg(3, \(message), 0) = 2",
        .recvmmsg: "1 recvmmsg(3, [{msg_hdr=\(message), msg_len=2}], 1, 0, NULL) = 1",
        .read: #"1 read(3, "hi", 8) = 2"#, .readv: #"1 readv(3, [{iov_base="hi", iov_len=8}], 1) = 2"#,
        .write: #"1 write(3, "hi", 2) = 2"#, .writev: #"1 writev(3, [{iov_base="hi", iov_len=2}], 1) = 2"#,
        .sendfile: "1 sendfile(3, 4</etc/hosts>, [0] => [2], 2) = 2",
        .splice: "1 splice(4<pipe:[9]>, NULL, 3, NULL, 2, 0) = 2",
    ]

    private static let others: [CallKind: String] = [
        .close: "1 close(3) = 0", .close_range: "1 close_range(3, 4294967295, 0) = 0", .dup: "1 dup(3) = 4",
        .dup2: "1 dup2(3, 9) = 9", .dup3: "1 dup3(3, 9, O_CLOEXEC) = 9",
        .fcntl: "1 fcntl(3, F_GETFL) = 0x2 (flags O_RDWR)",
        .ioctl: "1 ioctl(3, FIONREAD, [0]) = 0",
        .poll: "1 poll([{fd=3, events=POLLIN}], 1, -1) = 1 ([{fd=3, revents=POLLIN}])",
        .ppoll: "1 ppoll([{fd=3, events=POLLIN}], 1, NULL, NULL, 8) = 1 ([{fd=3, revents=POLLIN}])",
        .select: "1 select(4, [3], NULL, NULL, NULL) = 1 (in [3])",
        .pselect6: "1 pselect6(4, [3], NULL, NULL, NULL, NULL) = 1 (in [3])",
        .epoll_ctl: "1 epoll_ctl(5, EPOLL_CTL_ADD, 3, {events=EPOLLIN, data={u32=3, u64=3}}) = 0",
        .epoll_wait: "1 epoll_wait(5, [{events=EPOLLIN, data={u32=3, u64=3}}], 8, -1) = 1",
        .epoll_pwait: "1 epoll_pwait(5, [{events=EPOLLIN, data={u32=3, u64=3}}], 8, -1, NULL, 8) = 1",
        .epoll_pwait2: "1 epoll_pwait2(5, [{events=EPOLLIN, data={u32=3, u64=3}}], 8, NULL, NULL, 8) = 1",
        .execve: #"1 execve("/bin/true", ["true"], 0x7ffd /* 20 vars */) = 0"#,
        .execveat: #"1 execveat(AT_FDCWD, "/bin/true", ["true"], 0x7ffd /* 20 vars */, 0) = 0"#,
        .exit: "1 exit(0) = ?", .exit_group: "1 exit_group(3) = ?",
    ]
}
