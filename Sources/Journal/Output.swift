import Language

/// Where a session reports. The session knows no terminal and no file: it reports facts, and the output decides how
/// they look.
public protocol Output: AnyObject, Sendable {
    /// A statement has ended, with a reply or a failure. `calls` are its calls, oldest first, and `history` is
    /// everything up to now. A quiet reply went into a variable or a condition and need not be shown. If the record has
    /// a job number, the statement ran in the background and its reply may come at any time.
    func finished(_ record: StatementRecord, calls: [Call], history: Journal, isQuiet: Bool, style: ReplyStyle)
    /// Whether a statement's calls are used; if not, they need not be collected.
    var wantsCalls: Bool { get }
    /// A failure that no `catch` caught.
    func uncaught(_ failure: Failure, _ record: StatementRecord, history: Journal)
    /// Something that happened outside the statements: a job has ended.
    func notice(_ text: String)
    /// A call may block: show what was said so far.
    func flush()
    /// From now on, explain each statement's calls after its reply, or stop doing so.
    func explain(_ on: Bool)
    /// Shows a person how far something long has come, in place of what was said of it before; nil when it is over.
    func progress(_ text: String?)
    /// The screen, with a person watching, on which something can be watched; nil for every other output.
    var screen: (any WatchScreen)? { get }
}

extension Output {
    /// They are used.
    public var wantsCalls: Bool { true }

    /// An output that shows the calls anyway has nothing to switch.
    public func explain(_ on: Bool) {}

    /// Nobody is waiting.
    public func progress(_ text: String?) {}

    /// Nobody is watching.
    public var screen: (any WatchScreen)? { nil }
}

/// A screen on which a person watches something change until they press a key.
public protocol WatchScreen: AnyObject, Sendable {
    /// What is watched has changed: the change, in one line, and the whole as a picture, which replaces the previous
    /// one unless it is the first.
    func watched(_ change: String, picture: Picture, isFirst: Bool)
    /// Whether the person has pressed a key, which this consumes. Keys are watched from the first question until
    /// ``watchingEnded()``.
    func keyPressed() -> Bool
    /// Nobody is watching any more: keys go to the prompt again.
    func watchingEnded()
}

/// How a reply is shown as text.
public enum ReplyStyle: Sendable {
    /// As it can be typed back.
    case typed
    /// As a line of text for reading.
    case line
    /// As text, without a line end.
    case raw
    /// As a text for reading, which a terminal pages if it is longer than the screen.
    case page
}
