/// accept(2).
extension Provocation {
    private static let listener = "l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen"
    private static let served = "\(listener)\nk = socket inet stream\nk.connect 127.0.0.1 $l.port"

    static let accepting: [Provocation] =
        [
            Provocation(
                "accept",
                "EINVAL",
                "accept.bound",
                "s = socket inet stream\ns.bind 127.0.0.1 0\ns.accept"
            ),
            Provocation("accept", "EINVAL", "accept.unbound", "s = socket inet stream\ns.accept"),
            Provocation("accept", "EINVAL", "accept.accepted", "\(served)\nc = l.accept\nc.accept"),
            Provocation("accept", "EINVAL", "accept.connected", "\(served)\nk.accept"),
            Provocation("accept", "EINVAL", "accept.shutdown", "\(listener)\nl.shutdown rd\nl.accept"),
            Provocation("accept4", "EINVAL", "accept.unbound", "s = socket inet stream\ns.accept nonblock"),
            .injected("accept4", "EINVAL", "accept.flags", listener, "l.accept nonblock"),
            Provocation("accept", "EOPNOTSUPP", "accept.datagram", "s = socket inet dgram\ns.accept"),
            Provocation("accept", "EAGAIN", "accept.again", "\(listener)\nl.setblocking off\nl.accept"),
        ]
        + [
            ("ECONNABORTED", "accept.aborted"), ("EPERM", "accept.firewall"), ("EPROTO", "accept.protocol"),
            ("EMFILE", "accept.descriptors"), ("ENFILE", "accept.descriptors.system"),
            ("ENOBUFS", "accept.memory"), ("ENOMEM", "accept.memory"), ("EINTR", "signal.wait"),
            ("ENOSR", "accept.protocol"), ("ESOCKTNOSUPPORT", "accept.protocol"),
            ("EPROTONOSUPPORT", "accept.protocol"), ("ETIMEDOUT", "accept.network"), ("ENETDOWN", "accept.network"),
            ("ENOPROTOOPT", "accept.network"), ("EHOSTDOWN", "accept.network"), ("ENONET", "accept.network"),
            ("EHOSTUNREACH", "accept.network"), ("ENETUNREACH", "accept.network"),
        ].flatMap { error, rule in
            [
                .injected("accept", error, rule, listener, "l.accept"),
                .injected("accept4", error, rule, listener, "l.accept nonblock"),
            ]
        }
        + [
            Provocation("accept4", "EOPNOTSUPP", "accept.datagram", "s = socket inet dgram\ns.accept cloexec"),
            Provocation("accept4", "EAGAIN", "accept.again", "\(listener)\nl.setblocking off\nl.accept cloexec"),
        ]
}
