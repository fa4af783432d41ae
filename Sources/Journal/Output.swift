import Language

/// Where a session's news goes. The session knows no terminal and no file; what it has to say is facts, and how they look is
/// the output's affair.
public protocol Output: AnyObject, Sendable {
    /// A statement has ended, with a reply or a failure. `calls` are its calls, oldest first, and `history` is all
    /// that happened up to now. A quiet reply went into a variable or a condition and need not be shown. Where the record
    /// has a job's number, the statement ran in the background, and its reply may come at any time.
    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle)
    /// Whether the calls of a statement are looked at; if not, they need not be gathered.
    var wantsCalls: Bool { get }
    /// A failure that no `catch` took.
    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal)
    /// Something that happened beside the statements: a job has ended.
    func notice(_ text: String)
    /// A call may wait: what was said so far must be seen.
    func flush()
    /// From now on the calls of each statement are to be explained after its reply, or no longer.
    func explain(_ on: Bool)
    /// The screen with a person in front of it on which something can be watched; nil for every other output.
    var screen: (any WatchScreen)? { get }
}

extension Output {
    /// They are looked at.
    public var wantsCalls: Bool { true }

    /// Whoever shows the calls anyway has nothing to switch.
    public func explain(_ on: Bool) {}

    /// Nobody sits in front of it.
    public var screen: (any WatchScreen)? { nil }
}

/// A screen on which a person watches something that changes, until they press a key.
public protocol WatchScreen: AnyObject, Sendable {
    /// What is watched looks different now: what has changed, in a line, and all of it as a picture, which takes the place
    /// of the one before unless it is the first.
    func watched(_ change: String, picture: Picture, isFirst: Bool)
    /// Whether the person has pressed a key, which is used up by that. From the first question until ``watchingEnded()`` keys
    /// are looked for.
    func keyPressed() -> Bool
    /// Nobody watches any more: keys are for the prompt again.
    func watchingEnded()
}

/// How a reply is shown as text.
public enum ReplyStyle: Sendable {
    /// As it can be typed back.
    case typed
    /// As a line of text for reading.
    case line
    /// As text, without an end of line.
    case raw
    /// As a text for reading, which a terminal shows in pages if it is longer than the screen.
    case page
}
