import Sockets

extension CallKind {
    /// Whether a log's calls of that kind are read: they are about sockets, or about descriptors and processes that have
    /// some.
    var isOfDescriptorTables: Bool {
        !traits.isDisjoint(
            with: [.isOfSockets, .isOfDescriptors, .makesProcess, .replacesProgram, .endsProcess]
        )
    }

    /// Why a log's calls of that kind do not come into the journal; nil where they do. A log holds system calls only, so
    /// that most functions of libc are not in one.
    static let unread: [CallKind: String] = {
        let library = "a function of libc, which a log of system calls does not hold"
        let isNoSocket = "the list of epoll has no socket in it yet; epoll_ctl says which come in"
        let child = "what it changes, later calls show: whose descriptor is whose"
        var reasons: [CallKind: String] = [
            .epoll_create: isNoSocket, .epoll_create1: isNoSocket,
            .unlink: "names of files, of which a log has thousands",
            .sockatmark: "libc asks with ioctl and SIOCATMARK, which is read",
        ]
        for kind in allCases where kind.has(.makesProcess) { reasons[kind] = child }
        for kind in allCases where kind.has(.asks) && !kind.has(.isOfSockets) { reasons[kind] = library }
        return reasons
    }()
}

extension StraceCall {
    /// The descriptors from close_range's first to its last (close_range(2)).
    var descriptors: ClosedRange<Int32> {
        let first = Int32(clamping: self[0].number ?? 0)
        return first...max(first, Int32(clamping: self[1].number ?? Int(Int32.max)))
    }
}
