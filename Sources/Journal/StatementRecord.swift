import Language

/// One statement that was run: where it is, what it replied or how it failed. Its calls are those in the journal with
/// its number.
public struct StatementRecord: Sendable {
    /// Its place in the journal, from 1.
    public let number: Int
    /// The source it is in.
    public let source: Source
    /// Where in the source.
    public let span: Span
    /// The command; empty for a statement that is a value.
    public let command: String
    /// The socket it acted on, by name.
    public let socket: String?
    /// What it replied.
    public let reply: Value
    /// How it failed; nil if it succeeded.
    public let failure: Failure?
    /// What else there is to know about the reply, such as where it comes from; one line each.
    public let notes: [String]
    /// The number of the first layer event that may be its own, or belong to a job it waited for.
    public let firstEvent: Int
    /// The number of the job it ran in, as one of the statements of a block; nil in the foreground.
    public let job: Int?

    /// A statement and its outcome.
    public init(
        number: Int,
        source: Source,
        span: Span,
        command: String,
        socket: String?,
        reply: Value,
        failure: Failure?,
        notes: [String] = [],
        firstEvent: Int = 1,
        job: Int? = nil
    ) {
        self.number = number
        self.source = source
        self.span = span
        self.command = command
        self.socket = socket
        self.reply = reply
        self.failure = failure
        self.notes = notes
        self.firstEvent = firstEvent
        self.job = job
    }
}
