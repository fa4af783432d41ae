/// socket(2) and socketpair(2).
extension Provocation {
    static let creation: [Provocation] =
        [
            .injected("socket", "EACCES", "socket.raw", "", "socket inet raw icmp"),
            .injected("socket", "EACCES", "socket.ping", "", "socket inet dgram icmp"),
            rawSocket,
            Provocation("socket", "EAFNOSUPPORT", "socket.family", "socket ax25 stream"),
            Provocation("socket", "EINVAL", "socket.invalid", "socket inet 77"),
            Provocation("socket", "EPROTONOSUPPORT", "socket.protocol.mismatch", "socket inet stream udp"),
            Provocation("socket", "EPROTONOSUPPORT", "socket.protocol.none", "socket inet raw"),
            Provocation("socket", "ESOCKTNOSUPPORT", "socket.type", "socket inet rdm"),
            Provocation("socketpair", "EAFNOSUPPORT", "socket.family", "socketpair ax25"),
            Provocation("socketpair", "EOPNOTSUPP", "socketpair.internet", "socketpair inet"),
            Provocation("socketpair", "EPROTONOSUPPORT", "socket.protocol.mismatch", "socketpair unix stream tcp"),
            Provocation("socketpair", "ESOCKTNOSUPPORT", "socket.type", "socketpair unix rdm"),
            Provocation("dup", "EBADF", "fromfd.closed", "fromfd 2000000"),
            .injected("dup", "EMFILE", "socket.descriptors", "s = socket inet stream", "s.dup"),
        ] + exhausted("socket", "socket inet stream") + exhausted("socketpair", "socketpair")

    /// The kernel denies raw sockets only to ordinary users.
    private static let rawSocket =
        Privilege.isRoot
        ? injected("socket", "EPERM", "socket.raw", "", "socket inet raw icmp")
        : Provocation("socket", "EPERM", "socket.raw", "socket inet raw icmp")

    private static func exhausted(_ call: String, _ typed: String) -> [Provocation] {
        [
            injected(call, "EMFILE", "socket.descriptors", "", typed),
            injected(call, "ENFILE", "socket.descriptors.system", "", typed),
            injected(call, "ENOBUFS", "socket.memory", "", typed),
            injected(call, "ENOMEM", "socket.memory", "", typed),
        ]
    }
}
