/// The errors that the Linux manual pages list for each call and that can be provoked by typing: section 2's own list,
/// and what ip(7), tcp(7), udp(7) and unix(7) add. EFAULT is left out, since the shell passes only memory of its own,
/// and what only ioctl or an option without a command returns (ENOENT of SIOCGSTAMP, ENOPKG, ESRCH of SCM_CREDENTIALS).
enum ManualPages {
    static let errors: [String: [String]] = [
        "socket": [
            "EACCES", "EAFNOSUPPORT", "EINVAL", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "EPROTONOSUPPORT", "EPERM",
            "ESOCKTNOSUPPORT",
        ],
        "socketpair": [
            "EAFNOSUPPORT", "EMFILE", "ENFILE", "EOPNOTSUPP", "EPROTONOSUPPORT", "ESOCKTNOSUPPORT", "ENOMEM",
        ],
        "bind": [
            "EACCES", "EADDRINUSE", "EBADF", "EINVAL", "ENOTSOCK", "EADDRNOTAVAIL", "ELOOP", "ENAMETOOLONG", "ENOENT",
            "ENOMEM", "ENOTDIR", "EROFS", "EAFNOSUPPORT", "EPERM", "ENOBUFS",
        ],
        "connect": [
            "EACCES", "EPERM", "EADDRINUSE", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EAGAIN", "EALREADY", "EBADF",
            "ECONNREFUSED", "EINPROGRESS", "EINTR", "EISCONN", "ENETUNREACH", "ENOTSOCK", "EPROTOTYPE", "ETIMEDOUT",
            "EHOSTUNREACH", "EINVAL", "ENOENT", "ENOBUFS", "ECONNABORTED",
        ],
        "listen": ["EADDRINUSE", "EBADF", "ENOTSOCK", "EOPNOTSUPP"],
        "accept": accepted,
        "accept4": accepted,
        "shutdown": ["EBADF", "EINVAL", "ENOTCONN", "ENOTSOCK"],
        "getsockname": ["EBADF", "ENOBUFS", "ENOTSOCK"],
        "getpeername": ["EBADF", "ENOBUFS", "ENOTSOCK", "ENOTCONN"],
        "sockatmark": ["EBADF", "EINVAL"],
        "getsockopt": ["EBADF", "EINVAL", "ENOPROTOOPT", "ENOTSOCK", "EOPNOTSUPP"],
        "setsockopt": ["EBADF", "EINVAL", "ENOPROTOOPT", "ENOTSOCK", "EPERM", "EADDRINUSE", "EADDRNOTAVAIL", "ENODEV"],
        "send": [
            "EINVAL", "EACCES", "EAGAIN", "EALREADY", "EBADF", "ECONNRESET", "EDESTADDRREQ", "EINTR", "EISCONN",
            "EMSGSIZE",
            "ENOBUFS", "ENOMEM", "ENOTCONN", "ENOTSOCK", "EOPNOTSUPP", "EPIPE", "ECONNREFUSED", "ENETUNREACH",
            "EHOSTUNREACH", "ETOOMANYREFS", "ETIMEDOUT",
        ],
        "sendto": [
            "EACCES", "EAGAIN", "EALREADY", "EBADF", "ECONNRESET", "EDESTADDRREQ", "EINTR", "EINVAL", "EISCONN",
            "EMSGSIZE", "ENOBUFS", "ENOMEM", "ENOTCONN", "ENOTSOCK", "EOPNOTSUPP", "EPIPE", "ECONNREFUSED",
            "ENETUNREACH", "EHOSTUNREACH", "EAFNOSUPPORT", "ENOENT", "EPROTOTYPE", "EPERM",
        ],
        "unlink": [
            "EACCES", "EBUSY", "EIO", "EISDIR", "ELOOP", "ENAMETOOLONG", "ENOENT", "ENOMEM", "ENOTDIR", "EPERM",
            "EROFS",
        ],
        "sendmsg": [
            "EACCES", "EAGAIN", "EALREADY", "EBADF", "ECONNRESET", "EDESTADDRREQ", "EINTR", "EINVAL", "EISCONN",
            "EMSGSIZE", "ENOBUFS", "ENOMEM", "ENOTCONN", "ENOTSOCK", "EOPNOTSUPP", "EPIPE", "ECONNREFUSED",
            "ENETUNREACH", "EHOSTUNREACH", "EAFNOSUPPORT", "ENOENT", "EPROTOTYPE", "EPERM", "ETOOMANYREFS",
        ],
        "sendfile": ["EAGAIN", "EBADF", "EINVAL", "EIO", "ENOMEM", "EOVERFLOW", "ESPIPE"],
        "poll": ["EINTR", "EINVAL", "ENOMEM"],
        "dup": ["EBADF", "EINTR", "EMFILE"],
        "close": ["EINTR", "EIO", "ENOSPC", "EDQUOT"],
        "getaddrinfo": [
            "EAI_ADDRFAMILY", "EAI_AGAIN", "EAI_BADFLAGS", "EAI_FAIL", "EAI_FAMILY", "EAI_MEMORY", "EAI_NODATA",
            "EAI_NONAME", "EAI_SERVICE", "EAI_SOCKTYPE", "EMFILE",
        ],
        "getnameinfo": [
            "EAI_AGAIN", "EAI_BADFLAGS", "EAI_FAIL", "EAI_FAMILY", "EAI_MEMORY", "EAI_NONAME", "EAI_OVERFLOW", "EMFILE",
        ],
        "inet_pton": ["EAFNOSUPPORT"],
        "inet_ntop": ["EAFNOSUPPORT", "ENOSPC"],
        "if_nametoindex": ["ENODEV"],
        "if_indextoname": ["ENXIO"],
        "if_nameindex": ["ENOBUFS"],
        "recv": received,
        "recvmsg": received,
        "recvfrom": received,
    ]

    private static let accepted = [
        "EAGAIN", "EBADF", "ECONNABORTED", "EINTR", "EINVAL", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "ENOTSOCK",
        "EOPNOTSUPP", "EPERM", "EPROTO", "ENOSR", "ESOCKTNOSUPPORT", "EPROTONOSUPPORT", "ETIMEDOUT", "ENETDOWN",
        "ENOPROTOOPT", "EHOSTDOWN", "ENONET", "EHOSTUNREACH", "ENETUNREACH",
    ]

    private static let received = [
        "EAGAIN", "EBADF", "ECONNREFUSED", "EINTR", "EINVAL", "ENOMEM", "ENOTCONN", "ENOTSOCK", "ECONNRESET",
        "ETIMEDOUT", "EHOSTUNREACH", "EOPNOTSUPP",
    ]
}
