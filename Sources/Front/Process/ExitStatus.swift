import LineEditing
import Sockets

/// Ends the process: by the signal that came to end it, if one did.
func leave(with status: Int32) -> Never {
    EndingSignal.obey()
    exit(status)
}

/// The process's exit codes.
enum ExitStatus: Int32, CaseIterable {
    /// Everything went well.
    case success = 0
    /// A statement failed and nothing caught it.
    case failure = 1
    /// The command line, or the script file, could not be used.
    case usage = 2
    /// A check of a recorded session failed.
    case check = 3
    /// Ctrl-C.
    case interrupted = 130

    /// What it means, for the help and the manual.
    var meaning: String {
        switch self {
        case .success: "Success."
        case .failure: "A statement failed and nothing caught it."
        case .usage: "Wrong usage, or a file that cannot be read."
        case .check: "A check of a recorded session or a lesson failed."
        case .interrupted: "Interrupted by Ctrl-C."
        }
    }
}
