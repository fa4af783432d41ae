/// A C function in the catalogue: one that the shell calls, or a system call that a log of another program can contain.
///
/// Everything known about it is in its ``row``. Nothing identifies a call by comparing names: a view asks for a trait,
/// or switches over the kinds, so that the compiler catches a misspelt name.
public enum CallKind: UInt8, CaseIterable, Sendable {
    // Sockets and their connections.
    case socket, socketpair, bind, listen, connect, accept, accept4, shutdown
    case getsockname, getpeername, getsockopt, setsockopt, sockatmark
    // Data.
    case send, sendto, sendmsg, sendmmsg, recv, recvfrom, recvmsg, recvmmsg
    case read, readv, write, writev, sendfile, splice
    // Descriptors and file names.
    case close, close_range, dup, dup2, dup3, fcntl, ioctl, unlink
    // Waiting.
    case poll, ppoll, select, pselect6
    case epoll_create, epoll_create1, epoll_ctl, epoll_wait, epoll_pwait, epoll_pwait2
    // Processes.
    case clone, clone3, fork, vfork, execve, execveat, exit, exit_group
    // Names.
    case getaddrinfo, getnameinfo, gethostbyname, gethostbyaddr, gethostname
    case getservbyname, getservbyport, getprotobyname, getprotobynumber
    // Conversions, and the interfaces' names.
    case inet_pton, inet_ntop, inet_aton, inet_ntoa, htons, htonl, ntohs, ntohl
    case if_nametoindex, if_indextoname, if_nameindex
}
