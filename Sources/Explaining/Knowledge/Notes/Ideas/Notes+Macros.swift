extension Notes {
    /// Names from programs that NetShell has no command or option for, and the calls of other systems.
    static let macros: [Note] = [
        Note(
            "SIGPIPE",
            "the signal for writing when nobody reads",
            text: """
                A send on a stream that is closed or shut down for writing, or whose peer has reset it, fails with EPIPE, \
                and the kernel sends SIGPIPE as well. It ends a program that does nothing about it, without a word. \
                NetShell ignores it, so that the EPIPE is to be seen.
                """,
            met: "C programs that vanish when a client has gone.",
            advice: "Ignore it with signal(SIGPIPE, SIG_IGN), or send with MSG_NOSIGNAL.",
            source: "signal(7), send(2)",
            see: "EPIPE, MSG_NOSIGNAL, ECONNRESET"
        ),
        Note(
            "O_NONBLOCK",
            "the descriptor's flag that calls are not to wait",
            text: """
                While it is set, a call that would have to wait fails with EAGAIN at once, and connect with EINPROGRESS. \
                fcntl with F_SETFL sets it; it belongs to the open socket, so all descriptors that dup made share it.
                """,
            met: "Servers that serve many sockets with one thread.",
            advice: "SOCK_NONBLOCK sets it when the socket is made; MSG_DONTWAIT is for one call.",
            source: "fcntl(2), socket(7)",
            see: "blocking, SOCK_NONBLOCK, MSG_DONTWAIT, EAGAIN, FIONBIO"
        ),
        Note(
            "FIONBIO",
            "the ioctl that sets or clears O_NONBLOCK",
            text: "An older way to the same flag: 1 makes the socket non-blocking, 0 blocking.",
            met: "Programs that also run on Windows, where ioctlsocket has only this one.",
            advice: "In NetShell a socket is made so with SOCK_NONBLOCK.",
            source: "ioctl(2)",
            see: "O_NONBLOCK, blocking"
        ),
        Note(
            "SOMAXCONN",
            "the largest backlog, as C's headers have it",
            text: """
                A number in sys/socket.h, 4096 in newer headers of Linux and 128 in older ones. What the kernel allows is \
                in net.core.somaxconn; listen cuts a larger backlog to that without telling.
                """,
            met: "listen(fd, SOMAXCONN): the longest queue that can be had.",
            advice: "cat /proc/sys/net/core/somaxconn shows the kernel's.",
            source: "listen(2)",
            see: "backlog, listen"
        ),
        Note(
            "epoll",
            "Linux's poll for very many descriptors",
            text: """
                The kernel keeps the list of descriptors between calls and gives back only those that are ready. EPOLLIN, \
                EPOLLOUT, EPOLLPRI, EPOLLERR, EPOLLHUP and EPOLLRDHUP mean what poll's POLLIN and so on mean; EPOLLET tells of each change \
                only once.
                """,
            met: "Servers such as nginx; strace shows epoll_ctl and epoll_wait.",
            advice: "poll shows the same events here.",
            source: "epoll(7), epoll_ctl(2)",
            see: "poll, POLLIN, POLLOUT"
        ),
        Note(
            "select",
            "the oldest call that waits for several descriptors",
            text: """
                Three sets of descriptors say for which to wait: readable, writable, with urgent data. FD_SET puts one in, FD_ISSET \
                asks afterwards. A set has room for descriptors below FD_SETSIZE, 1024, and larger ones write past its end.
                """,
            met: "Textbooks and portable programs.",
            advice: "poll does it without that limit.",
            source: "select(2)",
            see: "poll, POLLIN, epoll"
        ),
    ]
}
