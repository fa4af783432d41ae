extension Notes {
    /// Errors of permission, room, files and the system, as socket calls meet them.
    static let systemErrors: [Note] = [
        Note(
            "EACCES",
            text: """
                Not allowed. For bind the port is below 1024 and the process has no privilege; for send the address \
                is a broadcast one; for a unix socket the file's permissions forbid it.
                """,
            met: "bind, connect, sendto and socket.",
            advice: "Take a port from 1024 up; setsockopt broadcast on for broadcasts; check the socket file's mode.",
            source: "bind(2), connect(2), send(2), ip(7) ERRORS",
            see: "privileged port, SO_BROADCAST, EPERM"
        ),
        Note(
            "EPERM",
            text: "The kernel reserves this for privileged processes, or a firewall rule forbids it.",
            met: "socket for raw and packet sockets, some options, connect and send where a local firewall forbids it.",
            advice: "start the shell with the privilege, sudo netshell for instance.",
            source: "socket(7), connect(2), packet(7), raw(7) ERRORS",
            see: "SOCK_RAW, AF_PACKET, EACCES"
        ),
        Note(
            "EMFILE",
            text: "The process has as many descriptors open as its limit allows.",
            met: "socket, accept, dup, socketpair; recvmsg then drops passed descriptors.",
            advice: "Close what is no longer needed; raise the limit with ulimit -n.",
            source: "socket(2), accept(2), dup(2) ERRORS; getrlimit(2)",
            see: "ENFILE, descriptor, close"
        ),
        Note(
            "ENFILE",
            text: "The whole system has as many files open as it may have.",
            met: "socket, accept, socketpair on a machine that has run out.",
            advice: "Somebody leaks descriptors: find the process, or raise fs.file-max.",
            source: "socket(2), accept(2) ERRORS; proc(5)",
            see: "EMFILE"
        ),
        Note(
            "ENOBUFS",
            text: "The kernel has no buffer to spare for this packet or socket.",
            met: "send when an interface's queue overflows (Linux usually drops silently), socket, netlink's recv.",
            advice: "Wait and try again; for netlink it means that messages were lost.",
            source: "send(2), socket(2), packet(7), netlink(7) ERRORS",
            see: "ENOMEM, SO_SNDBUF, EAGAIN"
        ),
        Note(
            "ENOMEM",
            text: "The kernel has no memory for it, which may also mean that a socket's own limit is reached.",
            met: "Nearly any call on a machine that is short of memory.",
            advice: "Try again later; use less.",
            source: "socket(2), accept(2), recv(2) and others, ERRORS",
            see: "ENOBUFS"
        ),
        Note(
            "ENOSR",
            text: "The STREAMS system is out of resources; Linux's manual names it only for other systems' sake.",
            met: "Never on Linux itself.",
            advice: "Treat it like ENOBUFS.",
            source: "connect(2), accept(2) NOTES",
            see: "ENOBUFS"
        ),
        Note(
            "ENOENT",
            text: "There is no file of that name.",
            met: "connect to a unix socket whose server never bound it; bind into a folder that is not there.",
            advice: "Start the server first; check the path, which is relative to the working directory.",
            source: "bind(2), unix(7) ERRORS",
            see: "AF_UNIX, ECONNREFUSED, ENOTDIR"
        ),
        Note(
            "ENOTDIR",
            text: "A part of the path that should be a folder is none.",
            met: "bind and connect of unix sockets.",
            advice: "Check each part of the path.",
            source: "bind(2) ERRORS",
            see: "ENOENT, AF_UNIX"
        ),
        Note(
            "EISDIR",
            text: "The path names a folder, so no socket can be there.",
            met: "bind of a unix socket.",
            advice: "Put the socket's name after the folder's.",
            source: "bind(2) ERRORS",
            see: "ENOENT, AF_UNIX"
        ),
        Note(
            "ELOOP",
            text: "Too many symbolic links lead on from each other in the path.",
            met: "bind and connect of unix sockets.",
            advice: "Use the real path (readlink -f).",
            source: "bind(2) ERRORS",
            see: "ENOENT, AF_UNIX"
        ),
        Note(
            "ENAMETOOLONG",
            text: "The path is longer than a path may be. A unix address is full much earlier, at 108 bytes.",
            met: "bind and connect of unix sockets.",
            advice: "Choose a short folder such as /tmp, or an abstract name.",
            source: "bind(2) ERRORS; unix(7)",
            see: "AF_UNIX, abstract name"
        ),
        Note(
            "EROFS",
            text: "The file system is mounted for reading only, so no socket file can be made.",
            met: "bind of a unix socket.",
            advice: "Take a writable folder, or an abstract name.",
            source: "bind(2) ERRORS",
            see: "AF_UNIX, abstract name"
        ),
        Note(
            "ENOSYS",
            text: "This kernel does not have the call.",
            met: "sendfile and newer calls on old kernels, or in a sandbox that filters system calls.",
            advice: "Do without: sendfile is a loop of read and send.",
            source: "sendfile(2) NOTES; seccomp(2)",
            see: "sendfile, EOPNOTSUPP"
        ),
        Note(
            "EIO",
            text: "A read or write at a lower level failed in a way that no other error describes.",
            met: "sendfile when the file cannot be read; close.",
            advice: "Look at the disk and the kernel's log.",
            source: "sendfile(2), close(2) ERRORS",
            see: "sendfile"
        ),
        Note(
            "EOVERFLOW",
            text: "A count or an offset is larger than the number that has to hold it.",
            met: "sendfile past the largest offset.",
            advice: "Send smaller pieces.",
            source: "sendfile(2) ERRORS",
            see: "sendfile, ESPIPE"
        ),
        Note(
            "ESPIPE",
            text: "The descriptor cannot be read from an offset: a pipe or a socket has only its next byte.",
            met: "sendfile with an offset from something that is no file.",
            advice: "Leave the offset out, or use a regular file.",
            source: "sendfile(2) ERRORS",
            see: "sendfile"
        ),
        Note(
            "EBUSY",
            text: "Somebody else is using it at this very moment.",
            met: "dup2 racing with an open; some socket filters and options.",
            advice: "Try again.",
            source: "dup(2) ERRORS",
            see: "EMFILE"
        ),
        Note(
            "ENOSPC",
            text: "The disk is full, or a kernel table is.",
            met: "close of a file, bind of a unix socket, adding a filter or a key.",
            advice: "Make room.",
            source: "close(2) ERRORS",
            see: "EDQUOT"
        ),
        Note(
            "EDQUOT",
            text: "The user's share of the disk is used up.",
            met: "close of a file on a network file system.",
            advice: "Make room.",
            source: "close(2) ERRORS",
            see: "ENOSPC"
        ),
        Note(
            "ENOLINK",
            text: "The link to a remote file server is gone.",
            met: "close and dup of such files on some systems; not with sockets on Linux.",
            advice: "Open it again when the server is back.",
            source: "close(3p), dup(3p)",
            see: "EIO"
        ),
    ]
}
