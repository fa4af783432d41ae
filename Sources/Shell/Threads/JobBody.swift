import Language

/// What a job runs on its thread, holding the session's lock except while it waits.
enum JobBody: Sendable {
    /// A call whose words, socket and command were fixed when it was typed; also native code, as a command in no
    /// registry.
    case call(PreparedCall)
    /// A block, or another statement with blocks, run in sequence.
    case block(Statement)
    /// All statements of the interpreter's source.
    case source

    /// Whether it has its own statements within those of others, and so names of its own.
    var isBlock: Bool { if case .block = self { true } else { false } }
}
