import Shell

extension Registry {
    /// Every command of the shell. A new family is added here, a new command in its family's file.
    public static let all: Registry = Registry([
        .creation,
        .connection,
        .sending,
        .receiving,
        .options,
        .multicast,
        .waiting,
        .session,
        .jobs,
        .text,
        .help,
        .exporting,
    ])
}
