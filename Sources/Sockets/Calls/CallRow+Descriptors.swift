extension CallRow {
    private static let duplicating: CallTraits = [.isOfDescriptors, .makesDescriptor, .duplicates, .isMilestone]

    /// Calls on descriptors of any kind, and one on a file name.
    static let descriptors: [CallRow] = [
        CallRow(.close, "close", 2, ["fd"], [.isOfDescriptors, .endsDescriptor, .isMilestone], waitsFor: .linger),
        CallRow(
            .close_range,
            "close_range",
            2,
            ["first", "last", "flags"],
            [.isOfDescriptors, .endsMentioned],
            waitsFor: .linger
        ),
        CallRow(.dup, "dup", 2, ["oldfd"], duplicating, returns: .descriptor),
        CallRow(
            .dup2,
            "dup2",
            2,
            ["oldfd", "newfd"],
            duplicating.union(.endsMentioned),
            returns: .descriptor,
            page: "dup"
        ),
        CallRow(
            .dup3,
            "dup3",
            2,
            ["oldfd", "newfd", "flags"],
            duplicating.union(.endsMentioned),
            returns: .descriptor,
            page: "dup"
        ),
        CallRow(
            .fcntl,
            "fcntl",
            2,
            ["fd", "cmd", "arg"],
            [.isOfDescriptors, .makesDescriptor, .duplicates],
            returns: .number,
            spellings: ["fcntl64"]
        ),
        CallRow(.ioctl, "ioctl", 2, ["fd", "request", "argp"], [.isOfDescriptors], returns: .number),
        CallRow(.unlink, "unlink", 2, ["pathname"], []),
    ]
}
