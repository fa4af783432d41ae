/// connect(2), to Internet addresses and unix(7) names.
extension Provocation {
    private static let stream = "s = socket inet stream"
    private static let local = "s = socket unix stream"
    private static let listener = "l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen 0\np = $l.port"
    private static let localListener = "u = socket unix stream\nu.bind DIR/a\nu.listen 0"
    private static let to = "s.connect 127.0.0.1 8088"

    static let connecting: [Provocation] = refusals + states + addresses + localNames

    private static let refusals: [Provocation] = [
        Provocation("connect", "ECONNREFUSED", "connect.refused.nobody", "\(stream)\ns.connect 127.0.0.1 HELD"),
        Provocation("connect", "ECONNREFUSED", "connect.refused.port-zero", "\(stream)\ns.connect 127.0.0.1 0"),
        Provocation(
            "connect",
            "ECONNREFUSED",
            "connect.refused.never-listened",
            "l = socket inet stream\nl.bind 127.0.0.1 0\n\(stream)\ns.connect 127.0.0.1 $l.port"
        ),
        Provocation(
            "connect",
            "ECONNREFUSED",
            "connect.refused.listener-closed",
            "\(listener)\nl.close\n\(stream)\ns.connect 127.0.0.1 $p"
        ),
        Provocation(
            "connect",
            "ECONNREFUSED",
            "connect.refused.other-address",
            "\(listener)\n\(stream)\ns.connect 127.0.0.2 $p"
        ),
        Provocation(
            "connect",
            "ECONNREFUSED",
            "connect.refused.other-port",
            "\(listener)\n\(stream)\ns.connect 127.0.0.1 HELD"
        ),
        .injected("connect", "ECONNREFUSED", "connect.refused.remote", stream, "s.connect 192.0.2.1 80"),
        .injected("connect", "ECONNREFUSED", "connect.refused.datagram", "s = socket inet dgram", to),
    ]

    private static let states: [Provocation] = [
        Provocation(
            "connect",
            "ECONNREFUSED",
            "connect.refused.other-family",
            "l = socket inet6 stream\nl.bind ::1 0\nl.listen\n\(stream)\ns.connect 127.0.0.1 $l.port"
        ),
        Provocation("connect", "EISCONN", "connect.connected.listener", "\(listener)\nl.connect 127.0.0.1 $p"),
        Provocation(
            "connect",
            "EISCONN",
            "connect.connected.twice",
            "\(listener)\n\(stream)\ns.connect 127.0.0.1 $p\ns.connect 127.0.0.1 $p"
        ),
        Provocation(
            "connect",
            "EISCONN",
            "connect.connected.accepted",
            "\(listener)\n\(stream)\ns.connect 127.0.0.1 $p\nc = l.accept\nc.connect 127.0.0.1 $p"
        ),
        Provocation(
            "connect",
            "EINPROGRESS",
            "connect.progress",
            "\(listener)\ns = socket inet stream nonblock\ns.connect 127.0.0.1 $p"
        ),
        Provocation(
            "connect",
            "EALREADY",
            "connect.already",
            """
            \(listener)
            k = socket inet stream
            k.connect 127.0.0.1 $p
            s = socket inet stream nonblock
            s.connect 127.0.0.1 $p
            s.connect 127.0.0.1 $p
            """
        ),
        .injected("connect", "ETIMEDOUT", "connect.timedout", stream, to),
        .injected("connect", "ECONNRESET", "connect.reset", stream, to),
        .injected("connect", "ECONNABORTED", "connect.aborted", stream, to),
        .injected("connect", "EINTR", "signal.connect", stream, to),
    ]

    private static let addresses: [Provocation] = [
        .injected("connect", "ENETUNREACH", "connect.unreachable.network", stream, "s.connect 192.0.2.1 80"),
        .injected("connect", "ENETUNREACH", "connect.unreachable.loopback", stream, to),
        .injected("connect", "EHOSTUNREACH", "connect.unreachable.host", stream, to),
        .injected("connect", "ENETDOWN", "connect.unreachable.down", stream, to),
        .injected("connect", "EADDRNOTAVAIL", "connect.available.ports", stream, to),
        .injected("connect", "EADDRINUSE", "connect.used", stream, to),
        .injected("connect", "EPERM", "connect.access.firewall", stream, to),
        .injected("connect", "EAGAIN", "connect.again", stream, to),
        .injected("connect", "ENOBUFS", "any.memory", stream, to),
        Provocation("connect", "EAFNOSUPPORT", "connect.family", "\(stream)\ns.connect ::1 8088"),
        Provocation(
            "connect",
            "EINVAL",
            "connect.invalid.inet4",
            "s = socket inet6 stream\ns.connect 127.0.0.1 8088"
        ),
        Provocation("connect", "EINVAL", "connect.invalid.scope", "s = socket inet6 stream\ns.connect fe80::1 8088"),
        .injected(
            "connect",
            "EINVAL",
            "connect.invalid.bound-loopback",
            "\(stream)\ns.bind 127.0.0.1 0",
            "s.connect 192.0.2.1 80"
        ),
        Provocation(
            "connect",
            "EACCES",
            "connect.access.broadcast",
            "s = socket inet dgram\ns.connect 127.255.255.255 9"
        ),
    ]

    private static let localNames: [Provocation] = [
        Provocation("connect", "ECONNREFUSED", "unix.refused.path", "\(local)\ns.connect DIR/file"),
        Provocation("connect", "ECONNREFUSED", "unix.refused.abstract", "\(local)\ns.connect @DIR"),
        Provocation("connect", "ENOENT", "unix.path.missing", "\(local)\ns.connect DIR/none"),
        Provocation("connect", "ENOTDIR", "unix.path.folder", "\(local)\ns.connect DIR/file/a"),
        Provocation("connect", "ELOOP", "unix.path.loop", "\(local)\ns.connect DIR/loop"),
        .injected("connect", "ENAMETOOLONG", "unix.path.long", local, "s.connect DIR/a"),
        Provocation(
            "connect",
            "EPROTOTYPE",
            "unix.type",
            "\(localListener)\ns = socket unix dgram\ns.connect DIR/a"
        ),
        Provocation(
            "connect",
            "EAGAIN",
            "unix.connect.again",
            """
            \(localListener)
            k = socket unix stream
            k.connect DIR/a
            s = socket unix stream nonblock
            s.connect DIR/a
            """
        ),
        Provocation("connect", "EINVAL", "unix.connect.listener", "\(localListener)\nu.connect DIR/a"),
        Provocation("connect", "EINVAL", "unix.connect.unnamed", "\(local)\ns.connect \"\""),
        .injected("connect", "EACCES", "unix.path.access", local, "s.connect DIR/a"),
    ]
}
