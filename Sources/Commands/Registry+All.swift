import Shell

extension Registry {
    /// Every command of the shell. A new family is added here, a new command in its family's file.
    public static let all: Registry = Registry([
        .creation,
        .connection,
        .sending,
        .receiving,
        .messages,
        .options,
        .multicast,
        .names,
        .conversions,
        .waiting,
        .session,
        .jobs,
        .text,
        .help,
        .explaining,
        .drawing,
        .exporting,
    ])
}
