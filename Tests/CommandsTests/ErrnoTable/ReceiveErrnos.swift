/// recv(2), recvfrom(2), recvmsg(2), sockatmark(3), shutdown(2), getpeername(2), getsockname(2).
extension Provocation {
    private static let both = ["recv", "recvfrom", "recvmsg"]
    private static let listener = "l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen"
    private static let served = "\(listener)\nk = socket inet stream\nk.connect 127.0.0.1 $l.port\nc = l.accept"

    static let receiving: [Provocation] = [
        each(both, "ENOTCONN", "recv.listener", "\(listener)\nl.CALL"),
        each(both, "ENOTCONN", "recv.listener", "\(served)\nl.CALL"),
        each(both, "ENOTCONN", "recv.never-connected", "s = socket inet stream\ns.CALL"),
        each(both, "ENOTCONN", "recv.refused-before", "s = socket inet stream\ns.connect 127.0.0.1 HELD\ns.CALL"),
        each(both, "ENOTCONN", "recv.not-connected", "\(served)\ninject CALL ENOTCONN\nk.CALL"),
        each(both, "EINVAL", "recv.never-connected", "s = socket unix stream\ns.CALL"),
        each(both, "EINVAL", "recv.listener", "s = socket unix stream\ns.bind DIR/a\ns.listen\ns.CALL"),
        each(both, "EINVAL", "recv.urgent.none", "\(served)\nk.CALL 1 oob"),
        each(both, "EOPNOTSUPP", "recv.urgent.unsupported", "s = socket unix dgram\ns.CALL 1 oob"),
        each(both, "EOPNOTSUPP", "recv.flag", "\(served)\ninject CALL EOPNOTSUPP\nk.CALL 1 peek"),
        each(both, "ECONNRESET", "recv.reset", "\(served)\nk.send unread\npoll c\nc.close\nk.CALL"),
        each(both, "EAGAIN", "recv.again", "a = socketpair\na.setblocking off\na.CALL"),
        each(both, "EAGAIN", "recv.again.timeout", "a = socketpair\na.CALL 1 dontwait"),
        each(
            both,
            "ECONNREFUSED",
            "recv.udp-refused",
            "s = socket inet dgram\ns.connect 127.0.0.1 HELD\ns.send x\npoll s:err -timeout 5\ns.CALL"
        ),
        each(
            both,
            "ECONNREFUSED",
            "recv.refused-later",
            "s = socket inet stream nonblock\ns.connect 127.0.0.1 HELD\npoll s:out -timeout 5\ns.CALL"
        ),
        each(both, "ENOMEM", "recv.memory", "a = socketpair\ninject CALL ENOMEM\na.CALL"),
        each(both, "EINTR", "signal.wait", "a = socketpair\ninject CALL EINTR\na.CALL"),
        each(both, "ETIMEDOUT", "send.timedout", "\(served)\ninject CALL ETIMEDOUT\nk.CALL"),
        each(both, "EHOSTUNREACH", "connect.unreachable.host", "\(served)\ninject CALL EHOSTUNREACH\nk.CALL"),
    ].flatMap { $0 }

    static let asking: [Provocation] = [
        Provocation("sockatmark", "ENOTTY", "sockatmark.unsupported", "s = socket inet dgram\ns.sockatmark"),
        Provocation("sockatmark", "ENOTTY", "sockatmark.unsupported", "u = socket inet dgram\ns = u.dup\ns.sockatmark"),
        Provocation("sockatmark", "ENOTTY", "sockatmark.no-mark", "s = fromfd %FD inet stream\ns.sockatmark"),
        // What unix sockets that are no streams say differs between kernels.
        .injected("sockatmark", "EOPNOTSUPP", "sockatmark.unsupported", "s = socket unix dgram", "s.sockatmark"),
        .injected("sockatmark", "EINVAL", "sockatmark.no-mark", "s = socket inet stream", "s.sockatmark"),
    ]

    static let ending: [Provocation] = [
        Provocation("shutdown", "ENOTCONN", "shutdown.never-connected", "s = socket inet stream\ns.shutdown wr"),
        Provocation(
            "shutdown",
            "ENOTCONN",
            "shutdown.refused-before",
            "s = socket inet stream\ns.connect 127.0.0.1 HELD\ns.shutdown"
        ),
        Provocation(
            "shutdown",
            "ENOTCONN",
            "shutdown.twice",
            "\(served)\nk.shutdown wr\nc.recv\nc.shutdown wr\nk.recv\nc.shutdown"
        ),
        .injected("shutdown", "ENOTCONN", "shutdown.listener", listener, "l.shutdown"),
        Provocation("shutdown", "EINVAL", "shutdown.direction", "a = socketpair\na.shutdown 7"),
        Provocation("getpeername", "ENOTCONN", "getpeername.listener", "\(listener)\nl.getpeername"),
        Provocation("getpeername", "ENOTCONN", "getpeername.listener", "\(served)\nl.getpeername"),
        Provocation(
            "getpeername",
            "ENOTCONN",
            "getpeername.never-connected",
            "s = socket inet stream\ns.getpeername"
        ),
        Provocation(
            "getpeername",
            "ENOTCONN",
            "getpeername.refused-before",
            "s = socket inet stream\ns.connect 127.0.0.1 HELD\ns.getpeername"
        ),
        Provocation(
            "getpeername",
            "ENOTCONN",
            "getpeername.over",
            "\(served)\nk.send unread\npoll c\nc.close\nk.recv\nk.getpeername"
        ),
        Provocation(
            "getpeername",
            "ENOTCONN",
            "getpeername.connecting",
            """
            l = socket inet stream
            l.bind 127.0.0.1 0
            l.listen 0
            k = socket inet stream
            k.connect 127.0.0.1 $l.port
            s = socket inet stream nonblock
            s.connect 127.0.0.1 $l.port
            s.getpeername
            """
        ),
        .injected("getpeername", "ENOBUFS", "names.buffers", "a = socketpair", "a.getpeername"),
        .injected("getsockname", "ENOBUFS", "names.buffers", "a = socketpair", "a.getsockname"),
        .injected("close", "EINTR", "close.interrupted", "a = socketpair", "a.close"),
        .injected("close", "EIO", "close.io", "a = socketpair", "a.close"),
    ]
}
