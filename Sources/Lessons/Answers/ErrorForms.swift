import Journal
import Sockets
import SystemPackage

/// The ways in which a person names an error: its C name, its number, its message, its class here and in Python.
struct ErrorForms {
    /// The C name, or the class if it has none.
    let name: String
    private let errno: Errno?
    /// The messages, in small letters and as words: of an errno first strerror(3)'s and the shell's.
    private let messages: [[String]]

    /// The error that a word names, in small letters: `econnrefused`, `connectionrefused`, `connectionrefusederror`. Nil if it names
    /// none, or several, as Python's OSError.
    init?(named word: String) {
        let word = word.hasPrefix("errno.") ? String(word.dropFirst(6)) : word
        let upper = word.uppercased()
        if let errno = upper.error.flatMap({ Errno(name: $0) }) ?? Errno(className: word) ?? Self.python(word) {
            self.init(errno)
        } else if upper.error != nil {
            self.init(name: upper)
        } else if Self.timeouts.contains(word) {
            self.init(name: FailureClass.timeout.rawValue)
        } else if let own = FailureClass.allCases.first(where: { $0.rawValue.lowercased() == word }),
            ![.error, .oserror].contains(own)
        {
            self.init(name: own.rawValue)
        } else {
            return nil
        }
    }

    private init(name: String) {
        self.name = name
        errno = nil
        messages = Self.plain[name.lowercased()] ?? []
    }

    private init(_ errno: Errno) {
        name = errno.name
        self.errno = errno
        messages =
            [Guess(errno.description).words, Guess(errno.sentence).words] + (Self.plain[errno.name.lowercased()] ?? [])
    }

    /// Whether it has a number of errno(3).
    var isErrno: Bool { errno != nil }

    /// The classes of a call that the shell ends at its time, here and in Python.
    private static let timeouts: Set<String> = ["timeout", "socket.timeout", "timeouterror"]

    /// The errno of a class of Python's that stands for one; `BlockingIOError` and `PermissionError` stand for several.
    private static func python(_ word: String) -> Errno? {
        if word == "filenotfounderror" { return .noSuchFileOrDirectory }
        if word == "fileexistserror" { return .fileExists }
        guard word.hasSuffix("error") else { return nil }
        return Errno(className: String(word.dropLast(5)))
    }

    /// What is said of an error in plain words, beside its message.
    private static let plain: [String: [[String]]] = [
        "econnrefused": [["refused"]],
        "econnreset": [["reset"]],
        "eaddrinuse": [["in", "use"], ["taken"], ["occupied"]],
        "enotconn": [["not", "connected"], ["unconnected"]],
        "enoent": [["not", "found"], ["no", "file"]],
        "eagain": [["would", "block"], ["again"], ["wouldblock"], ["blockingioerror"], ["unavailable"]],
        "einprogress": [["progress"], ["blockingioerror"]],
        "eperm": [["permissionerror"], ["not", "allowed"]],
        "eacces": [["permissionerror"], ["denied"], ["not", "allowed"]],
        "einval": [["invalid"]],
        "eopnotsupp": [["not", "supported"], ["unsupported"]],
        "eprotonosupport": [["not", "supported"], ["unsupported"]],
        "eafnosupport": [["not", "supported"], ["unsupported"]],
        "ebadf": [["bad", "descriptor"]],
        "timeout": [["times", "out"], ["timed", "out"], ["time", "out"], ["timing", "out"]],
        "notfound": [
            ["not", "found"], ["no", "such"], ["not", "known"], ["unknown"], [FailureClass.oserror.rawValue],
        ],
        FailureClass.gaierror.rawValue: [["not", "resolve"], ["no", "such", "name"]],
    ]

    /// Whether two are the same error: EAGAIN and EWOULDBLOCK are.
    func isSame(as other: ErrorForms) -> Bool {
        errno.map { $0 == other.errno } ?? (name.lowercased() == other.name.lowercased())
    }

    /// How many words of its message, or of what is said in its place, are said one after the other; 0 if that is too little to mean it.
    func said(in guess: Guess) -> Int {
        if let errno, guess.words.contains(String(errno.rawValue)) { return .max }
        let whole = messages.dropFirst(errno == nil ? 0 : 2).map { guess.contains($0) ? $0.count + 1 : 0 }.max() ?? 0
        let part = (errno == nil ? [] : messages.prefix(2)).map { guess.longestRun(of: $0) }.max() ?? 0
        return max(whole, part > 1 ? part : 0)
    }
}

extension Guess {
    /// Whether words are said one after the other, and not denied.
    fileprivate func contains(_ phrase: [String]) -> Bool { contains(anyOf: [phrase.joined(separator: " ")]) }

    /// How many words of a message are said one after the other, and not denied.
    fileprivate func longestRun(of message: [String]) -> Int {
        var best = 0
        for start in message.indices {
            var end = message.endIndex
            while end - start > best {
                if contains(Array(message[start..<end])) { best = end - start }
                end -= 1
            }
        }
        return best
    }
}
