import Language
import Sockets
import SystemPackage

/// Why a statement failed, as facts; rendered only at the end.
public struct Failure: Error, Sendable {
    /// What went wrong.
    public let reason: Reason
    /// Where in the statement's source; nil for the whole statement.
    public var span: Span?
    /// What the statement's calls had taken from a socket before it failed, and which is nowhere else now.
    public private(set) var taken: [UInt8] = []
    /// What the statement was reading on for; nil if one call would have been enough.
    public private(set) var aim: ReadAim?

    /// A failure and the place to point at.
    public init(_ reason: Reason, at span: Span? = nil) {
        self.reason = reason
        self.span = span
    }

    /// The same failure with the data taken before it, and what the statement was reading on for.
    public func keeping(_ taken: [UInt8], aim: ReadAim? = nil) -> Failure {
        var failure = self
        failure.taken = taken
        failure.aim = aim ?? self.aim
        return failure
    }

    /// The ways in which a statement fails.
    public enum Reason: Sendable {
        /// A call failed.
        case call(Call)
        /// The socket's timeout, in seconds, expired and ended a call.
        case timeout(Call, seconds: Double)
        /// Ctrl-C or `cancel` ended it, perhaps during a call.
        case interrupted(Call?)
        /// The text is not a statement.
        case syntax(SyntaxError.Problem)
        /// No command has that name.
        case unknownCommand(String, near: [String])
        /// The name of a value or a socket in place of a command.
        case valueAsCommand(String, isSocket: Bool)
        /// No variable has that name.
        case unknownVariable(String, near: [String])
        /// A value has no such field.
        case unknownField(String, of: String, near: [String])
        /// No socket has that name.
        case unknownSocket(String, near: [String])
        /// The socket of that name was closed or detached.
        case closedSocket(String)
        /// A command that needs a socket, but none is current.
        case noSocket(command: String)
        /// A socket before a command that takes none; with what to type instead.
        case notAMethod(command: String, meant: String)
        /// An argument is missing.
        case missingArgument(String, usage: String)
        /// An excess argument; with what was meant, if known.
        case extraArgument(String, usage: String, meant: String? = nil)
        /// A flag that the command does not have.
        case unknownFlag(String, near: [String])
        /// A word that is unsuitable there.
        case unsuitable(word: String, wanted: String, near: [String] = [], advice: [String] = [])
        /// A file that could not be opened, read or written.
        case file(path: String, Errno)
        /// The named transport under a socket could not continue.
        case transport(String, TransportError)
        /// The `exit` command, with the shell's exit code. No `catch` sees it.
        case exit(Int32)
        /// A failure of the shell itself, with a class to catch it by.
        case other(FailureClass, message: String, advice: [String] = [])
    }
}

extension Failure {
    /// The call that failed, if any.
    public var call: Call? {
        switch reason {
        case .call(let call), .timeout(let call, _): call
        case .interrupted(let call): call
        default: nil
        }
    }

    /// The class by which `catch` knows it.
    public var className: String {
        switch reason {
        case .call(let call): call.error?.className ?? FailureClass.error.rawValue
        case .file(_, let errno): errno.className
        default: ownClass.rawValue
        }
    }

    /// The class of a failure that is neither a call's nor a file's.
    private var ownClass: FailureClass {
        switch reason {
        case .timeout: .timeout
        case .interrupted: .interrupted
        case .syntax: .syntax
        case .unknownCommand, .valueAsCommand: .unknownCommand
        case .unknownVariable, .unknownField: .unknownVariable
        case .unknownSocket, .closedSocket, .noSocket: .noSuchSocket
        case .missingArgument, .extraArgument, .unknownFlag, .notAMethod: .wrongArguments
        case .unsuitable: .unsuitableValue
        case .transport: .transport
        case .other(let own, _, _): own
        case .call, .file, .exit: .error
        }
    }

    /// What the `exit` command throws to leave the shell with a code.
    public static func exit(_ code: Int32) -> Failure { Failure(.exit(code)) }

    /// The exit code for the shell; nil for any other failure.
    public var exitCode: Int32? { if case .exit(let code) = reason { code } else { nil } }

    /// Whether Ctrl-C, or `cancel` for a job, ended it.
    public var isInterruption: Bool { if case .interrupted = reason { true } else { false } }

    /// Whether `catch NAME` catches it: by its class, its errno's name, or the name of a group.
    ///
    /// `error` is every failure, `oserror` every call that failed with errno, `gaierror` every name that did not
    /// resolve; `timeout` includes a connection that the kernel gave up on (ETIMEDOUT). Ctrl-C is neither `error` nor
    /// `oserror`, though the call returned EINTR: as in Python, only its own name catches it.
    public func matches(_ name: String) -> Bool {
        if exitCode != nil { return false }
        let wanted = name.lowercased()
        if wanted == className.lowercased() { return true }
        let group = FailureClass(rawValue: wanted)
        if group == .error { return !isInterruption }
        guard let error = call?.error else { return false }
        switch error {
        case .errno(let errno):
            if group == .timeout, errno == .timedOut { return true }
            return group == .oserror && !isInterruption || wanted == errno.name.lowercased()
        case .name(.system(let errno)):
            return group == .oserror || group == .gaierror || wanted == errno.name.lowercased()
        case .name(let failure):
            return wanted == failure.name?.lowercased()
        }
    }
}

extension Failure {
    /// What happened, in one sentence without place or cause.
    public var message: String {
        switch reason {
        case .call(let call): call.error?.sentence ?? "failed"
        case .timeout(let call, let seconds): "\(call.name) did not finish within \(Self.brief(seconds)) s"
        case .interrupted(let call): call.map { "\($0.name) was interrupted" } ?? "interrupted"
        case .syntax(let problem): problem.description
        case .valueAsCommand(let name, true): "\(name) is a socket, not a command"
        case .valueAsCommand(let name, false): "\(name) is a variable, not a command"
        case .unknownCommand(let name, _): "there is no command \(Quoting.word(name))"
        case .unknownVariable(let name, _): "there is no variable \(name)"
        case .unknownField(let field, let of, _): "\(of) has no field \(Quoting.word(field))"
        case .unknownSocket(let name, _): "there is no socket \(Quoting.word(name))"
        case .closedSocket(let name): "\(name) was closed"
        case .noSocket(let command): "\(command) needs a socket, and there is none"
        case .notAMethod(let command, _): "\(command) does not act on a socket"
        case .missingArgument(let hint, _): "\(hint) is missing"
        case .extraArgument(let word, _, _): "\(Quoting.word(word)) is one argument too many"
        case .unknownFlag(let flag, _): "there is no flag \(Quoting.word(flag)) here"
        case .unsuitable(let word, let wanted, _, _): "\(Quoting.word(word)) is not \(wanted)"
        case .file(let path, let errno): "\(Quoting.word(path)): \(errno.sentence)"
        case .transport(let name, let error): "\(name): \(error.message) (\(error.name))"
        case .exit(let code): "the shell is left with the code \(code)"
        case .other(_, let message, _): message
        }
    }

    /// What to try next, as far as the failure itself knows; finding its cause in the socket's history is up to a view.
    public var advice: [String] {
        switch reason {
        case .syntax(let problem): problem.advice
        case .unknownSocket(let name, let near) where near.isEmpty:
            ["make it first: \(Quoting.word(name)) = socket inet stream", "which there are: sockets"]
        case .valueAsCommand(let name, true):
            ["call something on it: \(name).getsockname", "make it current: use \(name)"]
        case .unknownCommand(_, let near) where near.isEmpty:
            ["help lists the commands, apropos finds those that have to do with a word"]
        case .valueAsCommand(let name, false): ["see its value: $\(name)"]
        case .unknownVariable(let name, let near) where near.isEmpty: ["give it a value first: \(name) = 5"]
        case .unknownCommand(_, let near), .unknownSocket(_, let near), .unknownFlag(_, let near),
            .unknownVariable(_, let near), .unknownField(_, _, let near):
            near.isEmpty ? [] : ["did you mean \(near.joined(separator: ", ")) ?"]
        case .closedSocket: ["make a new one with socket"]
        case .noSocket: ["make one first: socket inet stream"]
        case .notAMethod(_, let meant): ["no socket comes before this command: \(meant)"]
        case .extraArgument(_, _, let meant?): ["the socket comes first: \(meant)"]
        case .missingArgument(_, let usage), .extraArgument(_, let usage, nil): ["usage: \(usage)"]
        case .unsuitable(_, _, let near, let advice):
            (near.isEmpty ? [] : ["did you mean \(near.joined(separator: ", ")) ?"]) + advice
        case .other(_, _, let advice): advice
        case .transport(_, let error): error.advice
        case .call, .timeout, .interrupted, .file, .exit: []
        }
    }

    private static func brief(_ seconds: Double) -> String {
        seconds == seconds.rounded() && abs(seconds) < 1e9 ? String(Int(seconds)) : String(seconds)
    }
}
