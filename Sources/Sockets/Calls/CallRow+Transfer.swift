extension CallRow {
    private static let sending: CallWait = .socket(.writable)
    private static let receiving: CallWait = .socket(.readable)

    /// Calls that move data.
    static let transfer: [CallRow] = [
        CallRow(
            .send,
            "send",
            2,
            ["sockfd", "buf", "len", "flags"],
            [.isOfSockets, .sends],
            returns: .count,
            waitsFor: sending
        ),
        CallRow(
            .sendto,
            "sendto",
            2,
            ["sockfd", "buf", "len", "flags", "dest_addr", "addrlen"],
            [.isOfSockets, .sends, .mayNameTheSocket],
            returns: .count,
            waitsFor: sending,
            page: "send"
        ),
        CallRow(
            .sendmsg,
            "sendmsg",
            2,
            ["sockfd", "msg", "flags"],
            [.isOfSockets, .sends, .mayNameTheSocket],
            returns: .count,
            waitsFor: sending,
            page: "send"
        ),
        CallRow(
            .sendmmsg,
            "sendmmsg",
            2,
            ["sockfd", "msgvec", "vlen", "flags"],
            [.isOfSockets, .sends, .movesMessages, .mayNameTheSocket],
            returns: .count,
            waitsFor: sending
        ),
        CallRow(
            .recv,
            "recv",
            2,
            ["sockfd", "buf", "len", "flags"],
            [.isOfSockets, .receives],
            returns: .count,
            waitsFor: receiving
        ),
        CallRow(
            .recvfrom,
            "recvfrom",
            2,
            ["sockfd", "buf", "len", "flags", "src_addr", "addrlen"],
            [.isOfSockets, .receives],
            returns: .count,
            waitsFor: receiving,
            page: "recv"
        ),
        CallRow(
            .recvmsg,
            "recvmsg",
            2,
            ["sockfd", "msg", "flags"],
            [.isOfSockets, .receives, .makesDescriptor],
            returns: .count,
            waitsFor: receiving,
            page: "recv"
        ),
        CallRow(
            .recvmmsg,
            "recvmmsg",
            2,
            ["sockfd", "msgvec", "vlen", "flags", "timeout"],
            [.isOfSockets, .receives, .movesMessages, .makesDescriptor],
            returns: .count,
            waitsFor: receiving,
            spellings: ["recvmmsg_time64"]
        ),
        CallRow(
            .read,
            "read",
            2,
            ["fd", "buf", "count"],
            [.isOfDescriptors, .receives],
            returns: .count,
            waitsFor: receiving
        ),
        CallRow(
            .readv,
            "readv",
            2,
            ["fd", "iov", "iovcnt"],
            [.isOfDescriptors, .receives],
            returns: .count,
            waitsFor: receiving
        ),
        CallRow(
            .write,
            "write",
            2,
            ["fd", "buf", "count"],
            [.isOfDescriptors, .sends],
            returns: .count,
            waitsFor: sending
        ),
        CallRow(
            .writev,
            "writev",
            2,
            ["fd", "iov", "iovcnt"],
            [.isOfDescriptors, .sends],
            returns: .count,
            waitsFor: sending,
            page: "readv"
        ),
        CallRow(
            .sendfile,
            "sendfile",
            2,
            ["out_fd", "in_fd", "offset", "count"],
            [.isOfDescriptors, .sends],
            returns: .count,
            waitsFor: sending,
            spellings: ["sendfile64"]
        ),
        // One end is a pipe: the call's descriptors show whether it sends or receives.
        CallRow(
            .splice,
            "splice",
            2,
            ["fd_in", "off_in", "fd_out", "off_out", "len", "flags"],
            [.isOfDescriptors, .sends, .receives],
            returns: .count
        ),
    ]
}
