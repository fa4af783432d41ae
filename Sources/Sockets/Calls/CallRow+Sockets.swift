extension CallRow {
    private static let asking: [String] = ["sockfd", "addr", "addrlen"]

    /// Calls that make sockets, assign addresses and peers, and query them.
    static let sockets: [CallRow] = [
        CallRow(
            .socket,
            "socket",
            2,
            ["domain", "type", "protocol"],
            [.isOfSockets, .makesDescriptor],
            returns: .descriptor
        ),
        CallRow(.socketpair, "socketpair", 2, ["domain", "type", "protocol", "sv"], [.isOfSockets, .makesDescriptor]),
        CallRow(.bind, "bind", 2, asking, [.isOfSockets, .mayNameTheSocket, .isMilestone]),
        CallRow(.listen, "listen", 2, ["sockfd", "backlog"], [.isOfSockets, .mayNameTheSocket, .isMilestone]),
        CallRow(
            .connect,
            "connect",
            2,
            asking,
            [.isOfSockets, .connects, .mayNameTheSocket, .isMilestone],
            waitsFor: .peer
        ),
        CallRow(
            .accept,
            "accept",
            2,
            asking,
            [.isOfSockets, .accepts, .makesDescriptor],
            returns: .descriptor,
            waitsFor: .socket(.readable)
        ),
        CallRow(
            .accept4,
            "accept4",
            2,
            asking + ["flags"],
            [.isOfSockets, .accepts, .makesDescriptor],
            returns: .descriptor,
            waitsFor: .socket(.readable),
            page: "accept"
        ),
        CallRow(.shutdown, "shutdown", 2, ["sockfd", "how"], [.isOfSockets, .isMilestone]),
        CallRow(.getsockname, "getsockname", 2, asking, [.isOfSockets, .asks]),
        CallRow(.getpeername, "getpeername", 2, asking, [.isOfSockets, .asks]),
        CallRow(
            .getsockopt,
            "getsockopt",
            2,
            ["sockfd", "level", "optname", "optval", "optlen"],
            [.isOfSockets, .asks]
        ),
        CallRow(
            .setsockopt,
            "setsockopt",
            2,
            ["sockfd", "level", "optname", "optval", "optlen"],
            [.isOfSockets, .isMilestone],
            page: "getsockopt"
        ),
        CallRow(.sockatmark, "sockatmark", 3, ["sockfd"], [.isOfSockets, .asks], returns: .number),
    ]
}
