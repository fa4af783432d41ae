import Language

/// Where a session's news goes. The session knows no terminal and no file; what it has to say is facts.
public protocol Output: AnyObject, Sendable {
    /// A statement has ended, with a reply or a failure. `calls` are its calls, oldest first, and `history` is all
    /// that happened up to now. A quiet reply went into a variable or a condition and need not be shown.
    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle)
    /// Whether the calls of a statement are looked at; where not, they need not be gathered.
    var wantsCalls: Bool { get }
    /// A failure that no `catch` took.
    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal)
    /// Something that happened beside the statements: a job has ended.
    func notice(_ text: String)
    /// A call may wait: what was said so far must be seen.
    func flush()
    /// From now on the calls of each statement are to be explained behind its reply, or no longer.
    func explain(_ on: Bool)
    /// A socket that is watched looks different now: what has changed, in a line, and all of it as a picture, which
    /// takes the place of the one before unless it is the first.
    func watched(_ change: String, picture: String, isFirst: Bool)
    /// Whether whoever watches has pressed a key, which is used up by that. From the first question on until
    /// ``watchingEnded()`` keys are looked for.
    func keyPressed() -> Bool
    /// Nobody watches any more: keys are for the prompt again.
    func watchingEnded()
}

extension Output {
    /// They are looked at.
    public var wantsCalls: Bool { true }

    /// Whoever shows the calls anyway has nothing to switch.
    public func explain(_ on: Bool) {}

    /// A line for each change; a picture needs a screen.
    public func watched(_ change: String, picture: String, isFirst: Bool) {
        notice(change)
        flush()
    }

    /// Nobody is at a keyboard.
    public func keyPressed() -> Bool { false }

    /// Nothing was looked for.
    public func watchingEnded() {}
}

/// How a reply is shown as text.
public enum ReplyStyle: Sendable {
    /// As it can be typed back.
    case typed
    /// As a line of text for reading.
    case line
    /// As text, without an end of line.
    case raw
    /// As a text for reading, which a terminal shows in pages where it is longer than the screen.
    case page
}
