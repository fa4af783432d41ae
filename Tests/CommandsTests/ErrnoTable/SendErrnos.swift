/// send(2) and sendto(2).
extension Provocation {
    private static let udp = "s = socket inet dgram"
    private static let listener = "l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen"
    private static let served = "\(listener)\nk = socket inet stream\nk.connect 127.0.0.1 $l.port\nc = l.accept"
    private static let begun = "s = socket inet stream nonblock\ns.connect 127.0.0.1 HELD\npoll s:out -timeout 5"
    private static let pair = "a = socketpair"
    private static let to = "s.sendto x 127.0.0.1 HELD"

    static let sending: [Provocation] = broken + messages + injectedSends + sendmsg + sendfile

    /// sendmsg(2), whose errors are send(2)'s and those of its ancillary data.
    private static let sendmsg: [Provocation] =
        [
            Provocation("sendmsg", "EPIPE", "send.never-connected", "s = socket inet stream\ns.sendmsg x"),
            Provocation("sendmsg", "EPIPE", "send.shutdown", "\(pair)\na.shutdown wr\na.sendmsg x"),
            Provocation("sendmsg", "ENOTCONN", "send.never-connected", "s = socket unix dgram\ns.sendmsg x"),
            Provocation("sendmsg", "EDESTADDRREQ", "send.nowhere", "\(udp)\ns.sendmsg x"),
            Provocation("sendmsg", "EACCES", "send.broadcast", "\(udp)\ns.sendmsg x -to 127.255.255.255 9"),
            Provocation("sendmsg", "EINVAL", "send.port-zero", "\(udp)\ns.sendmsg x -to 127.0.0.1 0"),
            Provocation("sendmsg", "EISCONN", "send.connected", "\(pair)\na.sendmsg x -to DIR/a"),
            Provocation("sendmsg", "EAFNOSUPPORT", "send.family", "\(udp)\ns.sendmsg x -to ::1 9"),
            Provocation("sendmsg", "ENOENT", "unix.path.missing", "s = socket unix dgram\ns.sendmsg x -to DIR/none"),
            Provocation("sendmsg", "EBADF", "descriptor.closed", "\(pair)\na.sendmsg x -rights 3999"),
            Provocation(
                "sendmsg",
                "ECONNREFUSED",
                "unix.refused.path",
                "s = socket unix dgram\ns.sendmsg x -to DIR/file"
            ),
            Provocation(
                "sendmsg",
                "EPROTOTYPE",
                "unix.type",
                "l = socket unix stream\nl.bind DIR/a\ns = socket unix dgram\ns.sendmsg x -to DIR/a"
            ),
            Provocation("sendmsg", "EMSGSIZE", "send.too-long", "\(udp)\ns.sendmsg fill:65508 -to 127.0.0.1 HELD"),
            Provocation(
                "sendmsg",
                "EOPNOTSUPP",
                "send.urgent",
                "\(udp)\ns.sendmsg x -to 127.0.0.1 HELD -flags oob"
            ),
        ]
        + [
            ("ECONNRESET", "send.reset"), ("ETOOMANYREFS", "send.descriptors"), ("EAGAIN", "send.again"),
            ("EALREADY", "send.already"), ("EINTR", "signal.wait"), ("ENOBUFS", "send.buffers"),
            ("ENOMEM", "send.buffers"), ("ENETUNREACH", "connect.unreachable.network"),
            ("EHOSTUNREACH", "connect.unreachable.host"), ("ETIMEDOUT", "send.timedout"),
            ("EPERM", "connect.access.firewall"),
        ].map { .injected("sendmsg", $0.0, $0.1, pair, "a.sendmsg x") }

    /// sendfile(2).
    private static let sendfile: [Provocation] = [
        ("EAGAIN", "send.again"), ("EINVAL", "sendfile.kind"), ("ESPIPE", "sendfile.kind"), ("EIO", "sendfile.disk"),
        ("EOVERFLOW", "sendfile.size"), ("ENOMEM", "send.buffers"), ("EPIPE", "send.peer-closed"),
    ].map { .injected("sendfile", $0.0, $0.1, pair, "a.sendfile /etc/hostname") }

    private static let broken: [Provocation] = [
        Provocation("send", "EPIPE", "send.listener", "\(listener)\nl.send x"),
        Provocation("send", "EPIPE", "send.listener", "\(served)\nl.send x"),
        Provocation("send", "EPIPE", "send.shutdown", "\(pair)\na.shutdown wr\na.send x"),
        Provocation("send", "EPIPE", "send.shutdown", "\(served)\nc.shutdown\nc.send x"),
        Provocation("send", "EPIPE", "send.peer-closed", "\(pair)\na2.close\na.send x"),
        Provocation("send", "EPIPE", "send.never-connected", "s = socket inet stream\ns.send x"),
        Provocation(
            "send",
            "EPIPE",
            "send.refused-before",
            "s = socket inet stream\ns.connect 127.0.0.1 HELD\ns.send x"
        ),
        Provocation("send", "ECONNREFUSED", "send.refused-later", "\(begun)\ns.send x"),
        Provocation("send", "EPIPE", "send.refused-later", "\(begun)\ns.send x\ns.send y"),
        Provocation("send", "EPIPE", "send.refused-later", "\(begun)\ns.getsockopt error\ns.send x"),
        Provocation(
            "send",
            "EPIPE",
            "send.reset-before",
            "\(served)\nk.send unread\npoll c\nc.close\npoll k\nk.recv\nk.send x"
        ),
        Provocation("send", "ECONNRESET", "send.reset", "\(served)\nk.send unread\npoll c\nc.close\npoll k\nk.send x"),
        Provocation("send", "ENOTCONN", "send.never-connected", "s = socket unix stream\ns.send x"),
        Provocation("send", "ENOTCONN", "send.never-connected", "s = socket unix dgram\ns.send x"),
        Provocation(
            "send",
            "ENOTCONN",
            "send.listener",
            "s = socket unix stream\ns.bind DIR/a\ns.listen\ns.send x"
        ),
        Provocation("sendto", "EPIPE", "send.shutdown", "\(served)\nc.shutdown\nc.sendto x 127.0.0.1 HELD"),
        Provocation("sendto", "EPIPE", "send.never-connected", "s = socket inet stream\n\(to)"),
        .injected("sendto", "ECONNRESET", "send.reset", served, "k.sendto x 127.0.0.1 HELD"),
        .injected("send", "ENOTCONN", "send.not-connected", pair, "a.send x"),
        .injected("sendto", "ENOTCONN", "send.never-connected", udp, to),
    ]

    private static let messages: [Provocation] = [
        Provocation(
            "sendto",
            "ENETUNREACH",
            "connect.v6only",
            "s = socket inet6 dgram\ns.setsockopt v6only on\ns.sendto x ::ffff:127.0.0.1 HELD"
        ),
        Provocation("send", "EDESTADDRREQ", "send.nowhere", "\(udp)\ns.send x"),
        Provocation(
            "send",
            "ECONNREFUSED",
            "send.udp-refused",
            "\(udp)\ns.connect 127.0.0.1 HELD\ns.send x\npoll s:err -timeout 5\ns.send y"
        ),
        Provocation(
            "send",
            "ECONNREFUSED",
            "unix.send.refused",
            "l = socket unix dgram\nl.bind DIR/a\ns = socket unix dgram\ns.connect DIR/a\nl.close\ns.send x"
        ),
        Provocation("sendto", "ECONNREFUSED", "unix.refused.path", "s = socket unix dgram\ns.sendto x DIR/file"),
        Provocation("sendto", "ENOENT", "unix.path.missing", "s = socket unix dgram\ns.sendto x DIR/none"),
        Provocation(
            "sendto",
            "EPROTOTYPE",
            "unix.type",
            "l = socket unix stream\nl.bind DIR/a\ns = socket unix dgram\ns.sendto x DIR/a"
        ),
        Provocation("send", "EMSGSIZE", "send.too-long", "\(udp)\ns.connect 127.0.0.1 HELD\ns.send fill:65508"),
        Provocation("sendto", "EMSGSIZE", "send.too-long", "\(udp)\ns.sendto fill:65508 127.0.0.1 HELD"),
        Provocation("send", "EAGAIN", "send.again", "\(pair)\na.setblocking off\na.sendall fill:4000000"),
        Provocation("send", "EAGAIN", "send.again", "\(pair)\na.sendall fill:4000000 dontwait"),
        Provocation("sendto", "EACCES", "send.broadcast", "\(udp)\ns.sendto x 127.255.255.255 9"),
        Provocation("sendto", "EAFNOSUPPORT", "send.family", "\(udp)\ns.sendto x ::1 9"),
        Provocation("sendto", "EINVAL", "send.port-zero", "\(udp)\ns.sendto x 127.0.0.1 0"),
        Provocation("sendto", "EINVAL", "send.no-address", "s = socket unix dgram\ns.sendto x \"\""),
        Provocation("sendto", "EISCONN", "send.connected", "\(pair)\na.sendto x DIR/a"),
        Provocation("sendto", "EOPNOTSUPP", "send.stream-address", "s = socket unix stream\ns.sendto x DIR/a"),
        Provocation("sendto", "EOPNOTSUPP", "send.urgent", "\(udp)\ns.sendto x 127.0.0.1 HELD oob"),
        Provocation("send", "EOPNOTSUPP", "send.urgent", "\(udp)\ns.connect 127.0.0.1 HELD\ns.send x oob"),
    ]

    private static let injectedSends: [Provocation] =
        [
            ("EHOSTUNREACH", "connect.unreachable.host"),
            ("ENETDOWN", "connect.unreachable.down"), ("ENOBUFS", "send.buffers"), ("ENOMEM", "send.buffers"),
            ("EADDRNOTAVAIL", "send.unavailable"), ("EALREADY", "send.already"), ("EINTR", "signal.wait"),
            ("EPERM", "connect.access.firewall"), ("ETIMEDOUT", "send.timedout"),
            ("EACCES", "send.broadcast"),
        ].flatMap { error, rule in
            [
                Provocation.injected("send", error, rule, "\(udp)\ns.connect 127.0.0.1 HELD", "s.send x"),
                Provocation.injected("sendto", error, rule, udp, to),
            ]
        } + [
            .injected(
                "send",
                "ENETUNREACH",
                "connect.unreachable.network",
                "\(udp)\ns.connect 127.0.0.1 HELD",
                "s.send x"
            ),
            .injected("sendto", "ENETUNREACH", "connect.unreachable.loopback", udp, to),
            .injected("sendto", "EAGAIN", "send.again", udp, to),
            .injected("send", "EINVAL", "send.flag.invalid", pair, "a.send x"),
            .injected("send", "EISCONN", "send.connected", pair, "a.send x"),
            .injected("sendto", "EDESTADDRREQ", "send.nowhere", udp, to),
            .injected("send", "ETOOMANYREFS", "send.descriptors", pair, "a.send x"),
            .injected("send", "EOPNOTSUPP", "send.flag", pair, "a.send x more"),
        ]
}
