import Sockets

extension CallKind {
    /// Why nothing is said of a call of that kind that succeeded; nil where something is. A test walks over the catalogue and
    /// names the kinds of which neither is told.
    static let withoutReason: [CallKind: String] = {
        let unread = "a log's calls of that kind do not come into the journal, and the shell makes none"
        var reasons: [CallKind: String] = [.epoll_create: unread, .epoll_create1: unread]
        for kind in allCases where kind.has(.makesProcess) { reasons[kind] = unread }
        return reasons
    }()

    /// Why no rule of the diagnosis is about a call that the shell makes; nil where one is.
    static let withoutRule: [CallKind: String] = [
        .gethostname: "it fails only with a buffer that is too short, and the shell's is long enough",
        .inet_aton: "it has no errno; what is no address is told by the parameter",
        .inet_ntoa: "C has no failure for it", .htons: "C has no failure for it", .htonl: "C has no failure for it",
        .ntohs: "C has no failure for it", .ntohl: "C has no failure for it",
        .if_nameindex: "it fails only when memory runs out, which the rules for any call tell",
        .ioctl: "FIONBIO, all that the shell asks for, fails on no socket",
    ]

    /// Why no command makes a call of that kind, so that no help page is its own; nil where one does.
    static let withoutCommand: [CallKind: String] = {
        let foreign = "only other programs make it; of one in a log explain says what it did"
        var reasons: [CallKind: String] = [.accept4: "accept makes it if it has flags"]
        let kinds: [CallKind] = [
            .read, .readv, .write, .writev, .sendmmsg, .recvmmsg, .splice, .close_range, .dup2, .dup3, .fcntl, .ppoll,
            .select, .pselect6, .epoll_create, .epoll_create1, .epoll_ctl, .epoll_wait, .epoll_pwait, .epoll_pwait2,
            .clone, .clone3, .fork, .vfork, .execve, .execveat, .exit, .exit_group,
        ]
        for kind in kinds { reasons[kind] = foreign }
        return reasons
    }()
}
