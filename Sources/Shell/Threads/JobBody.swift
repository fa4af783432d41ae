import Language

/// What a job runs on its thread, the session's lock held but while it waits.
enum JobBody: Sendable {
    /// A call whose words, socket and command were settled when it was typed; also native code, as a command that no
    /// registry has.
    case call(PreparedCall)
    /// A block, or another statement with blocks: what is in it runs one after the other.
    case block(Statement)
    /// All statements of the interpreter's source.
    case source

    /// Whether it has statements of its own within those of others, and so names of its own.
    var isBlock: Bool { if case .block = self { true } else { false } }
}
