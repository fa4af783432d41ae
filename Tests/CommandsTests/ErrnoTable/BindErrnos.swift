/// bind(2), listen(2).
extension Provocation {
    private static let stream = "s = socket inet stream"
    private static let local = "s = socket unix stream"
    private static let pair = "a = socket inet stream\na.bind 127.0.0.1 0"
    private static let served = """
        l = socket inet stream
        l.bind 127.0.0.1 0
        p = $l.port
        l.listen
        k = socket inet stream
        k.connect 127.0.0.1 $p
        c = l.accept
        """

    static let binding: [Provocation] = [
        Provocation("bind", "EADDRINUSE", "bind.used.here", "\(pair)\n\(stream)\ns.bind 127.0.0.1 $a.port"),
        Provocation("bind", "EADDRINUSE", "bind.used.elsewhere", "\(stream)\ns.bind 127.0.0.1 HELD"),
        Provocation(
            "bind",
            "EADDRINUSE",
            "bind.used.time-wait",
            "\(served)\nc.close\nk.close\nl.close\n\(stream)\ns.bind 127.0.0.1 $p"
        ),
        Provocation(
            "bind",
            "EADDRINUSE",
            "bind.used.here",
            "\(pair)\na.listen\n\(stream)\ns.setsockopt reuseaddr on\ns.bind 127.0.0.1 $a.port"
        ),
        Provocation(
            "bind",
            "EADDRINUSE",
            "bind.used.elsewhere.reuse",
            "\(stream)\ns.setsockopt reuseaddr on\ns.setsockopt keepalive on\ns.bind 127.0.0.1 HELD"
        ),
        Provocation(
            "bind",
            "EINVAL",
            "bind.v6only",
            "s = socket inet6 stream\ns.setsockopt v6only on\ns.bind ::ffff:127.0.0.1 0"
        ),
        Provocation("bind", "EADDRINUSE", "bind.used.path", "\(local)\ns.bind DIR/file"),
        Provocation(
            "bind",
            "EADDRINUSE",
            "bind.used.path-here",
            "\(local)\ns.bind DIR/a\nt = socket unix stream\nt.bind DIR/a"
        ),
        .injected("bind", "EADDRNOTAVAIL", "bind.foreign.vsock", "v = fromfd %FD vsock stream", "v.bind host 1024"),
        Provocation("bind", "EADDRNOTAVAIL", "bind.foreign", "\(stream)\ns.bind 192.0.2.1 0"),
        Provocation("bind", "EAFNOSUPPORT", "bind.family", "\(stream)\ns.bind ::1 0"),
        Provocation("bind", "EINVAL", "bind.bound", "\(stream)\ns.bind 127.0.0.1 0\ns.bind 127.0.0.1 0"),
        Provocation("bind", "EINVAL", "bind.connected", "\(served)\nk.bind 127.0.0.1 0"),
        Provocation("bind", "EINVAL", "bind.connected", "\(served)\nc.bind 127.0.0.1 0"),
        Provocation("bind", "EINVAL", "bind.invalid.inet4", "s = socket inet6 stream\ns.bind 127.0.0.1 0"),
        Provocation(
            "bind",
            "EINVAL",
            "bind.sent",
            "s = socket inet dgram\ns.sendto x 127.0.0.1 HELD\ns.bind 127.0.0.1 0"
        ),
        Provocation("bind", "ENOENT", "bind.path.folder-missing", "\(local)\ns.bind DIR/none/a"),
        Provocation("bind", "ENOTDIR", "unix.path.folder", "\(local)\ns.bind DIR/file/a"),
        Provocation("bind", "ELOOP", "unix.path.loop", "\(local)\ns.bind DIR/loop/a"),
        .injected("bind", "EROFS", "bind.path.readonly", local, "s.bind DIR/a"),
        .injected("bind", "ENAMETOOLONG", "unix.path.long", local, "s.bind DIR/a"),
        .injected("bind", "EPERM", "bind.path.not-permitted", local, "s.bind DIR/a"),
        .injected("bind", "ENODEV", "bind.device", "s = socket inet6 stream", "s.bind ::1 0"),
        .injected("bind", "ENOMEM", "any.memory", local, "s.bind DIR/a"),
        .injected("bind", "ENOBUFS", "any.memory", stream, "s.bind 127.0.0.1 0"),
        .injected("bind", "EACCES", "bind.access.broadcast", stream, "s.bind 255.255.255.255 8088"),
        guardedPort,
        lockedFolder("bind", "bind.access.folder", "\(local)\ns.bind DIR/locked/a"),
        Provocation("listen", "EOPNOTSUPP", "listen.datagram", "s = socket inet dgram\ns.listen"),
        Provocation("listen", "EINVAL", "listen.unix.unbound", "\(local)\ns.listen"),
        Provocation("listen", "EINVAL", "listen.connected", "\(served)\nc.listen"),
        .injected("listen", "EADDRINUSE", "listen.used", "\(stream)\ns.bind 127.0.0.1 0", "s.listen"),
        .injected("listen", "EDESTADDRREQ", "listen.unbound", stream, "s.listen"),
    ]

    private static let guardedPort =
        Privilege.portsAreGuarded
        ? Provocation("bind", "EACCES", "bind.access.port", "\(stream)\ns.bind 127.0.0.1 1")
        : injected("bind", "EACCES", "bind.access.port", stream, "s.bind 127.0.0.1 1")

    /// A folder whose mode keeps out everybody but root.
    static func lockedFolder(_ call: String, _ rule: String, _ lines: String) -> Provocation {
        if !Privilege.isRoot { return Provocation(call, "EACCES", rule, lines) }
        var rows = lines.split(separator: "\n")
        rows.insert("inject \(call) EACCES", at: rows.count - 1)
        return Provocation(call, "EACCES", rule, rows.joined(separator: "\n"))
    }
}
