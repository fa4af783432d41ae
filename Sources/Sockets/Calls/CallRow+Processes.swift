extension CallRow {
    /// Calls that create and end processes, and with them descriptors. The shell makes none of them.
    static let processes: [CallRow] = [
        CallRow(
            .clone,
            "clone",
            2,
            ["flags", "stack", "parent_tid", "child_tid", "tls"],
            [.makesProcess],
            returns: .process
        ),
        CallRow(.clone3, "clone3", 2, ["cl_args", "size"], [.makesProcess], returns: .process, page: "clone"),
        CallRow(.fork, "fork", 2, [], [.makesProcess], returns: .process),
        CallRow(.vfork, "vfork", 2, [], [.makesProcess], returns: .process),
        CallRow(.execve, "execve", 2, ["pathname", "argv", "envp"], [.replacesProgram, .endsMentioned]),
        CallRow(
            .execveat,
            "execveat",
            2,
            ["dirfd", "pathname", "argv", "envp", "flags"],
            [.replacesProgram, .endsMentioned]
        ),
        CallRow(.exit, "exit", 2, ["status"], [.endsProcess, .endsMentioned], returns: .never),
        CallRow(.exit_group, "exit_group", 2, ["status"], [.endsProcess, .endsMentioned], returns: .never),
    ]
}
