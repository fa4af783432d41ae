/// Names and services, whose errors are the resolver's own. Injected: no test queries a name server.
extension Provocation {
    private static let connect = ("s = socket inet stream", "s.connect name.example 80")

    static let names: [Provocation] =
        [
            ("EAI_NONAME", "name.unknown"), ("EAI_AGAIN", "name.again"), ("EAI_FAIL", "name.fail"),
            ("EAI_FAMILY", "name.family"), ("EAI_SERVICE", "name.service"), ("EAI_NODATA", "name.nodata"),
            ("EAI_ADDRFAMILY", "name.addressfamily"), ("EAI_BADFLAGS", "name.flags"), ("EAI_SOCKTYPE", "name.type"),
        ].map { injected("getaddrinfo", $0.0, $0.1, connect.0, connect.1) } + [
            Provocation(
                "getservbyname",
                "NotFound",
                "service.unknown",
                "s = socket inet stream\ns.connect 127.0.0.1 htpp"
            )
        ] + library + conversions

    /// The rest of getaddrinfo(3) and getnameinfo(3); EAI_SYSTEM stands for an errno.
    private static let library: [Provocation] = [
        ("getaddrinfo", "EAI_MEMORY", "name.memory"), ("getaddrinfo", "EMFILE", "any.descriptors"),
        ("getnameinfo", "EAI_AGAIN", "name.again"), ("getnameinfo", "EAI_BADFLAGS", "name.flags"),
        ("getnameinfo", "EAI_FAIL", "name.fail"), ("getnameinfo", "EAI_FAMILY", "name.family"),
        ("getnameinfo", "EAI_MEMORY", "name.memory"), ("getnameinfo", "EAI_NONAME", "name.unknown.reverse"),
        ("getnameinfo", "EAI_OVERFLOW", "name.overflow"), ("getnameinfo", "EMFILE", "any.descriptors"),
    ].map { .injected($0.0, $0.1, $0.2, "", "\($0.0) 127.0.0.1 80") }

    /// What queries nobody: addresses as text, interfaces, poll, and duplicating descriptors.
    private static let conversions: [Provocation] = [
        Provocation("inet_pton", "EAFNOSUPPORT", "text.family", "inet_pton unix x"),
        Provocation("inet_ntop", "EAFNOSUPPORT", "text.family", "inet_ntop unix 0x00"),
        Provocation("inet_ntop", "EINVAL", "text.size", "inet_ntop inet 0x00"),
        .injected("inet_ntop", "ENOSPC", "text.room", "", "inet_ntop inet 0x7f000001"),
        Provocation("if_nametoindex", "ENODEV", "interface.name", "if_nametoindex no-such-if"),
        Provocation("if_indextoname", "ENXIO", "interface.index", "if_indextoname 4294967295"),
        .injected("if_nameindex", "ENOBUFS", "any.memory", "", "if_nameindex"),
        .injected("poll", "EINTR", "signal.wait", "a = socketpair", "poll a -timeout 1"),
        .injected("poll", "EINVAL", "poll.many", "a = socketpair", "poll a -timeout 1"),
        .injected("poll", "ENOMEM", "any.memory", "a = socketpair", "poll a -timeout 1"),
        .injected("dup", "EMFILE", "socket.descriptors", "a = socketpair", "a.dup"),
        .injected("dup", "EINTR", "any.interrupted", "a = socketpair", "a.dup"),
        Provocation("dup", "EBADF", "fromfd.closed", "fromfd 3999"),
        .injected("close", "ENOSPC", "close.io", "a = socketpair", "a.close"),
        .injected("close", "EDQUOT", "close.io", "a = socketpair", "a.close"),
    ]
}
