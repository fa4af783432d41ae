extension CallRow {
    private static let sets: [String] = ["nfds", "readfds", "writefds", "exceptfds", "timeout"]
    private static let told: [String] = ["epfd", "events", "maxevents", "timeout"]
    private static let watching: CallTraits = [.isOfDescriptors, .watches]

    /// Calls that wait for events on several descriptors, and those that select the events.
    static let waiting: [CallRow] = [
        CallRow(.poll, "poll", 2, ["fds", "nfds", "timeout"], watching, returns: .events, waitsFor: .events),
        CallRow(
            .ppoll,
            "ppoll",
            2,
            ["fds", "nfds", "tmo_p", "sigmask"],
            watching,
            returns: .events,
            waitsFor: .events,
            page: "poll",
            spellings: ["ppoll_time64"]
        ),
        CallRow(
            .select,
            "select",
            2,
            sets,
            watching,
            returns: .events,
            waitsFor: .events,
            spellings: ["_newselect"]
        ),
        CallRow(
            .pselect6,
            "pselect6",
            2,
            sets + ["sigmask"],
            watching,
            returns: .events,
            waitsFor: .events,
            page: "select",
            spellings: ["pselect6_time64"]
        ),
        CallRow(.epoll_create, "epoll_create", 2, ["size"], [.makesDescriptor], returns: .descriptor),
        CallRow(
            .epoll_create1,
            "epoll_create1",
            2,
            ["flags"],
            [.makesDescriptor],
            returns: .descriptor,
            page: "epoll_create"
        ),
        CallRow(.epoll_ctl, "epoll_ctl", 2, ["epfd", "op", "fd", "event"], [.isOfDescriptors]),
        CallRow(.epoll_wait, "epoll_wait", 2, told, watching, returns: .events, waitsFor: .events),
        CallRow(
            .epoll_pwait,
            "epoll_pwait",
            2,
            told + ["sigmask", "sigsetsize"],
            watching,
            returns: .events,
            waitsFor: .events,
            page: "epoll_wait"
        ),
        CallRow(
            .epoll_pwait2,
            "epoll_pwait2",
            2,
            told + ["sigmask", "sigsetsize"],
            watching,
            returns: .events,
            waitsFor: .events,
            page: "epoll_wait"
        ),
    ]
}
