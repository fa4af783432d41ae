/// The classes of failures other than errnos: what `catch` can name, `--json` writes as `class`, completion offers and
/// `help errors` lists. The raw value is the name that a learner types.
///
/// A failure of the shell itself that means the same as an errno has the errno's class (``/Sockets/ErrnoTable``).
public enum FailureClass: String, CaseIterable, Sendable {
    // Groups.
    case error
    case oserror
    case gaierror
    case timeout
    case interrupted = "Interrupted"

    // Reported by statements.
    case syntax = "SyntaxError"
    case unknownCommand = "UnknownCommand"
    case unknownVariable = "UnknownVariable"
    case noSuchSocket = "NoSuchSocket"
    case wrongArguments = "WrongArguments"
    case unsuitableValue = "UnsuitableValue"
    case nameInUse = "NameInUse"
    case noSuchJob = "NoSuchJob"

    // Reported by commands.
    case notASocket = "NotASocket"
    case noData = "NoData"
    case noCalls = "NoCalls"
    case messageTooLong = "MessageTooLong"
    case wouldBlock = "WouldBlock"
    case fileExists = "FileExists"
    case badJournal = "BadJournal"
    case openSockets = "OpenSockets"
    case notExportable = "NotExportable"
    case notSupported = "NotSupported"
    case confined = "Confined"
    case outOfMemory = "OutOfMemory"
    case notFound = "NotFound"
    case transport = "TransportError"
    case lesson = "Lesson"
    case recording = "Recording"

    /// What fails with it, in a few words.
    public var about: String {
        switch self {
        case .error: "every error but Ctrl-C"
        case .oserror: "every call that failed with an errno"
        case .gaierror: "a name that did not resolve"
        case .timeout: "what took longer than settimeout allows, and ETIMEDOUT"
        case .interrupted: "Ctrl-C"
        case .syntax: "text that is not a statement"
        case .unknownCommand: "a command that does not exist"
        case .unknownVariable: "a variable, or a field of a value, that does not exist"
        case .noSuchSocket: "a socket that does not exist, or was closed"
        case .wrongArguments: "arguments or flags missing, unknown or too many"
        case .unsuitableValue: "a value that cannot be used there"
        case .nameInUse: "a name that an open socket has"
        case .noSuchJob: "a job that does not exist"
        case .notASocket: "a descriptor that is not a socket"
        case .noData: "no data to show"
        case .noCalls: "no calls to show"
        case .messageTooLong: "more data than fits, or than a limit allows"
        case .wouldBlock: "what would have to wait where it may not"
        case .fileExists: "a file that exists already"
        case .badJournal: "a file that is not a saved journal"
        case .openSockets: "sockets that have to be closed first"
        case .notExportable: "calls that cannot be exported"
        case .notSupported: "what this system cannot do"
        case .confined: "what a lesson may not do"
        case .outOfMemory: "no memory left, or no thread"
        case .transport: "a transport under a socket that could not go on"
        case .notFound: "a name or a number that a database of names does not have"
        case .lesson: "a lesson that cannot be played"
        case .recording: "a recording that was lost"
        }
    }
}
